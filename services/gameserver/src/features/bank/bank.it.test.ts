import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setStock } from '../../testing/arrange.ts';
import { stopBalanced } from '../../testing/stop-balanced.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import { snapshotWorld } from '../../testing/world-snapshot.ts';

let game: TestGame;
let player: TestPlayer;
let stationId: string;
let joined = 0;

beforeAll(async () => {
  game = await createTestGame({ connect: { max: 20 } });
});
afterAll(() => stopBalanced(game));
beforeEach(async () => {
  joined += 1;
  player = await game.join(`saver${joined}`);
  stationId = (await player.state()).location?.stationId ?? '';
});

const deposit = (amount: number, key?: string) =>
  player.call('bankDeposit', { ...(key === undefined ? {} : { key }), body: { amount } });
const withdraw = (amount: number) => player.call('bankWithdraw', { body: { amount } });
const credits = async () => (await player.state()).credits;
const balance = async () => (await player.ok('getBank')).balance;

describe('the bank', () => {
  it('keeps what is brought, less 0.5 % rounded up: 1,001 become 995', async () => {
    const before = await credits();
    const { body } = await deposit(1_001);
    expect(body).toMatchObject({ paid: 6, credits: before - 1_001, bank: 995 });
    expect(await balance()).toBe(995);
    expect((await withdraw(995)).body).toMatchObject({ paid: 0, credits: before - 6, bank: 0 });
    expect((await player.ok('getBank')).entries.map(({ amount, reason }) => [amount, reason])).toEqual([
      [-995, 'bank_withdraw'],
      [995, 'bank_deposit'],
    ]);
  });

  it('shows both accounts what goes from one to the other: the trail sums to what they hold', async () => {
    await deposit(1_001);
    await withdraw(400);
    const read = (cursor?: string) =>
      player.ok('listCreditLedger', { query: { limit: 1, ...(cursor === undefined ? {} : { cursor }) } });
    const pages = [await read()];
    for (let next = pages[0]?.nextCursor; next != null; next = pages.at(-1)?.nextCursor)
      pages.push(await read(next));
    const rows = pages.flatMap(({ items }) => items);
    const sumOf = (account: string) =>
      rows.filter((row) => row.account === account).reduce((sum, { amount }) => sum + Number(amount), 0);
    expect(sumOf('wallet')).toBe(await credits());
    expect(sumOf('bank')).toBe(595);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it('shows the last 50 movements, and those of nobody else', async () => {
    await deposit(600);
    for (let index = 0; index < 51; index += 1) await withdraw(1);
    const { entries } = await player.ok('getBank');
    expect(entries).toHaveLength(50);
    expect(new Set(entries.map(({ reason }) => reason))).toEqual(new Set(['bank_withdraw']));
    const other = await game.join(`other${joined}`);
    expect(await other.ok('getBank')).toEqual({ balance: 0, entries: [] });
  });

  it('tells the other screens of the player', async () => {
    const { rev } = await player.state();
    const { body } = await deposit(100);
    expect(body.rev).toBe(rev + 1);
    expect((await player.state()).rev).toBe(rev + 1);
  });

  it('is described with what may be brought and taken', async () => {
    await deposit(1_001);
    const { services } = await player.ok('listServices', { params: { id: stationId } });
    const bank = services.find(({ id }) => id === 'bank');
    expect(bank?.facts.map(({ value }) => value)).toEqual([995, await credits()]);
    expect(
      bank?.actions.map(({ id, enabled, path, inputs, price }) => [
        id,
        enabled,
        path,
        inputs[0]?.max,
        price?.bp,
      ]),
    ).toEqual([
      ['bank_deposit', true, '/bank/deposit', await credits(), 50],
      ['bank_withdraw', true, '/bank/withdraw', 995, 0],
    ]);
  });
});

describe('a refused visit', () => {
  const refuse = async (command: () => Promise<{ status: number; code: string | undefined }>) => {
    const before = await snapshotWorld(game.database.sql);
    const { status, code } = await command();
    expect(status).toBeGreaterThanOrEqual(400);
    expect(await snapshotWorld(game.database.sql)).toEqual(before);
    return code;
  };

  it('changes nothing', async () => {
    const have = await credits();
    expect(await refuse(() => deposit(have + 1))).toBe('insufficient_credits');
    expect(await refuse(() => withdraw(1))).toBe('insufficient_credits');
    for (const amount of [0, 1, -5, 1.5, 9_000_000_000_000_001, Number.NaN, null, '100']) {
      expect(await refuse(() => player.send('POST', '/bank/deposit', { body: { amount } }))).toBe(
        'validation_failed',
      );
    }
    expect(await refuse(() => player.send('POST', '/bank/withdraw', { body: {} }))).toBe('validation_failed');
    expect(await refuse(() => withdraw(9_000_000_000_000_000))).toBe('insufficient_credits');
    expect(await refuse(() => player.call('bankDeposit', { key: null, body: { amount: 2 } }))).toBe(
      'idempotency_key_required',
    );
    await player.undock();
    expect(await refuse(() => deposit(100))).toBe('not_docked');
    expect(await refuse(() => player.call('listServices', { params: { id: stationId } }))).toBe('not_docked');
    expect(await refuse(() => player.call('listServices', { params: { id: randomUUID() } }))).toBe(
      'not_docked',
    );
  });

  it('is told where there is no bank', async () => {
    await game.database
      .sql`UPDATE stations SET services = array_remove(services, 'bank') WHERE id = ${stationId}`;
    expect(await refuse(() => deposit(100))).toBe('no_bank_here');
    await game.database
      .sql`UPDATE stations SET services = services || '{bank}'::text[] WHERE id = ${stationId}`;
  });

  it('is the fate of the wanted in a sanctuary', async () => {
    const until = new Date(game.clock() + 60_000);
    await game.database.sql`UPDATE players SET wanted_until = ${until} WHERE id = ${await player.playerId()}`;
    const { code, body } = await deposit(100);
    expect([code, body]).toMatchObject(['services_refused', { until: until.toISOString() }]);
  });
});

describe('at the same time', () => {
  it('a deposit sent twice is made once', async () => {
    const before = await credits();
    const key = randomUUID();
    const answers = await Promise.all([1, 2, 3, 4].map(() => deposit(1_000, key)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect([await credits(), await balance()]).toEqual([before - 1_000, 995]);
  });

  it('many withdrawals take no more than there is', async () => {
    await deposit(1_000);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => withdraw(400)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set([undefined, 'insufficient_credits']));
    expect(await balance()).toBe(195);
  });

  it('a deposit and a purchase spend every credit once', async () => {
    const market = await player.ok('getMarket', { params: { id: stationId } });
    const commodity = market.rows.find(({ side }) => side === 'sells')?.commodity ?? 'ore';
    await setStock(game.database.sql, stationId, commodity, 500);
    const have = await credits();
    const line = { side: 'buy', commodity, quantity: 40, limitTotal: have } as const;
    const [saved, bought] = await Promise.all([
      deposit(have),
      player.call('execute', { body: { stationId, lines: [line] } }),
    ]);
    expect([saved.status, bought.status].sort()).toEqual([200, 409]);
    expect([saved.code, bought.code]).toContain('insufficient_credits');
    const total = (await credits()) + (await balance());
    const spent = saved.status === 200 ? saved.body.paid : -bought.body.net;
    expect(total).toBe(have - spent);
  });

  it('a withdrawal and a purchase that needs it leave the sum as it was', async () => {
    const market = await player.ok('getMarket', { params: { id: stationId } });
    const { commodity, ask } = market.rows.find(({ side }) => side === 'sells') ?? {};
    if (commodity === undefined || ask == null) throw new Error('the station sells nothing');
    await setStock(game.database.sql, stationId, commodity, 500);
    for (let round = 0; round < 4; round += 1) {
      await deposit(await credits());
      const kept = await balance();
      const price = await player.ok('quote', {
        body: { stationId, lines: [{ side: 'buy', commodity, quantity: 5 }] },
      });
      const line = { side: 'buy', commodity, quantity: 5, limitTotal: -price.net } as const;
      const [taken, bought] = await Promise.all([
        withdraw(kept),
        player.call('execute', { body: { stationId, lines: [line] } }),
      ]);
      expect(taken.status).toBe(200);
      expect([undefined, 'insufficient_credits']).toContain(bought.code);
      const spent = bought.status === 200 ? -bought.body.net : 0;
      expect([await credits(), await balance()]).toEqual([kept - spent, 0]);
    }
  });
});
