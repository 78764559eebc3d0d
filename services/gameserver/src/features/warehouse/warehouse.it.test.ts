import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setBank, setCargo, setStock, setWallet, stockOf } from '../../testing/arrange.ts';
import { stopBalanced } from '../../testing/stop-balanced.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import { snapshotWorld } from '../../testing/world-snapshot.ts';
import { collectRents } from './index.ts';

const DAY = 86_400_000;

let game: TestGame;
let player: TestPlayer;
let playerId: string;
let stationId: string;
let joined = 0;

beforeAll(async () => {
  game = await createTestGame({ connect: { max: 20 } });
});
afterAll(() => stopBalanced(game));
beforeEach(async () => {
  joined += 1;
  player = await game.join(`tenant${joined}`);
  playerId = await player.playerId();
  stationId = (await player.state()).location?.stationId ?? '';
  await game.database.sql`DELETE FROM warehouses`;
});

/** Time goes by for the tenancies; the tokens of the players stay young. */
const letPass = async (ms: number) => {
  const span = ms / 1_000;
  await game.database.sql`
    UPDATE warehouses SET paid_until = paid_until - make_interval(secs => ${span}),
      unpaid_since = unpaid_since - make_interval(secs => ${span})`;
};
const at = () => ({ params: { id: stationId } });
const rent = (blocks: number) => player.call('rentWarehouse', { ...at(), body: { blocks } });
const release = (blocks: number) => player.call('releaseWarehouse', { ...at(), body: { blocks } });
const store = (commodity: string, quantity: number, key?: string) =>
  player.call('storeGoods', {
    ...at(),
    ...(key === undefined ? {} : { key }),
    body: { commodity, quantity },
  });
const retrieve = (commodity: string, quantity: number) =>
  player.call('retrieveGoods', { ...at(), body: { commodity, quantity } });
const credits = async () => (await player.state()).credits;
const held = async (commodity: string) =>
  (await player.state()).cargo.find((row) => row.commodity === commodity)?.quantity ?? 0;
const stored = async () =>
  Object.fromEntries(
    (await player.ok('getWarehouse', at())).items.map(({ commodity, quantity }) => [commodity, quantity]),
  );

describe('a tenancy', () => {
  it('pays the first day of every block at once', async () => {
    const before = await credits();
    expect((await rent(3)).body).toMatchObject({ paid: 30, credits: before - 30 });
    expect((await rent(2)).body.paid).toBe(20);
    expect(await player.ok('getWarehouse', at())).toMatchObject({
      blocks: 5,
      capacity: 50,
      used: 0,
      rent: 50,
      paidUntil: new Date(game.clock() + DAY).toISOString(),
      unpaidSince: null,
      due: 0,
    });
    expect((await release(5)).body.paid).toBe(0);
    expect((await player.call('getWarehouse', at())).code).toBe('not_found');
  });

  it('is nobody else’s', async () => {
    await rent(1);
    const other = await game.join(`other${joined}`);
    expect((await other.call('getWarehouse', at())).code).toBe('not_found');
    expect(
      (await other.call('retrieveGoods', { ...at(), body: { commodity: 'ore', quantity: 1 } })).code,
    ).toBe('no_warehouse');
  });

  it('is described with what may be done in it', async () => {
    await rent(2);
    await setCargo(game.database.sql, playerId, 'ore', 30, 27);
    const actions = async () =>
      (await player.ok('listServices', at())).services
        .find(({ id }) => id === 'warehouse')
        ?.actions.map(({ id, enabled, reason, inputs }) => [id, enabled, reason, inputs.at(-1)?.max]);
    expect(await actions()).toEqual([
      ['warehouse_store', true, null, 20],
      ['warehouse_rent', true, null, 18],
      ['warehouse_release', true, null, 2],
    ]);
  });
});

describe('goods', () => {
  it('go in and come out with what they cost, and none is lost or made', async () => {
    await rent(2);
    await setCargo(game.database.sql, playerId, 'ore', 30, 27);
    expect((await store('ore', 12)).status).toBe(200);
    expect([await held('ore'), await stored()]).toEqual([18, { ore: 12 }]);
    await setCargo(game.database.sql, playerId, 'ore', 8, 30);
    await store('ore', 8);
    expect((await player.ok('getWarehouse', at())).items).toEqual([
      { commodity: 'ore', quantity: 20, avgCost: 28 },
    ]);
    await retrieve('ore', 20);
    expect([await held('ore'), await stored()]).toEqual([20, {}]);
    const ship = (await player.state()).ship;
    expect(ship?.cargoUsed).toBe(20);
  });

  it('moved twice with one key move once', async () => {
    await rent(2);
    await setCargo(game.database.sql, playerId, 'ore', 20);
    const key = randomUUID();
    await Promise.all([1, 2, 3].map(() => store('ore', 7, key)));
    expect([await held('ore'), await stored()]).toEqual([13, { ore: 7 }]);
  });

  it('moved at the same time are counted once', async () => {
    await rent(1);
    await setCargo(game.database.sql, playerId, 'ore', 20);
    const answers = await Promise.all([1, 2, 3, 4].map(() => store('ore', 4)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set([undefined, 'warehouse_full']));
    const back = await Promise.all([1, 2, 3].map(() => retrieve('ore', 4)));
    expect(back.filter(({ status }) => status === 200)).toHaveLength(2);
    expect([await held('ore'), await stored()]).toEqual([20, {}]);
  });
});

describe('a refused order', () => {
  it('changes nothing', async () => {
    const refuse = async (command: () => Promise<{ code: string | undefined }>) => {
      const before = await snapshotWorld(game.database.sql);
      const { code } = await command();
      expect(await snapshotWorld(game.database.sql)).toEqual(before);
      return code;
    };
    await setCargo(game.database.sql, playerId, 'ore', 20);
    expect(await refuse(() => store('ore', 1))).toBe('no_warehouse');
    expect(await refuse(() => release(1))).toBe('no_warehouse');
    expect(await refuse(() => player.call('payWarehouse', at()))).toBe('no_warehouse');
    await rent(1);
    expect(await refuse(() => rent(20))).toBe('warehouse_limit');
    expect(await refuse(() => store('ore', 11))).toBe('warehouse_full');
    expect(await refuse(() => store('ore', 21))).toBe('not_in_cargo');
    expect(await refuse(() => store('fuel', 1))).toBe('not_in_cargo');
    expect(await refuse(() => store('narcotics', 1))).toBe('contraband_refused');
    expect(await refuse(() => store('colonists', 1))).toBe('not_storable');
    expect(await refuse(() => retrieve('ore', 1))).toBe('not_in_warehouse');
    expect(await refuse(() => player.call('payWarehouse', at()))).toBe('rent_not_due');
    await store('ore', 10);
    expect(await refuse(() => release(1))).toBe('warehouse_in_use');
    await setCargo(game.database.sql, playerId, 'fuel', 40);
    expect(await refuse(() => retrieve('ore', 1))).toBe('cargo_full');
    for (const body of [
      {},
      { blocks: 0 },
      { blocks: 21 },
      { blocks: 1.5 },
      { blocks: -1 },
      { blocks: 1, more: 1 },
    ])
      expect(await refuse(() => player.send('POST', `/stations/${stationId}/warehouse/rent`, { body }))).toBe(
        'validation_failed',
      );
    for (const body of [
      { commodity: 'ore', quantity: 0 },
      { commodity: 'ore', quantity: 1e9 },
      { commodity: 'freight:1', quantity: 1 },
      { commodity: '', quantity: 1 },
    ])
      expect(
        await refuse(() => player.send('POST', `/stations/${stationId}/warehouse/deposit`, { body })),
      ).toBe('validation_failed');
    await setWallet(game.database.sql, playerId, 9);
    expect(await refuse(() => rent(1))).toBe('insufficient_credits');
    await player.undock();
    expect(await refuse(() => rent(1))).toBe('not_docked');
    expect(await refuse(() => retrieve('ore', 1))).toBe('not_docked');
    expect(
      (await player.call('rentWarehouse', { params: { id: randomUUID() }, body: { blocks: 1 } })).code,
    ).toBe('not_docked');
  });
});

describe('the rent', () => {
  it('is taken daily, from the bank first, however late or often the round comes', async () => {
    await rent(5);
    await setBank(game.database.sql, playerId, 120);
    await setWallet(game.database.sql, playerId, 1_000);
    const start = game.clock();
    expect(await collectRents(game.deps, start + DAY - 1)).toEqual({ paid: 0, unpaid: 0, cleared: 0 });
    expect(await collectRents(game.deps, start + DAY)).toMatchObject({ paid: 1 });
    expect(await collectRents(game.deps, start + DAY)).toMatchObject({ paid: 0 });
    expect([(await player.ok('getBank')).balance, await credits()]).toEqual([70, 1_000]);
    expect(await collectRents(game.deps, start + 4 * DAY)).toMatchObject({ paid: 1 });
    expect([(await player.ok('getBank')).balance, await credits()]).toEqual([0, 920]);
    expect((await player.ok('getWarehouse', at())).paidUntil).toBe(new Date(start + 5 * DAY).toISOString());
  });

  it('runs of two servers at once take it once', async () => {
    await rent(1);
    const before = await credits();
    const other = await game.addServer();
    const later = game.clock() + DAY;
    const rounds = await Promise.all([collectRents(game.deps, later), collectRents(other.deps, later)]);
    await other.stop();
    expect(rounds.reduce((sum, { paid }) => sum + paid, 0)).toBe(1);
    expect(await credits()).toBe(before - 10);
  });

  it('that cannot be taken from one tenant is taken from the others', async () => {
    await rent(1);
    const stuck = playerId;
    const other = await game.join(`neighbour${joined}`);
    await other.ok('rentWarehouse', { ...at(), body: { blocks: 1 } });
    await game.database.sql.unsafe(`
      CREATE TRIGGER stuck BEFORE UPDATE ON warehouses FOR EACH ROW WHEN (OLD.player_id = '${stuck}')
      EXECUTE FUNCTION refuse_change()`);
    const later = game.clock() + DAY;
    expect(await collectRents(game.deps, later)).toMatchObject({ paid: 1 });
    expect(await game.deps.metrics.registry.metrics()).toContain(
      'sw_job_row_failures_total{sweep="warehouse_rent"} 1',
    );
    await game.database.sql.unsafe('DROP TRIGGER stuck ON warehouses');
    expect(await collectRents(game.deps, later)).toMatchObject({ paid: 1 });
  });

  it('unpaid closes the warehouse until it is settled, and never takes what is not there', async () => {
    await rent(2);
    await setCargo(game.database.sql, playerId, 'ore', 10);
    await store('ore', 10);
    await setWallet(game.database.sql, playerId, 19);
    await letPass(DAY);
    expect(await collectRents(game.deps, game.clock())).toMatchObject({ unpaid: 1 });
    expect([await credits(), (await retrieve('ore', 1)).code, (await rent(1)).code]).toEqual([
      19,
      'rent_due',
      'rent_due',
    ]);
    expect((await player.call('payWarehouse', at())).code).toBe('insufficient_credits');
    await setWallet(game.database.sql, playerId, 100);
    await letPass(DAY + 1);
    expect((await player.call('payWarehouse', at())).body).toMatchObject({ paid: 40, credits: 60 });
    expect((await retrieve('ore', 10)).status).toBe(200);
  });

  it('unpaid for seven days, the station buys what it can, the rest is destroyed, the bank gets the remainder', async () => {
    const { rows } = await player.ok('getMarket', at());
    const wanted = rows.find(({ side }) => side === 'buys')?.commodity ?? 'luxury_goods';
    const sold = rows.find(({ side }) => side === 'sells')?.commodity ?? 'fuel';
    await setStock(game.database.sql, stationId, wanted, 0);
    await rent(4);
    await setCargo(game.database.sql, playerId, wanted, 20);
    await store(wanted, 20);
    await setCargo(game.database.sql, playerId, sold, 15);
    await store(sold, 15);
    await setWallet(game.database.sql, playerId, 0);
    await letPass(DAY);
    expect(await collectRents(game.deps, game.clock())).toMatchObject({ unpaid: 1 });
    await letPass(7 * DAY - 1);
    expect(await collectRents(game.deps, game.clock())).toMatchObject({ unpaid: 1 });
    await letPass(1);
    const settled = (await player.ok('getMarket', at())).rows.find(({ commodity }) => commodity === wanted);
    expect(await collectRents(game.deps, game.clock())).toMatchObject({ cleared: 1 });
    expect((await player.call('getWarehouse', at())).code).toBe('not_found');
    expect(await stockOf(game.database.sql, stationId, wanted)).toBe((settled?.stock ?? 0) + 20);
    const { balance, entries } = await player.ok('getBank');
    const proceeds = entries.find(({ reason }) => reason === 'warehouse_sale')?.amount ?? 0;
    expect(proceeds).toBeGreaterThan(0);
    expect(balance).toBe(proceeds - 8 * 40);
    expect(await credits()).toBe(0);
    expect(await collectRents(game.deps, game.clock())).toEqual({ paid: 0, unpaid: 0, cleared: 0 });
  });
});
