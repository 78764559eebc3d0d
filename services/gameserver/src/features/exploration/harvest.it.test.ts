import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditLedger } from '../../ledger/audit.ts';
import { unitsAboard } from '../../testing/arrange.ts';
import { hangContract } from '../../testing/contracts.ts';
import { placeShip } from '../../testing/place-ship.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { AtlasSector } from '../universe/index.ts';

let game: TestGame;
let field: AtlasSector;
beforeAll(async () => {
  game = await createTestGame();
  const atlas = game.deps.atlas();
  const found = atlas.sectorsOf(atlas.terran).find((s) => s.type === 'asteroid_field' && s.richness > 0);
  if (found === undefined) throw new Error('no asteroid field');
  field = found;
});
afterAll(() => game.stop());

const reserveOf = async (): Promise<number> => {
  const [row] = await game.database.sql<{ left: number }[]>`
    SELECT coalesce(reserve, reserve_max) AS left FROM sectors WHERE id = ${field.id}`;
  return row?.left ?? Number.NaN;
};
const setReserve = (amount: number) =>
  game.database.sql`
    UPDATE sectors SET reserve = ${amount}, reserve_hour = ${Math.floor(game.clock() / 3_600_000)} WHERE id = ${field.id}`;

describe('a harvest of asteroids', () => {
  it('moves ore from the field into holds, no more and no less', async () => {
    const miners = await Promise.all(['Ada', 'Bert', 'Cleo'].map((name) => game.join(`Miner${name}`)));
    for (const miner of miners) await placeShip(game, miner, field.id);
    const [before, aboard] = [await reserveOf(), await unitsAboard(game.database.sql, 'ore')];
    const answers = await Promise.all(
      miners.flatMap((miner) => [miner, miner].map((m) => m.call('harvest'))),
    );
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    const mined = (await unitsAboard(game.database.sql, 'ore')) - aboard;
    expect(mined).toBeGreaterThan(0);
    expect(before - (await reserveOf())).toBe(mined);
    const { cargo, turns, ship } = await (miners[0] ?? (await game.join('Nobody'))).state();
    expect(turns.turns).toBe(1_000 - 2 * 4);
    expect(ship?.cargoUsed).toBe(cargo.reduce((sum, { quantity }) => sum + quantity, 0));
  });

  it('leaves what is under seal as it is, and shows it as one row', async () => {
    const miner = await game.join('Courier');
    const job = { params: { id: await hangContract(game, (await miner.state()).location?.stationId ?? '') } };
    await miner.ok('acceptContract', job);
    await miner.ok('pickupContract', job);
    await placeShip(game, miner, field.id);
    expect((await miner.ok('harvest')).cargo).toContainEqual({
      commodity: 'sealed_freight',
      quantity: 10,
      avgCost: 0,
    });
    expect((await miner.ok('listMyContracts')).active[0]?.aboard).toBe(10);
  });

  it('of the last unit has one winner', async () => {
    const rivals = await Promise.all(['Castor', 'Pollux'].map((name) => game.join(name)));
    for (const rival of rivals) await placeShip(game, rival, field.id);
    await setReserve(1);
    const answers = await Promise.all(rivals.map((rival) => rival.call('harvest')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.code).toBe('depleted');
    expect(answers.find(({ status }) => status === 200)?.body.isDepleted).toBe(true);
    expect(await reserveOf()).toBe(0);
    const loser = rivals[answers.findIndex(({ status }) => status === 409)];
    expect((await loser?.state())?.turns.turns).toBe(1_000);
  });

  it('is offered with its cost, and refused docked, elsewhere and without room', async () => {
    await setReserve(20);
    const player = await game.join('Idle');
    expect(await player.call('harvest')).toMatchObject({ code: 'must_undock' });
    const id = await placeShip(game, player, field.id);
    const offer = (await player.ok('getCurrentSector')).actions.find((action) => action.id === 'harvest');
    expect(offer).toMatchObject({ enabled: true, cost: { turns: 4 } });
    await game.database.sql`UPDATE ships SET cargo_used = cargo_capacity WHERE owner_id = ${id}`;
    await game.database.sql`
      INSERT INTO ship_cargo (ship_id, commodity, quantity) SELECT id, 'fuel', cargo_capacity FROM ships WHERE owner_id = ${id}`;
    expect(await player.call('harvest')).toMatchObject({ code: 'cargo_full' });
    await placeShip(game, player, 1);
    expect(await player.call('harvest')).toMatchObject({ code: 'nothing_to_harvest' });
    expect((await player.ok('getCurrentSector')).actions.map((action) => action.id)).not.toContain('harvest');
    expect((await player.state()).turns.turns).toBe(1_000);
  });
});

it('a nebula needs a harvester, costs 1,000 cr and two hours', async () => {
  const atlas = game.deps.atlas();
  const core = atlas.sectorsOf(atlas.terran).find((s) => s.type === 'nebula');
  if (core === undefined) throw new Error('no nebula');
  const player = await game.join('Gatherer');
  const id = await placeShip(game, player, core.id);
  expect(await player.call('harvest')).toMatchObject({ code: 'equipment_missing' });
  await game.database.sql`
    INSERT INTO ship_equipment (ship_id, slot, item, paid) SELECT id, 1, 'quantum_harvester', 0 FROM ships WHERE owner_id = ${id}`;
  const { credits } = await player.state();
  const answers = await Promise.all([player.call('harvest'), player.call('harvest')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.code).toBe('cooldown');
  const done = answers.find(({ status }) => status === 200)?.body;
  expect(done).toMatchObject({ kind: 'nebula', fee: 1_000, turns: { spent: 8 } });
  expect((await player.state()).credits).toBe(credits - 1_000);
  const [kept] = await game.database.sql<{ n: number }[]>`
    SELECT coalesce(sum(quantity), 0)::int AS n FROM player_items WHERE player_id = ${id}`;
  expect(done?.inventory).toEqual(done?.items);
  expect(kept?.n).toBe(done?.items.reduce((sum, { quantity }) => sum + quantity, 0));
  expect(await auditLedger(game.db, game.clock())).toMatchObject({ ok: true });
});
