import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyShip as buy, codesOf as codes, joinRich } from '../../testing/ship-owners.ts';
import { stopBalanced } from '../../testing/stop-balanced.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import { snapshotWorld } from '../../testing/world-snapshot.ts';

let game: TestGame;

beforeAll(async () => {
  game = await createTestGame({ connect: { max: 20 } });
});
afterAll(() => stopBalanced(game));

const rich = (name: string, credits?: number) => joinRich(game, name, credits);

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
