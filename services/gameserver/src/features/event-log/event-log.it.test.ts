import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { event, playerChannel } from '../../realtime/outbox.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import { setTurns } from '../../testing/arrange.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';

let game: TestGame;
let player: TestPlayer;
let playerId: string;
let joined = 0;

beforeAll(async () => {
  game = await createTestGame();
});
afterAll(() => game.stop());
beforeEach(async () => {
  joined += 1;
  player = await game.join(`witness${joined}`);
  playerId = await player.playerId();
});

const rent = (paid: bigint) =>
  event(playerChannel(playerId), 'warehouse.rent', {
    stationId: '00000000-0000-7000-8000-000000000001',
    stationName: 'Ceres Station',
    state: 'paid',
    paid,
    sold: 0,
    destroyed: 0,
    proceeds: 0n,
  });
/** Tells events as a job does: without the player's doing. */
const tell = (...paid: bigint[]) =>
  game.db.command((tx) => saveAndTell(game.deps, tx, game.clock(), [], paid.map(rent)));
const fly = async () => {
  if ((await player.state()).location?.state === 'docked') await player.undock();
  await setTurns(game.database.sql, playerId, 900);
  const { moves } = await player.ok('listMoves');
  await player.ok('move', { body: { to: moves[0]?.to ?? 0 } });
};
/** What was kept, without what the first visit of a sector brings. */
const kept = async (query = {}) =>
  (await player.ok('listEvents', { query })).items.filter(({ type }) => type !== 'sector.discovered');
const types = async (query = {}) => (await kept(query)).map(({ type }) => type);

describe('the event log', () => {
  it('keeps what happened, newest first, in the shape it was told', async () => {
    await fly();
    await tell(20n);
    const items = await kept();
    expect(items.map(({ type, category }) => [type, category])).toEqual([
      ['warehouse.rent', 'trade'],
      ['player.moved', 'movement'],
    ]);
    expect(items[0]?.data).toMatchObject({ stationName: 'Ceres Station', paid: 20 });
  });

  it('is filtered by category and moment', async () => {
    await fly();
    await tell(1n);
    expect(await types({ types: 'movement' })).toEqual(['player.moved']);
    expect(await types({ types: 'trade,combat' })).toEqual(['warehouse.rent']);
    expect(await types({ types: 'colony' })).toEqual([]);
    expect(await types({ since: new Date(game.clock() + 1).toISOString() })).toEqual([]);
    expect(await types({ since: new Date(game.clock()).toISOString() })).toHaveLength(2);
    for (const query of [{ types: 'gossip' }, { types: 'trade,' }, { since: 'yesterday' }, { limit: 101 }])
      expect((await player.call('listEvents', { query: query as never })).code).toBe('validation_failed');
    expect((await player.call('listEvents', { query: { cursor: 'made up' } })).code).toBe('bad_cursor');
  });

  it('is read page by page without a gap or a repetition', async () => {
    await tell(...Array.from({ length: 7 }, (_, index) => BigInt(index)));
    const seen: unknown[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { data: unknown }[]; nextCursor: string | null } = await player.ok('listEvents', {
        query: { limit: 3, ...(cursor === null ? {} : { cursor }) },
      });
      seen.push(...page.items.map(({ data }) => (data as { paid: number }).paid));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0]);
  });

  it('is nobody else’s', async () => {
    await tell(1n);
    const other = await game.join(`stranger${joined}`);
    expect((await other.ok('listEvents')).items).toEqual([]);
    expect((await other.ok('getDigest')).lines).toEqual([]);
  });

  it('keeps nothing of what was rolled back', async () => {
    await expect(
      game.db.command(async (tx) => {
        await saveAndTell(game.deps, tx, game.clock(), [tx.sql`SELECT 1 / 0`], [rent(1n)]);
      }),
    ).rejects.toThrow();
    expect(await types()).toEqual([]);
  });
});

describe('while you were away', () => {
  it('groups what happened unseen, and not what one did oneself', async () => {
    await fly();
    await tell(10n);
    await tell(20n);
    const { lines, upTo } = await player.ok('getDigest');
    expect(lines).toMatchObject([{ type: 'warehouse.rent', count: 2, data: { paid: 20 } }]);
    await player.ok('seeDigest', { body: { upTo } });
    expect((await player.ok('getDigest')).lines).toEqual([]);
    await tell(30n);
    expect((await player.ok('getDigest')).lines).toMatchObject([{ count: 1, data: { paid: 30 } }]);
  });

  it('leaves out what a page of the player heard at once', async () => {
    await game.database.sql`
      INSERT INTO online_players (player_id, process_id, sockets) VALUES (${playerId}, ${game.deps.processId}, 1)`;
    await tell(10n);
    await game.database.sql`DELETE FROM online_players WHERE player_id = ${playerId}`;
    expect((await player.ok('getDigest')).lines).toEqual([]);
    expect(await types()).toEqual(['warehouse.rent']);
  });

  it('is marked forward only, and never beyond what there is', async () => {
    await tell(10n);
    const { upTo } = await player.ok('getDigest');
    await player.ok('seeDigest', { body: { upTo: '999999999999999999' } });
    await tell(20n);
    expect((await player.ok('getDigest')).lines).toHaveLength(1);
    await player.ok('seeDigest', { body: { upTo } });
    expect((await player.ok('getDigest')).lines).toMatchObject([{ count: 1 }]);
    for (const bad of ['', '-1', '1.5', 'x', '1'.repeat(19)])
      expect((await player.send('POST', '/player/log/digest', { body: { upTo: bad } })).code).toBe(
        'validation_failed',
      );
  });
});
