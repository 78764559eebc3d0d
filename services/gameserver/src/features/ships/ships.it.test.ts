import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giveCredits, setTurns } from '../../testing/arrange.ts';
import { hangContract } from '../../testing/contracts.ts';
import { stopBalanced } from '../../testing/stop-balanced.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import { snapshotWorld } from '../../testing/world-snapshot.ts';
import { failOverdueContracts } from '../station-contracts/index.ts';
import { burnFuses } from './index.ts';

let game: TestGame;

beforeAll(async () => {
  game = await createTestGame({ connect: { max: 20 } });
});
afterAll(() => stopBalanced(game));

const rich = async (name: string, credits = 1_000_000): Promise<TestPlayer> => {
  const player = await game.join(name);
  await giveCredits(game.db, await player.playerId(), BigInt(credits), game.clock());
  return player;
};

const buy = async (player: TestPlayer, type: 'scout_ship' | 'cargo_hauler', name: string) =>
  (await player.ok('purchaseShip', { body: { type, name } })).shipId;

const codes = (answers: readonly { readonly code: string | undefined }[]) =>
  answers.flatMap(({ code }) => (code === undefined ? [] : [code]));

describe('the shipyard', () => {
  it('sells a ship, takes it in payment for a better one, and the pilot boards that', async () => {
    const buyer = await rich('Buyer');
    const before = await buyer.state();
    const scout = await buy(buyer, 'scout_ship', 'Kestrel');
    const { items, used } = await buyer.ok('listShips');
    expect(used).toBe(2);
    expect(items.find(({ id }) => id === scout)).toMatchObject({
      isActive: false,
      status: 'docked',
      cargoCapacity: 10,
    });
    expect((await buyer.state()).ship?.id).toBe(before.ship?.id);
    await buyer.ok('activateShip', { params: { id: scout } });
    expect((await buyer.state()).ship).toMatchObject({ id: scout, turnsPerWarp: 2 });
    const offers = await buyer.ok('listShipTypes', { query: { tradeIn: scout } });
    expect(offers.types.find(({ key }) => key === 'cargo_hauler')).toMatchObject({
      price: 50_000,
      net: 37_500,
      missing: 0,
      action: { enabled: true },
    });
    const { shipId, credits } = await buyer.ok('purchaseShip', {
      body: { type: 'cargo_hauler', name: 'Great Ox', tradeIn: scout },
    });
    expect(credits).toBe(before.credits - 25_000 + 12_500 - 50_000);
    expect((await buyer.state()).ship).toMatchObject({ id: shipId, cargoCapacity: 100 });
    expect((await buyer.ok('listShips')).items.map(({ id }) => id)).not.toContain(scout);
    expect((await buyer.call('getShip', { params: { id: scout } })).status).toBe(404);
  });

  it('says what is missing and refuses without changing anything', async () => {
    const poor = await game.join('Poor');
    const { types, dealer } = await poor.ok('listShipTypes');
    expect(dealer).not.toBeNull();
    const scout = types.find(({ key }) => key === 'scout_ship');
    expect(scout).toMatchObject({ missing: 20_000, action: { reason: 'insufficient_credits' } });
    const before = await snapshotWorld(game.database.sql);
    const tries = [
      ['insufficient_credits', { type: 'scout_ship', name: 'Kestrel' }],
      ['not_for_sale', { type: 'warp_jumper', name: 'Kestrel' }],
      ['not_for_sale', { type: 'escape_pod', name: 'Kestrel' }],
      ['standing_too_low', { type: 'carrier', name: 'Kestrel' }],
      ['validation_failed', { type: 'scout_ship', name: 'x' }],
      ['validation_failed', { type: 'scout_ship', name: '<script>' }],
      ['validation_failed', { type: 'dreadnought', name: 'Kestrel' }],
      ['validation_failed', { type: 'scout_ship', name: 'Kestrel', tradeIn: 'mine' }],
      ['validation_failed', { type: 'scout_ship', name: 'Kestrel', price: 1 }],
    ] as const;
    for (const [code, body] of tries)
      expect((await poor.send('POST', '/ships/purchase', { body })).code).toBe(code);
    const own = (await poor.state()).ship?.id ?? '';
    expect(
      (await poor.call('purchaseShip', { body: { type: 'scout_ship', name: 'Kestrel', tradeIn: own } })).code,
    ).toBe('bound_ship');
    expect(await snapshotWorld(game.database.sql)).toEqual(before);
  });

  it('is closed to those in flight', async () => {
    const pilot = await rich('Flying');
    await pilot.undock();
    expect((await pilot.call('purchaseShip', { body: { type: 'scout_ship', name: 'Kestrel' } })).code).toBe(
      'not_docked',
    );
    expect((await pilot.ok('listShipTypes')).dealer).toBeNull();
  });
});

describe('a halted economy', () => {
  it('lets nobody buy or sell ships, but go on flying', async () => {
    const pilot = await rich('Halted');
    const spare = await buy(pilot, 'scout_ship', 'Spare');
    await game.database.sql`
      INSERT INTO server_flags (name, value, updated_at) VALUES ('economy.read_only', 'true', now())`;
    const halted = [
      await pilot.call('purchaseShip', { body: { type: 'scout_ship', name: 'Late' } }),
      await pilot.call('sellShip', { params: { id: spare } }),
      await pilot.call('patchShip', { params: { id: spare }, body: { name: 'Other' } }),
    ];
    const boarded = await pilot.call('activateShip', { params: { id: spare } });
    await game.database.sql`DELETE FROM server_flags WHERE name = 'economy.read_only'`;
    expect(halted.map(({ code }) => code)).toEqual(halted.map(() => 'economy_read_only'));
    expect(boarded.status).toBe(200);
  });
});

describe('two at once', () => {
  it('buy as many ships as there are credits for', async () => {
    const pilot = await rich('Doubler', 25_000);
    const answers = await Promise.all(
      [1, 2, 3, 4].map((n) =>
        pilot.call('purchaseShip', { body: { type: 'scout_ship', name: `Kestrel ${n}` } }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(codes(answers)).toEqual(Array(3).fill('insufficient_credits'));
  });

  it('with one key buy one ship', async () => {
    const pilot = await rich('Repeater');
    const key = '01900000-0000-7000-8000-00000000abcd';
    const call = { key, body: { type: 'scout_ship', name: 'Kestrel' } } as const;
    const answers = await Promise.all([1, 2, 3].map(() => pilot.call('purchaseShip', call)));
    expect(new Set(answers.map(({ body }) => body.shipId)).size).toBe(1);
    expect((await pilot.ok('listShips')).used).toBe(2);
  });

  it('never own a sixth ship', async () => {
    const pilot = await rich('Collector');
    const answers = await Promise.all(
      Array.from({ length: 7 }, (_, n) =>
        pilot.call('purchaseShip', { body: { type: 'scout_ship', name: `Kestrel ${n}` } }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(4);
    expect(new Set(codes(answers))).toEqual(new Set(['ship_limit']));
  });

  it('board one ship once, and sell it or board it', async () => {
    const pilot = await rich('Switcher');
    const scout = await buy(pilot, 'scout_ship', 'Kestrel');
    const answers = await Promise.all([
      pilot.call('activateShip', { params: { id: scout } }),
      pilot.call('activateShip', { params: { id: scout } }),
      pilot.call('sellShip', { params: { id: scout } }),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { ship } = await pilot.state();
    expect(answers[2]?.status === 200 ? 'light_freighter' : 'scout_ship').toBe(ship?.type);
  });

  it('give one ship in payment once', async () => {
    const pilot = await rich('Trader', 100_000);
    const scout = await buy(pilot, 'scout_ship', 'Kestrel');
    const answers = await Promise.all(
      [1, 2].map((n) =>
        pilot.call('purchaseShip', { body: { type: 'scout_ship', name: `Kestrel ${n}`, tradeIn: scout } }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(codes(answers)).toEqual(['not_found']);
    expect((await pilot.state()).credits).toBe(5_000 + 100_000 - 25_000 + 12_500 - 25_000);
  });
});

describe("somebody else's ship", () => {
  it('is forbidden beside one and unknown elsewhere, for every command', async () => {
    const [owner, other] = [await rich('Owner'), await rich('Other')];
    const scout = await buy(owner, 'scout_ship', 'Kestrel');
    const nowhere = '01900000-0000-7000-8000-000000000000';
    const attempts = (id: string) =>
      [
        ['POST', `/ships/${id}/sell`, {}],
        ['POST', `/ships/${id}/activate`, {}],
        ['PATCH', `/ships/${id}`, { name: 'Mine now' }],
        ['POST', `/ships/${id}/abandon`, { confirm: 'Kestrel' }],
        ['POST', `/ships/${id}/self-destruct`, { confirm: 'Kestrel' }],
        ['POST', `/ships/${id}/upgrades`, { kind: 'engine' }],
        ['POST', `/ships/${id}/equipment`, { item: 'ecm_suite' }],
        ['DELETE', `/ships/${id}/equipment/ecm_suite`, undefined],
        ['POST', `/ships/${id}/repair`, { hull: 'max' }],
        ['POST', `/ships/${id}/repair?dryRun=true`, { hull: 'max' }],
        ['POST', `/ships/${id}/kit`, { do: 'buy' }],
        ['POST', `/ships/${id}/jettison`, { items: [{ commodity: 'ore', quantity: 1 }] }],
        ['POST', '/insurance', { shipId: id }],
        ['POST', '/ships/purchase', { type: 'scout_ship', name: 'Kestrel', tradeIn: id }],
        ['GET', `/ships/${id}/upgrades`, undefined],
        ['GET', `/ships/${id}/equipment`, undefined],
      ] as const;
    const before = await snapshotWorld(game.database.sql);
    for (const [method, path, body] of attempts(scout))
      expect([path, (await other.send(method, path, { body })).status]).toEqual([path, 403]);
    for (const [method, path, body] of attempts(nowhere))
      expect([path, (await other.send(method, path, { body })).status]).toEqual([path, 404]);
    expect(await snapshotWorld(game.database.sql)).toEqual(before);
    expect(await other.ok('getShip', { params: { id: scout } })).toMatchObject({
      seen: { name: 'Kestrel', owner: 'Owner' },
      own: null,
    });

    await other.undock();
    const [away] = (await other.ok('listMoves')).moves;
    await other.ok('move', { body: { to: away?.to ?? 0 } });
    for (const [method, path, body] of attempts(scout))
      expect([path, (await other.send(method, path, { body })).status]).toEqual([path, 404]);
    const [hidden, missing] = await Promise.all(
      [scout, nowhere].map((id) => other.call('getShip', { params: { id } })),
    );
    expect([hidden?.status, hidden?.code]).toEqual([missing?.status, missing?.code]);
  });
});

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

const FUSE_MS = 30_000;

/** Every fuse that burns now has burnt down; how many ships that destroyed. */
const burnDown = () => burnFuses(game.deps, game.clock() + FUSE_MS);

/** Lights the fuse of the ship he flies. */
const light = async (pilot: TestPlayer) => {
  const { ship } = await pilot.state();
  return pilot.call('selfDestruct', {
    params: { id: ship?.id ?? '' },
    body: { confirm: ship?.name ?? '' },
  });
};

describe('a ship dies once (I-19)', () => {
  const deathsOf = async (shipId: string) => {
    const [row] = await game.database.sql<{ deaths: number; pods: number; aboard: number }[]>`
      SELECT (SELECT count(*)::int FROM ship_registry_event WHERE ship_id = ${shipId} AND kind = 'destroyed') AS deaths,
             (SELECT count(*)::int FROM ships p WHERE p.type = 'escape_pod' AND p.owner_id = s.owner_id) AS pods,
             (SELECT count(*)::int FROM ship_cargo c WHERE c.ship_id = s.id) AS aboard
      FROM ships s WHERE s.id = ${shipId}`;
    return row;
  };

  it('of several who blow it up at once, by one of them', async () => {
    const pilot = await rich('Phoenix');
    const { ship } = await pilot.state();
    await pilot.undock();
    const answers = await Promise.all(Array.from({ length: 5 }, () => light(pilot)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(codes(answers))).toEqual(new Set(['fuse_burning']));
    expect(await burnFuses(game.deps, game.clock() + FUSE_MS - 1)).toBe(0);
    const rounds = await Promise.all(Array.from({ length: 5 }, burnDown));
    expect(rounds.reduce((sum, gone) => sum + gone, 0)).toBe(1);
    expect(await deathsOf(ship?.id ?? '')).toEqual({ deaths: 1, pods: 1, aboard: 0 });
    expect(
      (await pilot.call('selfDestruct', { params: { id: ship?.id ?? '' }, body: { confirm: '' } })).code,
    ).toBe('not_found');
  });

  it('while it flies, throws out goods and is given up in other tabs', async () => {
    for (let round = 0; round < 3; round += 1) {
      const pilot = await rich(`Tabs-${round}`);
      const { ship } = await pilot.state();
      const id = ship?.id ?? '';
      await pilot.ok('handleKit', { params: { id }, body: { do: 'buy', quantity: 4 } });
      await pilot.undock();
      const [away] = (await pilot.ok('listMoves')).moves;
      await light(pilot);
      const answers = await Promise.all([
        pilot.call('jettisonCargo', {
          params: { id },
          body: { items: [{ commodity: 'maintenance_kit', quantity: 1 }] },
        }),
        burnDown().then(() => ({ status: 200 })),
        pilot.call('move', { body: { to: away?.to ?? 0 } }),
        burnDown().then(() => ({ status: 200 })),
        pilot.call('handleKit', { params: { id }, body: { do: 'use' } }),
      ]);
      expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
      expect(await deathsOf(id)).toEqual({ deaths: 1, pods: 1, aboard: 0 });
      const { ship: pod, cargo } = await pilot.state();
      expect([pod?.type, cargo]).toEqual(['escape_pod', []]);
    }
  });
});

describe('a fuse', () => {
  it('is stopped by its owner alone, in any tab and after a reload', async () => {
    const [pilot, other] = [await rich('Second-thoughts'), await rich('Bystander')];
    await pilot.undock();
    await other.undock();
    const id = (await pilot.state()).ship?.id ?? '';
    expect((await pilot.call('defuseShip', { params: { id } })).code).toBe('fuse_not_burning');
    expect((await light(pilot)).status).toBe(200);
    const { own } = await pilot.ok('getShip', { params: { id } });
    expect(own?.fuseAt).toBe(new Date(game.clock() + FUSE_MS).toISOString());
    expect(own?.actions.find((action) => action.id === 'ship_defuse')).toMatchObject({ enabled: true });
    expect((await other.call('defuseShip', { params: { id } })).code).toBe('forbidden');
    await pilot.ok('defuseShip', { params: { id } });
    expect(await burnDown()).toBe(0);
    expect((await pilot.state()).ship?.id).toBe(id);
  });

  it('is stopped or burns down, never both', async () => {
    const pilot = await rich('Hesitant');
    await pilot.undock();
    const id = (await pilot.state()).ship?.id ?? '';
    await light(pilot);
    const [gone, stopped] = await Promise.all([burnDown(), pilot.call('defuseShip', { params: { id } })]);
    expect(gone + (stopped.status === 200 ? 1 : 0)).toBe(1);
  });

  it('goes out aboard a ship that is docked or left by then', async () => {
    const [docker, leaver] = [await rich('Docker'), await rich('Quitter')];
    const station = (await docker.state()).location?.stationId ?? '';
    await docker.undock();
    await light(docker);
    await docker.ok('dock', { params: { id: station } });
    const scout = await buy(leaver, 'scout_ship', 'Kestrel');
    await leaver.ok('activateShip', { params: { id: scout } });
    await leaver.undock();
    await light(leaver);
    await leaver.ok('abandonShip', { params: { id: scout }, body: { confirm: 'Kestrel' } });
    expect(await burnDown()).toBe(0);
    expect((await docker.state()).ship?.type).toBe('light_freighter');
    const [lit] = await game.database.sql`SELECT 1 FROM ships WHERE fuse_at IS NOT NULL`;
    expect(lit).toBeUndefined();
  });
});

describe('the way back', () => {
  it('takes a job along that was loaded into a pod, and no pod has a name of its own', async () => {
    const pilot = await game.join('Podling');
    await pilot.undock();
    await light(pilot);
    await burnDown();
    await pilot.ok('rescuePod', { body: {} });
    const { ship: pod, location } = await pilot.state();
    const podId = { params: { id: pod?.id ?? '' } };
    expect((await pilot.call('patchShip', { ...podId, body: { name: 'Nutshell' } })).code).toBe(
      'ship_is_pod',
    );
    const here = location?.stationId ?? '';
    const [done, open] = [
      await hangContract(game, here, { quantity: 5 }),
      await hangContract(game, here, { quantity: 5 }),
    ];
    for (const job of [done, open]) {
      await pilot.ok('acceptContract', { params: { id: job } });
      await pilot.ok('pickupContract', { params: { id: job } });
      if (job === done) await pilot.ok('deliverContract', { params: { id: job }, body: {} });
    }
    await pilot.ok('borrowShip', { body: {} });
    expect(await failOverdueContracts(game.deps, game.clock())).toBe(0);
    const freighter = await pilot.state();
    expect(freighter.ship).toMatchObject({ type: 'light_freighter', cargoUsed: 5 });
    await pilot.ok('deliverContract', { params: { id: open }, body: {} });
    expect((await pilot.state()).ship?.cargoUsed).toBe(0);
  });

  it('leads from a lost ship by pod, tug and loan to a trading ship, at most three times', async () => {
    const pilot = await game.join('Castaway');
    const playerId = await pilot.playerId();
    const blowUp = async () => {
      await pilot.undock();
      const { ship } = await pilot.state();
      const id = ship?.id ?? '';
      expect((await pilot.call('selfDestruct', { params: { id }, body: { confirm: 'wrong' } })).code).toBe(
        'validation_failed',
      );
      await light(pilot);
      await burnDown();
      expect((await pilot.state()).ship).toMatchObject({ type: 'escape_pod', hull: 150, cargoCapacity: 5 });
    };
    await blowUp();
    expect((await pilot.call('borrowShip', { body: {} })).code).toBe('not_docked');
    await setTurns(game.database.sql, playerId, 7);
    await pilot.ok('rescuePod', { body: {} });
    expect((await pilot.state()).turns.turns).toBe(0);
    expect((await pilot.state()).location?.state).toBe('docked');
    expect((await pilot.call('rescuePod', { body: {} })).code).toBe('already_docked');
    for (let loan = 1; loan <= 3; loan++) {
      const both = await Promise.all([1, 2].map(() => pilot.call('borrowShip', { body: {} })));
      expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
      const { ship } = await pilot.state();
      expect(ship).toMatchObject({ type: 'light_freighter', isLoaner: true });
      const id = ship?.id ?? '';
      expect((await pilot.call('upgradeShip', { params: { id }, body: { kind: 'hull' } })).code).toBe(
        'loaner_ship',
      );
      await blowUp();
      await pilot.ok('rescuePod', { body: {} });
    }
    const answer = await pilot.call('borrowShip', { body: {} });
    expect(answer).toMatchObject({ code: 'not_eligible', body: { why: 'limit' } });
    await game.database.sql`
      UPDATE ships SET created_at = created_at - interval '31 days' WHERE owner_id = ${playerId} AND is_loaner`;
    await pilot.ok('borrowShip', { body: {} });
    expect((await pilot.ok('listShips')).items).toHaveLength(1);
  });

  it('leads back into a derelict, which others may claim after an hour', async () => {
    const [pilot, finder] = [await rich('Leaver'), await rich('Finder')];
    const scout = await buy(pilot, 'scout_ship', 'Kestrel');
    await pilot.ok('handleKit', {
      params: { id: (await pilot.state()).ship?.id ?? '' },
      body: { do: 'buy', quantity: 1 },
    });
    const bound = (await pilot.state()).ship?.id ?? '';
    await pilot.ok('activateShip', { params: { id: scout } });
    await pilot.undock();
    expect(
      (await pilot.call('abandonShip', { params: { id: bound }, body: { confirm: 'Grey Heron' } })).code,
    ).toBe('ship_not_active');
    await pilot.ok('abandonShip', { params: { id: scout }, body: { confirm: 'Kestrel' } });
    await finder.undock();
    const seen = (await finder.ok('listShips')).derelicts.find(({ id }) => id === scout);
    expect(seen).toMatchObject({ isOwn: false, cost: 7_500, action: { reason: 'claim_locked' } });
    expect((await finder.call('sellShip', { params: { id: scout } })).status).toBe(403);
    await game.database
      .sql`UPDATE ships SET derelict_at = derelict_at - interval '1 hour' WHERE id = ${scout}`;
    const [mine, his] = await Promise.all([
      pilot.call('claimShip', { params: { id: scout } }),
      finder.call('claimShip', { params: { id: scout } }),
    ]);
    expect([mine, his].filter(({ status }) => status === 200)).toHaveLength(1);
    if (mine.status === 200) expect((await pilot.state()).ship?.id).toBe(scout);
    else expect((await finder.ok('listShips')).items.map(({ id }) => id)).toContain(scout);
  });
});
