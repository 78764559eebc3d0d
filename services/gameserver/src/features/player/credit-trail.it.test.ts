import type { listCreditLedger, QueryOf } from '@sw/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';

type Query = Partial<QueryOf<typeof listCreditLedger>>;

const MINUTE_MS = 60_000;

let game: TestGame;
let pilot: TestPlayer;
let other: TestPlayer;
/** When the deposits begin and when they are over. */
let start: string;
let end: string;

const moment = (): string => new Date(game.clock()).toISOString();

beforeAll(async () => {
  game = await createTestGame();
  [pilot, other] = [await game.join('Bookkeeper'), await game.join('Stranger')];
  game.clock.advance(MINUTE_MS);
  start = moment();
  for (const amount of [1_000, 200]) {
    await pilot.ok('bankDeposit', { body: { amount } });
    game.clock.advance(MINUTE_MS);
  }
  end = moment();
  await pilot.ok('bankWithdraw', { body: { amount: 300 } });
});
afterAll(() => game.stop());

const rowsOf = async (query: Query) =>
  (await pilot.ok('listCreditLedger', { query: { limit: 100, ...query } })).items;
const reasonsOf = async (query: Query) => (await rowsOf(query)).map(({ reason }) => reason);

describe('the credit ledger', () => {
  it('tells one kind of movement only', async () => {
    expect(new Set(await reasonsOf({ kind: 'bank' }))).toEqual(
      new Set(['bank_deposit', 'bank_fee', 'bank_withdraw']),
    );
    expect(await reasonsOf({ kind: 'person' })).toEqual(['first_login_grant']);
    expect(await reasonsOf({ kind: 'ships' })).toEqual([]);
  });

  it('tells what one account saw', async () => {
    const bank = await rowsOf({ account: 'bank' });
    expect(new Set(bank.map(({ account }) => account))).toEqual(new Set(['bank']));
    expect(bank.map(({ amount }) => amount)).toEqual([-300, 199, 995]);
    const wallet = await rowsOf({ account: 'wallet', kind: 'bank' });
    expect(new Set(wallet.map(({ account }) => account))).toEqual(new Set(['wallet']));
    expect(wallet.reduce((sum, { amount }) => sum + Number(amount), 0)).toBe(300 - 1_200);
  });

  it('tells a span of time: its first moment belongs to it, its last does not', async () => {
    const within = await rowsOf({ since: start, until: end });
    expect(new Set(within.map(({ reason }) => reason))).toEqual(new Set(['bank_deposit', 'bank_fee']));
    expect(await reasonsOf({ since: end })).toEqual(['bank_withdraw', 'bank_withdraw']);
    expect(await reasonsOf({ until: start })).toEqual(['first_login_grant']);
    expect(await reasonsOf({ since: end, until: start })).toEqual([]);
  });

  it('is read page by page within a filter, every movement once', async () => {
    const filter: Query = { kind: 'bank', account: 'wallet' };
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await pilot.ok('listCreditLedger', {
        query: { ...filter, limit: 1, ...(cursor === undefined ? {} : { cursor }) },
      });
      expect(page.items).toHaveLength(1);
      seen.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(await rowsOf(filter));
  });

  it("is nobody else's", async () => {
    const { items } = await other.ok('listCreditLedger', { query: { kind: 'bank' } });
    expect(items).toEqual([]);
  });

  it.each([
    { kind: 'everything' },
    { kind: "bank' OR '1'='1" },
    { account: 'BURN' },
    { since: 'yesterday' },
    { until: '2102-01-01' },
    { reason: 'bank_fee' },
  ])('has no such filter: %j', async (query) => {
    expect(await pilot.call('listCreditLedger', { query: query as Query })).toMatchObject({
      status: 400,
      code: 'validation_failed',
    });
  });
});
