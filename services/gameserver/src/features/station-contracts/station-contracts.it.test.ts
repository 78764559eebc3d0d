import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitsAboard } from '../../testing/arrange.ts';
import { berth, hangContract } from '../../testing/contracts.ts';
import { stopBalanced } from '../../testing/stop-balanced.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import { snapshotWorld } from '../../testing/world-snapshot.ts';
import { failOverdueContracts, postContracts } from './index.ts';

let game: TestGame;
let here: string;
let there: string;

beforeAll(async () => {
  game = await createTestGame();
  const first = await game.join('first');
  here = (await first.state()).location?.stationId ?? '';
  there =
    [...game.deps.atlas().stations()].find(
      ({ id, services }) => id !== here && services.includes('contract_board'),
    )?.id ?? '';
});
afterAll(() => stopBalanced(game));

const HOUR = 3_600_000;
const id = (contractId: string) => ({ params: { id: contractId } });
const stateOf = async (contractId: string): Promise<string | undefined> =>
  (await game.database.sql<{ state: string }[]>`SELECT state FROM contracts WHERE id = ${contractId}`)[0]
    ?.state;
const setWallet = async (pilot: TestPlayer, credits: number): Promise<void> => {
  const wallet = `wallet:${await pilot.playerId()}`;
  const [row] = await game.database.sql<
    { balance: number }[]
  >`SELECT balance::int FROM ledger_accounts WHERE id = ${wallet}`;
  const delta = credits - (row?.balance ?? 0);
  if (delta === 0) return;
  await game.database.sql`UPDATE ledger_accounts SET balance = ${credits} WHERE id = ${wallet}`;
  await game.database.sql`
    INSERT INTO credit_ledger (at, from_account, to_account, amount, reason)
    VALUES (now(), ${delta > 0 ? 'MINT' : wallet}, ${delta > 0 ? wallet : 'BURN'}, ${Math.abs(delta)}, 'admin_grant')`;
};

describe('a freight job', () => {
  it('is accepted for its fee, loaded under seal, flown and paid once', async () => {
    const pilot = await game.join('Carrier');
    const job = await hangContract(game, here, { target: there });
    const before = await pilot.state();

    const board = await pilot.ok('getContractBoard', id(here));
    const shown = board.items.find((item) => item.id === job);
    expect(shown).toMatchObject({ kind: 'freight', pay: 700, fee: 14, penalty: 350, commodity: null });
    expect(shown?.actions[0]).toMatchObject({
      id: 'accept_contract',
      enabled: true,
      cost: { credits: 14, cargo: 10 },
    });

    const accepted = await pilot.ok('acceptContract', id(job));
    expect(accepted).toMatchObject({
      state: 'accepted',
      paid: 14,
      credits: before.credits - 14,
      jobs: { active: 1 },
    });
    expect(Date.parse(accepted.deadlineAt ?? '')).toBe(game.clock() + 8 * HOUR);

    const loaded = await pilot.ok('pickupContract', id(job));
    expect(loaded.cargo).toEqual([{ commodity: 'sealed_freight', quantity: 10, avgCost: 0 }]);
    expect((await pilot.state()).ship?.cargoUsed).toBe(10);
    expect((await pilot.call('deliverContract', id(job))).code).toBe('wrong_station');

    await berth(game, pilot, there);
    const done = await pilot.ok('deliverContract', id(job));
    expect(done).toMatchObject({
      state: 'completed',
      paid: 700,
      cargo: [],
      jobs: { active: 0, counted: 1 },
    });
    expect((await pilot.call('deliverContract', id(job))).code).toBe('invalid_state');
    const after = await pilot.state();
    expect(after.ship?.cargoUsed).toBe(0);
    // The starter chain counts a paid job as one of its steps.
    expect(after.credits).toBe(before.credits - 14 + 700 + 500);
    const { items } = await pilot.ok('listCreditLedger', { query: { limit: 10 } });
    expect(items.filter(({ refId }) => refId === job).map(({ reason, amount }) => [reason, amount])).toEqual([
      ['contract_pay', 700],
      ['contract_fee', -14],
    ]);
  });

  it('travels under seal: it cannot be sold and fills the hold', async () => {
    const pilot = await game.join('Sealed');
    const job = await hangContract(game, here, { target: there, quantity: 30 });
    const second = await hangContract(game, here, { target: there, quantity: 30 });
    await pilot.ok('acceptContract', id(job));
    await pilot.ok('acceptContract', id(second));
    await pilot.ok('pickupContract', id(job));
    const refused = await pilot.call('pickupContract', id(second));
    expect([refused.code, (refused.body as unknown as { max: number }).max]).toEqual(['cargo_full', 20]);
    const { rows } = await pilot.ok('getMarket', id(here));
    expect(rows.find(({ side }) => side === 'sells')?.maxBuy?.byCargo).toBe(20);
    // A trade beside it leaves the sealed cargo where it is.
    const good = rows.find(({ side }) => side === 'sells')?.commodity ?? 'fuel';
    const line = { side: 'buy', commodity: good, quantity: 5, limitTotal: 1_000_000 } as const;
    const { cargo } = await pilot.ok('execute', { body: { stationId: here, lines: [line] } });
    expect(cargo).toContainEqual({ commodity: 'sealed_freight', quantity: 30, avgCost: 0 });
    expect((await pilot.state()).ship?.cargoUsed).toBe(35);
  });
});

describe('a procurement', () => {
  it('takes goods in parts, pays them pro rata and the job with the last of them', async () => {
    const pilot = await game.join('Procurer');
    const fuelHere = (await pilot.ok('getMarket', id(here))).rows.find(
      ({ commodity }) => commodity === 'fuel',
    );
    if (fuelHere?.side !== 'sells') throw new Error('no fuel at the capital');
    const line = { side: 'buy', commodity: 'fuel', quantity: 20, limitTotal: 1_000_000 } as const;
    await pilot.ok('execute', { body: { stationId: here, lines: [line] } });
    const job = await hangContract(game, there, {
      kind: 'procurement',
      commodity: 'fuel',
      quantity: 20,
      hops: 6,
    });
    await berth(game, pilot, there);
    await pilot.ok('acceptContract', id(job));
    const aboard = await unitsAboard(game.database.sql, 'fuel');

    expect(await pilot.ok('deliverContract', { ...id(job), body: { quantity: 7 } })).toMatchObject({
      state: 'accepted',
      delivered: 7,
      paid: 322,
    });
    expect((await pilot.call('deliverContract', { ...id(job), body: { quantity: 14 } })).code).toBe(
      'validation_failed',
    );
    expect(await pilot.ok('deliverContract', id(job))).toMatchObject({
      state: 'completed',
      delivered: 20,
      paid: 598 + 800,
      jobs: { counted: 1 },
    });
    expect(aboard - (await unitsAboard(game.database.sql, 'fuel'))).toBe(20);
    expect((await pilot.state()).cargo).toEqual([]);
  });
});

describe('limits', () => {
  it('are five open jobs, and eight paid or open ones in any rolling day', { timeout: 30_000 }, async () => {
    const pilot = await game.join('Busy-Bee');
    const take = async () => {
      const job = await hangContract(game, here, { target: here, hops: 3, quantity: 5 });
      return { job, answer: await pilot.call('acceptContract', id(job)) };
    };
    const finish = async (job: string) => {
      await pilot.ok('pickupContract', id(job));
      await pilot.ok('deliverContract', id(job));
    };
    const open: string[] = [];
    for (let n = 0; n < 5; n += 1) open.push((await take()).job);
    expect((await take()).answer.code).toBe('limit_reached');
    for (const job of open) await finish(job);
    for (let n = 0; n < 3; n += 1) await finish((await take()).job);
    const { answer } = await take();
    expect([answer.code, (answer.body as unknown as { nextAt: string }).nextAt]).toEqual([
      'job_limit',
      new Date(game.clock() + 24 * HOUR).toISOString(),
    ]);
    expect((await pilot.ok('listMyContracts')).jobs).toMatchObject({ counted: 8, maxPaid: 8, active: 0 });
  });
});

describe('failing', () => {
  it('comes with the deadline: cargo gone, half the pay, and nothing to deliver any more', async () => {
    const pilot = await game.join('Latecomer');
    const job = await hangContract(game, here, { target: there });
    await pilot.ok('acceptContract', id(job));
    await pilot.ok('pickupContract', id(job));
    const { credits } = await pilot.state();
    expect(await failOverdueContracts(game.deps, game.clock())).toBe(0);
    await game.database.sql`UPDATE contracts SET deadline_at = ${new Date(game.clock())} WHERE id = ${job}`;
    await berth(game, pilot, there);
    expect((await pilot.call('deliverContract', id(job))).code).toBe('deadline_passed');
    expect(await failOverdueContracts(game.deps, game.clock())).toBeGreaterThanOrEqual(1);
    expect(await failOverdueContracts(game.deps, game.clock())).toBe(0);
    const after = await pilot.state();
    expect([after.credits, after.ship?.cargoUsed, after.cargo]).toEqual([credits - 350, 0, []]);
    expect((await pilot.ok('listMyContracts')).recent[0]).toMatchObject({ id: job, state: 'failed' });
  });

  it('with the ship that carried it costs half', async () => {
    const pilot = await game.join('Castaway');
    const job = await hangContract(game, here, { target: there });
    await pilot.ok('acceptContract', id(job));
    await pilot.ok('pickupContract', id(job));
    expect(await failOverdueContracts(game.deps, game.clock())).toBe(0);
    const { credits, ship } = await pilot.state();
    const { active } = await pilot.ok('listMyContracts');
    await game.database.sql`DELETE FROM ship_cargo WHERE ship_id = ${ship?.id ?? ''}`;
    await game.database.sql`UPDATE ships SET cargo_used = 0 WHERE id = ${ship?.id ?? ''}`;
    expect(await failOverdueContracts(game.deps, game.clock())).toBe(1);
    expect((await pilot.state()).credits).toBe(credits - Math.ceil((active[0]?.penalty ?? 0) / 2));
    expect(await stateOf(job)).toBe('failed');
  });

  it('by giving up takes no more than there is; the rest is due with the next job', async () => {
    const pilot = await game.join('Quitter');
    const job = await hangContract(game, here, { target: there, kind: 'express', hops: 8 });
    await pilot.ok('acceptContract', id(job));
    await pilot.ok('pickupContract', id(job));
    await setWallet(pilot, 1_000);
    expect(await pilot.ok('abandonContract', id(job))).toMatchObject({
      state: 'abandoned',
      paid: 1_000,
      credits: 0,
      cargo: [],
      jobs: { active: 0, debt: 500 },
    });
    const next = await hangContract(game, here, { target: there });
    const refused = await pilot.call('acceptContract', id(next));
    expect(refused).toMatchObject({ code: 'insufficient_credits', body: { need: 514, have: 0 } });
    await setWallet(pilot, 2_000);
    expect(await pilot.ok('acceptContract', id(next))).toMatchObject({
      paid: 514,
      credits: 1_486,
      jobs: { debt: 0 },
    });
  });
});

describe('refusals', () => {
  it('change nothing, and another player may not', async () => {
    const holder = await game.join('Holder');
    const other = await game.join('Other');
    const job = await hangContract(game, here, { target: here });
    const kept = await hangContract(game, here, { target: there, reservedFor: await holder.playerId() });
    await holder.ok('acceptContract', id(job));
    await holder.ok('pickupContract', id(job));
    const before = await snapshotWorld(game.database.sql);
    const codes = async (
      ...calls: readonly [
        'acceptContract' | 'pickupContract' | 'deliverContract' | 'abandonContract',
        string,
      ][]
    ) => Promise.all(calls.map(async ([name, contractId]) => (await other.call(name, id(contractId))).code));
    expect(
      await codes(
        ['acceptContract', job],
        ['pickupContract', job],
        ['deliverContract', job],
        ['abandonContract', job],
        ['acceptContract', kept],
        ['acceptContract', here],
      ),
    ).toEqual(['contract_taken', 'not_found', 'not_found', 'not_found', 'not_found', 'not_found']);
    expect((await other.call('getContractBoard', id(there))).code).toBe('not_docked');
    expect((await other.call('getContractBoard', id(job))).code).toBe('not_docked');
    for (const quantity of [0, -1, 1.5, 100_001, '5']) {
      const { code } = await holder.call('deliverContract', { ...id(job), body: { quantity } as never });
      expect(code).toBe('validation_failed');
    }
    expect((await holder.call('acceptContract', { ...id(job), key: null })).code).toBe(
      'idempotency_key_required',
    );
    expect(await snapshotWorld(game.database.sql)).toEqual(before);
    expect((await other.ok('getContractBoard', id(here))).items.map((item) => item.id)).not.toContain(kept);
    expect((await holder.ok('getContractBoard', id(here))).items.map((item) => item.id)).toContain(kept);
  });
});

describe('boards', () => {
  it('are full at once, post nothing twice, and forget what nobody took', async () => {
    const count = async (): Promise<number> =>
      (
        await game.database.sql<
          { n: number }[]
        >`SELECT count(*)::int AS n FROM contracts WHERE state = 'posted' AND quarter IS NOT NULL`
      )[0]?.n ?? 0;
    expect(await postContracts(game.deps, game.clock())).toBeGreaterThan(20);
    const full = await count();
    expect(await postContracts(game.deps, game.clock())).toBe(0);
    const twice = await game.database.sql`
      SELECT station_id FROM contracts WHERE quarter IS NOT NULL AND commodity IS NOT NULL
      GROUP BY station_id, commodity HAVING count(*) > 1`;
    expect(twice).toEqual([]);
    const perBoard = await game.database.sql<{ most: number }[]>`
      SELECT max(n)::int AS most FROM (SELECT count(*) AS n FROM contracts WHERE quarter IS NOT NULL GROUP BY station_id) AS b`;
    expect(perBoard[0]?.most).toBeLessThanOrEqual(10);
    const pilot = await game.join('Reader');
    const board = await pilot.ok('getContractBoard', id(here));
    expect(board.items.length).toBeGreaterThanOrEqual(5);
    // Everybody can plot a course to every job of the Federation.
    expect(board.items.filter(({ target }) => target.turns === null)).toEqual([]);
    await game.database
      .sql`UPDATE contracts SET expires_at = ${new Date(game.clock())} WHERE quarter IS NOT NULL`;
    await postContracts(game.deps, game.clock());
    expect(await count()).toBeLessThanOrEqual(full);
    expect(
      (
        await game.database
          .sql`SELECT 1 FROM contracts WHERE state = 'posted' AND expires_at <= ${new Date(game.clock())}`
      ).length,
    ).toBe(0);
  });

  it('keep one easy job for a newcomer at the end of his first trade', async () => {
    const pilot = await game.join('Newcomer');
    const [row] = await game.database.sql<{ targets: { sellStationId: string } }[]>`
      SELECT targets FROM first_ship_chains WHERE player_id = ${await pilot.playerId()}`;
    const station = row?.targets.sellStationId ?? '';
    await berth(game, pilot, station);
    const mine = async () =>
      (await pilot.ok('getContractBoard', id(station))).items.filter(({ isReserved }) => isReserved);
    const [job, ...more] = await mine();
    expect(more).toEqual([]);
    expect(job).toMatchObject({ kind: 'freight', quantity: 5 });
    expect((await mine()).map((item) => item.id)).toEqual([job?.id]);
    await pilot.ok('acceptContract', id(job?.id ?? ''));
    expect(await mine()).toEqual([]);
    expect(await stateOf(job?.id ?? '')).toBe('accepted');
  });
});
