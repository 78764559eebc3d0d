import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hangContract } from '../../testing/contracts.ts';
import { buyShip as buy, codesOf as codes, joinRich } from '../../testing/ship-owners.ts';
import { stopBalanced } from '../../testing/stop-balanced.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';

let game: TestGame;

beforeAll(async () => {
  game = await createTestGame({ connect: { max: 20 } });
});
afterAll(() => stopBalanced(game));

const rich = (name: string, credits?: number) => joinRich(game, name, credits);

describe('a yard', () => {
  it('refits a ship and every number follows', async () => {
    const pilot = await rich('Refitter');
    const { ship } = await pilot.state();
    const id = ship?.id ?? '';
    for (const kind of ['cargo_hold', 'shield', 'hull', 'engine', 'engine'] as const)
      await pilot.ok('upgradeShip', { params: { id }, body: { kind } });
    const after = await pilot.state();
    expect(after.ship).toMatchObject({
      cargoCapacity: 55,
      maxShields: 345,
      shields: 345,
      maxHull: 460,
      hull: 460,
      turnsPerWarp: 2,
    });
    await pilot.ok('installEquipment', { params: { id }, body: { item: 'planetary_lander' } });
    expect(
      (await pilot.call('installEquipment', { params: { id }, body: { item: 'planetary_lander' } })).code,
    ).toBe('installed');
    expect(
      (await pilot.call('installEquipment', { params: { id }, body: { item: 'mining_laser' } })).code,
    ).toBe('incompatible');
    const paid = (await pilot.state()).credits;
    const { credits } = await pilot.ok('removeEquipment', { params: { id, item: 'planetary_lander' } });
    expect(credits - paid).toBe(6_400);
    await pilot.undock();
    const [lane] = (await pilot.ok('listMoves')).moves.filter(({ kind }) => kind === 'lane');
    expect(lane?.cost).toBeLessThanOrEqual(3);
    expect((await pilot.call('upgradeShip', { params: { id }, body: { kind: 'hull' } })).code).toBe(
      'not_docked',
    );
  });

  it('repairs for what it said it would cost', async () => {
    const pilot = await rich('Mender');
    const id = (await pilot.state()).ship?.id ?? '';
    await game.database.sql`
      UPDATE ships SET hull = 100, shields = 10, condition_milli = 40000, fault = 'engine', shields_at = ${new Date(game.clock())},
        condition_at = ${new Date(game.clock())} WHERE id = ${id}`;
    const order = { hull: 'max', shields: true, condition: 'max' } as const;
    const quote = await pilot.ok('repairShip', { params: { id }, query: { dryRun: 'true' }, body: order });
    expect(quote).toMatchObject({ hullCost: 1_875, shieldsCost: 50, conditionCost: 3_000, total: 4_925 });
    const before = (await pilot.state()).credits;
    const done = await pilot.ok('repairShip', { params: { id }, body: order });
    expect(before - done.credits).toBe(quote.total);
    expect((await pilot.state()).ship).toMatchObject({
      hull: 400,
      shields: 300,
      conditionMilli: 100_000,
      fault: 'none',
    });
    expect((await pilot.call('repairShip', { params: { id }, body: order })).code).toBe('nothing_to_repair');
    for (const body of [
      { hull: 0 },
      { hull: -1 },
      { hull: 1.5 },
      { hull: 1e9 },
      { hull: 'all' },
      { paint: 1 },
    ])
      expect((await pilot.send('POST', `/ships/${id}/repair`, { body })).code).toBe('validation_failed');
  });

  it('sells kits, which take room and mend on the way', async () => {
    const pilot = await rich('Kitter');
    const id = (await pilot.state()).ship?.id ?? '';
    await pilot.ok('handleKit', { params: { id }, body: { do: 'buy', quantity: 2 } });
    expect((await pilot.state()).cargo).toMatchObject([{ commodity: 'maintenance_kit', quantity: 2 }]);
    expect((await pilot.call('handleKit', { params: { id }, body: { do: 'buy', quantity: 49 } })).code).toBe(
      'cargo_full',
    );
    await game.database.sql`
      UPDATE ships SET condition_milli = 20000, fault = 'scanner', condition_at = ${new Date(game.clock())} WHERE id = ${id}`;
    await pilot.undock();
    const { turns } = await pilot.state();
    await pilot.ok('handleKit', { params: { id }, body: { do: 'use' } });
    const after = await pilot.state();
    expect(after.turns.turns).toBe(turns.turns - 5);
    expect(after.ship).toMatchObject({ conditionMilli: 45_000, fault: 'none', cargoUsed: 1 });
  });
});

describe('automatic maintenance', () => {
  it('finds its kit beside sealed cargo', async () => {
    const pilot = await rich('Sealed');
    const { ship, location } = await pilot.state();
    const id = ship?.id ?? '';
    const job = { params: { id: await hangContract(game, location?.stationId ?? '') } };
    await pilot.ok('acceptContract', job);
    await pilot.ok('pickupContract', job);
    await pilot.ok('installEquipment', { params: { id }, body: { item: 'auto_maintenance' } });
    await pilot.ok('handleKit', { params: { id }, body: { do: 'buy', quantity: 1 } });
    await game.database.sql`
      UPDATE ships SET condition_milli = 60000, condition_at = ${new Date(game.clock())} WHERE id = ${id}`;
    await pilot.undock();
    const [away] = (await pilot.ok('listMoves')).moves;
    await pilot.ok('move', { body: { to: away?.to ?? 0 } });
    expect((await pilot.state()).cargo).toEqual([{ commodity: 'sealed_freight', quantity: 10, avgCost: 0 }]);
  });

  it('takes a kit out of the hold on a warp and tells of it', async () => {
    const pilot = await rich('Automatic');
    const id = (await pilot.state()).ship?.id ?? '';
    await pilot.ok('installEquipment', { params: { id }, body: { item: 'auto_maintenance' } });
    await pilot.ok('handleKit', { params: { id }, body: { do: 'buy', quantity: 2 } });
    await game.database.sql`
      UPDATE ships SET condition_milli = 60000, condition_at = ${new Date(game.clock())} WHERE id = ${id}`;
    await pilot.undock();
    const [away] = (await pilot.ok('listMoves')).moves;
    await pilot.ok('move', { body: { to: away?.to ?? 0 } });
    expect((await pilot.state()).ship).toMatchObject({ conditionMilli: 85_000, cargoUsed: 1 });
  });
});

describe('cargo between ships', () => {
  it('moves side by side, all or nothing', async () => {
    const pilot = await rich('Hauler');
    const id = (await pilot.state()).ship?.id ?? '';
    const scout = await buy(pilot, 'scout_ship', 'Kestrel');
    await pilot.ok('handleKit', { params: { id }, body: { do: 'buy', quantity: 12 } });
    const move = (quantity: number, toShipId = scout) =>
      pilot.call('transferCargo', {
        params: { id },
        body: { toShipId, items: [{ commodity: 'maintenance_kit', quantity }] },
      });
    expect((await move(11)).code).toBe('cargo_full');
    expect((await move(13)).code).toBe('not_in_cargo');
    expect((await move(1, id)).code).toBe('same_ship');
    expect((await move(0)).code).toBe('validation_failed');
    const both = await Promise.all([move(10), move(10)]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await pilot.call('sellShip', { params: { id: scout } })).code).toBe('ship_not_empty');
    expect((await pilot.state()).ship?.cargoUsed).toBe(2);
    await pilot.ok('jettisonCargo', {
      params: { id },
      body: { items: [{ commodity: 'maintenance_kit', quantity: 2 }] },
    });
    expect((await pilot.state()).cargo).toEqual([]);
    await pilot.undock();
    expect((await move(1)).code).toBe('not_colocated');
  });
});

describe('insurance', () => {
  it('is signed once, renewed late, and listed', async () => {
    const pilot = await rich('Insured');
    const scout = await buy(pilot, 'scout_ship', 'Kestrel');
    const [quote] = (await pilot.ok('listInsuranceQuotes', { query: { shipId: scout } })).items;
    expect(quote).toMatchObject({ value: 25_000, premium: 1_250, payout: 12_500, policy: null });
    const both = await Promise.all([1, 2].map(() => pilot.call('insureShip', { body: { shipId: scout } })));
    expect(codes(both)).toEqual(['already_insured']);
    const own = (await pilot.state()).ship?.id ?? '';
    expect((await pilot.call('insureShip', { body: { shipId: own } })).code).toBe('not_insurable');
    expect((await pilot.ok('listShips')).items.find(({ id }) => id === scout)?.insuredUntil).not.toBeNull();
  });
});

describe('the registry', () => {
  it('tells everybody what became of a ship, without credits', async () => {
    const [pilot, reader] = [await rich('Namer'), await game.join('Reader')];
    const scout = await buy(pilot, 'scout_ship', 'Kestrel');
    await pilot.ok('patchShip', { params: { id: scout }, body: { name: 'Sparrowhawk' } });
    const { own } = await pilot.ok('getShip', { params: { id: scout } });
    const registration = own?.registration ?? '';
    await pilot.ok('sellShip', { params: { id: scout } });
    const history = await reader.ok('getRegistry', { params: { registration } });
    expect(history).toMatchObject({ name: 'Sparrowhawk', type: 'scout_ship' });
    expect(history.entries.map(({ kind }) => kind).sort()).toEqual(['purchased', 'renamed', 'sold']);
    expect(JSON.stringify(history)).not.toMatch(/credits|station/);
    expect((await reader.send('GET', '/registry/REG-0000-0000')).code).toBe('not_found');
    expect((await reader.send('GET', '/registry/nonsense')).code).toBe('not_found');
  });
});
