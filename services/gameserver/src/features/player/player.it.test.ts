import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';

let game: TestGame;
let pilot: TestPlayer;
let other: TestPlayer;

beforeAll(async () => {
  game = await createTestGame();
  [pilot, other] = [await game.join('Ledgerman'), await game.join('Stranger')];
  await pilot.undock();
  for (let hop = 0; hop < 7; hop += 1) {
    const { moves } = await pilot.ok('listMoves');
    await pilot.ok('move', { body: { to: moves[hop % moves.length]?.to ?? 0 } });
    game.clock.advance(1_000);
  }
});
afterAll(() => game.stop());

describe('the turn ledger', () => {
  it('is read page by page, newest first, every row once', async () => {
    const all = (await pilot.ok('listTurnLedger', { query: { limit: 100 } })).items;
    expect(all).toHaveLength(7);
    expect(all.map(({ at }) => at)).toEqual(
      all
        .map(({ at }) => at)
        .toSorted()
        .reverse(),
    );
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await pilot.ok('listTurnLedger', {
        query: { limit: 3, ...(cursor === undefined ? {} : { cursor }) },
      });
      seen.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(all);
  });

  it('adds up to the turns that are left', async () => {
    const { items } = await pilot.ok('listTurnLedger', { query: { limit: 100 } });
    const change = items.reduce((sum, { regen, spent, granted }) => sum + regen + granted - spent, 0);
    expect(items[0]?.balance).toBe(1000 + change);
    expect((await pilot.ok('getTurns')).turns).toBe(items[0]?.balance);
  });

  it("is nobody else's", async () => {
    expect((await other.ok('listTurnLedger')).items).toEqual([]);
  });
});

describe('a cursor', () => {
  const next = async () => (await pilot.ok('listTurnLedger', { query: { limit: 1 } })).nextCursor ?? '';

  it('that nobody gave out is refused', async () => {
    for (const cursor of ['abc', 'MTIz.AAAA', "1' OR '1'='1"]) {
      expect(await pilot.call('listTurnLedger', { query: { cursor } })).toMatchObject({
        status: 400,
        code: 'bad_cursor',
      });
    }
  });

  it('of one list does not break another', async () => {
    const cursor = await next();
    expect(await pilot.call('listTrades', { query: { cursor } })).toMatchObject({
      status: 400,
      code: 'bad_cursor',
    });
    expect(await pilot.call('listCreditLedger', { query: { cursor } })).toMatchObject({
      status: 400,
      code: 'bad_cursor',
    });
  });

  it.each([0, 101, 1.5, -3])('asks for no %s rows', async (limit) => {
    expect(await pilot.call('listTurnLedger', { query: { limit } })).toMatchObject({
      status: 400,
      code: 'validation_failed',
    });
  });
});

describe('the state', () => {
  it('raises its revision with every change and only then', async () => {
    const before = await pilot.state();
    expect((await pilot.state()).rev).toBe(before.rev);
    const { moves } = await pilot.ok('listMoves');
    const { rev } = await pilot.ok('move', { body: { to: moves[0]?.to ?? 0 } });
    expect(rev).toBe(before.rev + 1);
    expect((await pilot.state()).rev).toBe(rev);
    await pilot.call('move', { body: { to: 1_999_999_999 } });
    expect((await pilot.state()).rev).toBe(rev);
  });

  it('grows turns by itself, up to the cap', async () => {
    const setPool = (turns: number, hoursAgo: number) => game.database.sql`
      UPDATE players SET turns = ${turns}, turns_frac = 0, turns_anchor_ms = ${String(game.clock() - hoursAgo * 3_600_000)}
      WHERE user_id = ${pilot.userId}`;
    await setPool(10, 1);
    const { turns, ratePerHourX100, cap } = await pilot.ok('getTurns');
    expect(turns).toBe(10 + Math.floor(ratePerHourX100 / 100));
    await setPool(10, 24 * 365);
    expect(await pilot.ok('getTurns')).toMatchObject({ turns: cap, nextTurnInMs: null, fullAt: null });
    expect((await pilot.state()).turns.turns).toBe(cap);
  });
});
