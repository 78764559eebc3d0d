import { describe, expect, it } from 'vitest';
import {
  applyInstall,
  applyRemoval,
  applyUpgrade,
  burnsDown,
  checkAbandon,
  checkBoarding,
  checkClaim,
  checkDefuse,
  checkInstall,
  checkInsurance,
  checkKitPurchase,
  checkKitUse,
  checkLoaner,
  checkPurchase,
  checkRemoval,
  checkRepair,
  checkRescue,
  checkSale,
  checkSelfDestruct,
  checkUpgrade,
  isRefusal,
  jettison,
  kitPrice,
  miningLaserPercent,
  moveCargo,
  nextPolicy,
  payoutForLoss,
  premiumOf,
  pricePurchase,
  quoteRepair,
  rescueCost,
  saleValue,
} from '../index.ts';
import { buildDesk, buildFleetShip, buildOwner } from '../testing/build-fleet.ts';
import { NOON } from '../testing/build-trade.ts';
import type { FleetShip } from './index.ts';

const DAY = 86_400_000;
const hauler = (overrides: Partial<FleetShip> = {}) => buildFleetShip('cargo_hauler', overrides);
const pod = (overrides: Partial<FleetShip> = {}) =>
  buildFleetShip('escape_pod', { isActive: true, ...overrides });

describe('selling', () => {
  it.each([
    ['new', hauler(), 25_000n],
    ['half its hull', hauler({ hull: 300 }), 12_500n],
    ['half its hull and condition 50 %', hauler({ hull: 300, conditionMilli: 50_000 }), 6_250n],
    ['worn to the last', hauler({ hull: 1, conditionMilli: 0 }), 5_000n],
    ['upgraded for 8,400', hauler({ upgradeSpend: 8_400n }), 27_520n],
    [
      'with a laser',
      hauler({ modules: [{ slot: 1, item: 'mining_laser', level: 1, paid: 85_000n }] }),
      59_000n,
    ],
  ])('a ship that is %s', (_case, ship, total) => {
    expect(saleValue(ship).total).toBe(total);
  });

  it.each([
    ['bound_ship', { isBound: true }],
    ['loaner_ship', { isLoaner: true }],
    ['ship_is_active', { isActive: true }],
    ['ship_not_empty', { cargoUsed: 3 }],
    ['not_colocated', { stationId: 'elsewhere' }],
  ] as const)('is refused: %s', (code, overrides) => {
    expect(checkSale(hauler(overrides), buildDesk())?.code).toBe(code);
  });

  it('needs a dealer', () => {
    expect(checkSale(hauler(), null)?.code).toBe('not_docked');
    expect(checkSale(hauler(), buildDesk({ services: [] }))?.code).toBe('no_ship_dealer');
    expect(checkSale(hauler(), buildDesk({ status: 'disabled' }))?.code).toBe('station_not_operational');
    expect(checkSale(hauler(), buildDesk({ refusedUntilMs: NOON }))?.code).toBe('services_refused');
    expect(checkSale(pod({ isActive: false }), buildDesk())?.code).toBe('ship_is_pod');
  });
});

describe('buying', () => {
  const state = { ...buildOwner(), carrierStanding: 0, tradeIn: null };

  it('takes the old ship in payment and says what is missing', () => {
    const tradeIn = buildFleetShip('scout_ship', { isActive: true });
    const poor = { ...state, credits: 30_000n, tradeIn };
    expect(pricePurchase('cargo_hauler', poor)).toEqual({
      price: 50_000n,
      tradeIn: 12_500n,
      missing: 7_500n,
    });
    expect(checkPurchase('cargo_hauler', poor)).toEqual({
      code: 'insufficient_credits',
      details: { need: 50_000n, have: 42_500n },
    });
    expect(checkPurchase('cargo_hauler', { ...poor, credits: 37_500n })).toBeNull();
  });

  it.each([
    ['not_for_sale', 'warp_jumper', {}],
    ['not_for_sale', 'escape_pod', {}],
    ['standing_too_low', 'carrier', { carrierStanding: 299 }],
    ['ship_limit', 'scout_ship', { shipCount: 5 }],
    ['insufficient_credits', 'scout_ship', { credits: 24_999n }],
    ['bound_ship', 'scout_ship', { tradeIn: hauler({ isBound: true }) }],
    ['ship_not_empty', 'scout_ship', { tradeIn: hauler({ cargoUsed: 1 }) }],
    ['no_ship_dealer', 'scout_ship', { desk: buildDesk({ services: ['ship_repair'] }) }],
  ] as const)('is refused: %s', (code, type, overrides) => {
    expect(checkPurchase(type, { ...state, ...overrides })?.code).toBe(code);
  });

  it('fits a sixth ship in place of one that is given', () => {
    expect(checkPurchase('scout_ship', { ...state, shipCount: 5, tradeIn: hauler() })).toBeNull();
    expect(checkPurchase('carrier', { ...state, carrierStanding: 300 })).toBeNull();
  });
});

describe('a yard', () => {
  it('raises maxima and fills what is new', () => {
    const worn = hauler({ hull: 100, shields: 0 });
    expect(applyUpgrade(worn, 'hull')).toMatchObject({ cost: 7_000n, hull: 190, shields: 0 });
    expect(applyUpgrade(worn, 'cargo_hold').stats.cargoCapacity).toBe(110);
    expect(applyUpgrade(worn, 'shield')).toMatchObject({ hull: 100, shields: 60 });
  });

  it('stops at the highest level of the type', () => {
    const full = hauler({ build: { type: 'cargo_hauler', upgrades: { engine: 2 } } });
    expect(checkUpgrade(full, 'engine', buildOwner())).toEqual({ code: 'max_level', details: { max: 2 } });
    expect(checkUpgrade(hauler({ isLoaner: true }), 'engine', buildOwner())?.code).toBe('loaner_ship');
    expect(checkUpgrade(hauler(), 'engine', buildOwner({ credits: 4_999n }))?.code).toBe(
      'insufficient_credits',
    );
    expect(() => applyUpgrade(full, 'engine')).toThrow();
  });

  it('installs one of each, one mount, as many as there are slots', () => {
    const laser = { slot: 1, item: 'mining_laser', level: 0, paid: 35_000n } as const;
    const lander = { slot: 2, item: 'planetary_lander', level: 0, paid: 20_000n } as const;
    const mount = { slot: 3, item: 'weapon_mount:laser', level: 0, paid: 35_000n } as const;
    const owner = buildOwner();
    expect(applyInstall(hauler({ modules: [lander] }), 'mining_laser').module).toEqual(laser);
    expect(checkInstall(hauler({ modules: [lander] }), 'planetary_lander', owner)?.code).toBe('installed');
    expect(checkInstall(hauler({ modules: [mount] }), 'weapon_mount:emp', owner)?.code).toBe('installed');
    expect(checkInstall(hauler({ modules: [laser, lander, mount] }), 'tractor_beam', owner)).toEqual({
      code: 'no_slot',
      details: { max: 3 },
    });
    expect(checkInstall(hauler(), 'ecm_suite', owner)?.code).toBe('incompatible');
  });

  it('improves a mining laser three times and gives 40 % of it all back', () => {
    let ship = hauler();
    const costs: bigint[] = [];
    for (let step = 0; step < 4; step++) {
      const { module, cost } = applyInstall(ship, 'mining_laser');
      costs.push(cost);
      ship = hauler({ modules: [module] });
    }
    expect(costs).toEqual([35_000n, 50_000n, 100_000n, 200_000n]);
    expect(checkInstall(ship, 'mining_laser', buildOwner())?.code).toBe('max_level');
    expect(applyRemoval(ship, 'mining_laser').refund).toBe(154_000n);
    expect(checkRemoval(ship, 'tractor_beam', buildOwner())?.code).toBe('not_installed');
  });

  it('makes harvests larger by the level of the laser', () => {
    const percent = (level: number) =>
      miningLaserPercent({
        type: 'cargo_hauler',
        upgrades: {},
        equipment: ['mining_laser'],
        miningLaserLevel: level,
      });
    expect([0, 1, 2, 3].map(percent)).toEqual([125, 150, 175, 200]);
    expect(miningLaserPercent({ type: 'cargo_hauler', upgrades: {}, miningLaserLevel: 3 })).toBe(100);
  });
});

describe('repair', () => {
  it('costs 4,375 for 200 points of a Defender', () => {
    const ship = buildFleetShip('defender', { hull: 600 });
    expect(quoteRepair(ship, { hull: 'max' }, null)).toMatchObject({ hullPoints: 200, total: 4_375n });
    expect(quoteRepair(ship, { hull: 5_000 }, null).hullPoints).toBe(200);
  });

  it('is priced at the level of the station, each part ceiled', () => {
    const ship = buildFleetShip('defender', { hull: 599, shields: 0 });
    const desk = buildDesk({ serviceBp: 8_001 });
    const list = quoteRepair(ship, { hull: 'max', shields: true }, null);
    const here = quoteRepair(ship, { hull: 'max', shields: true }, desk);
    expect([list.hullCost, here.hullCost]).toEqual([4_397n, 3_519n]);
    expect(here.shieldsCost).toBe(41n);
    expect([kitPrice(3, null), kitPrice(3, desk)]).toEqual([15_000n, 12_003n]);
    const poor = buildOwner({ desk: buildDesk({ serviceBp: 20_000 }), credits: 9_999n });
    expect(checkKitPurchase(ship, 1, poor)?.code).toBe('insufficient_credits');
    expect(checkRepair(ship, { hull: 'max' }, { ...poor, credits: 8_793n })?.code).toBe(
      'insufficient_credits',
    );
    expect(checkRepair(ship, { hull: 'max' }, { ...poor, credits: 8_794n })).toBeNull();
  });

  it('clears a fault with any point of condition and never passes 100 %', () => {
    const ship = hauler({ conditionMilli: 99_500, fault: 'engine' });
    expect(quoteRepair(ship, { condition: 'max' }, null)).toMatchObject({
      conditionPoints: 1,
      conditionCost: 250n,
      after: { conditionMilli: 100_000, fault: 'none' },
    });
    expect(quoteRepair(ship, { shields: true }, null).after.fault).toBe('engine');
  });

  it('is free for pods and loaners, and refused where nothing is amiss', () => {
    expect(quoteRepair(pod({ hull: 1, shields: 0 }), { hull: 'max', shields: true }, null).total).toBe(0n);
    expect(
      quoteRepair(buildFleetShip('light_freighter', { isLoaner: true, hull: 1 }), { hull: 'max' }, null)
        .total,
    ).toBe(0n);
    expect(checkRepair(hauler(), { hull: 'max' }, buildOwner())?.code).toBe('nothing_to_repair');
    expect(checkRepair(hauler({ hull: 1 }), {}, buildOwner())?.code).toBe('nothing_to_repair');
    expect(checkRepair(hauler({ hull: 1 }), { hull: 'max' }, buildOwner({ credits: 1n }))?.code).toBe(
      'insufficient_credits',
    );
    expect(checkKitUse(hauler(), 1)?.code).toBe('nothing_to_repair');
    expect(checkKitUse(hauler({ conditionMilli: 1 }), 0)?.code).toBe('not_in_cargo');
  });
});

describe('insurance', () => {
  it.each([
    [70_000n, 0, 0, 3_500n],
    [70_000n, 2, -300, 14_000n],
    [10_000n, 0, 500, 450n],
    [70_000n, 9, 0, 8_750n],
    [1n, 0, 0, 1n],
  ])('of %i with %i claims at reputation %i costs %i', (value, claimsLately, personalReputation, premium) => {
    expect(premiumOf(value, { claimsLately, personalReputation })).toBe(premium);
  });

  it.each([
    ['not_insurable', { isBound: true }],
    ['not_insurable', { isLoaner: true }],
    ['hull_damaged', { hull: 599 }],
    ['already_insured', { policy: { fromMs: NOON, untilMs: NOON + 4 * DAY, value: 1n } }],
  ] as const)('is refused: %s', (code, overrides) => {
    expect(
      checkInsurance(hauler(overrides), buildOwner(), { claimsLately: 0, personalReputation: 0 }, NOON)?.code,
    ).toBe(code);
  });

  it('is renewed in its last three days without waiting again', () => {
    const running = { fromMs: NOON - 28 * DAY, untilMs: NOON + 2 * DAY, value: 50_000n };
    expect(nextPolicy(running, 50_000n, NOON)).toEqual({ ...running, untilMs: NOON + 32 * DAY });
    expect(nextPolicy({ ...running, untilMs: NOON }, 50_000n, NOON)).toEqual({
      fromMs: NOON,
      untilMs: NOON + 30 * DAY,
      value: 50_000n,
    });
  });

  it('pays after an hour, not for one’s own doing', () => {
    const policy = { fromMs: NOON, untilMs: NOON + 30 * DAY, value: 70_000n };
    const loss = { cause: 'combat', isOwnFault: false, isOutlaw: false } as const;
    const later = NOON + 3_600_000;
    expect(payoutForLoss(policy, loss, later)).toBe(35_000n);
    expect(payoutForLoss(policy, loss, later - 1)).toBe(0n);
    expect(payoutForLoss(policy, loss, policy.untilMs)).toBe(0n);
    expect(payoutForLoss(policy, { ...loss, isOwnFault: true }, later)).toBe(0n);
    expect(payoutForLoss(policy, { ...loss, isOutlaw: true }, later)).toBe(0n);
    expect(payoutForLoss(policy, { ...loss, cause: 'self_destruct' }, later)).toBe(0n);
    expect(payoutForLoss(null, loss, later)).toBe(0n);
  });
});

describe('boarding and leaving', () => {
  it('needs both ships side by side and nothing left that cannot stay', () => {
    const flown = hauler({ id: 'a', isActive: true });
    expect(checkBoarding(flown, hauler({ id: 'b' }), NOON)).toBeNull();
    expect(checkBoarding(flown, flown, NOON)?.code).toBe('already_aboard');
    expect(checkBoarding(flown, hauler({ id: 'b', stationId: 'far' }), NOON)?.code).toBe('not_colocated');
    expect(
      checkBoarding({ ...flown, status: 'in_space', stationId: null }, hauler({ id: 'b' }), NOON)?.code,
    ).toBe('not_colocated');
    expect(checkBoarding({ ...flown, lastCombatAtMs: NOON - 59_999 }, hauler({ id: 'b' }), NOON)).toEqual({
      code: 'recent_combat',
      details: { until: NOON + 1 },
    });
    expect(checkBoarding({ ...flown, isLoaner: true, cargoUsed: 1 }, hauler({ id: 'b' }), NOON)?.code).toBe(
      'ship_not_empty',
    );
    expect(checkBoarding(pod({ cargoUsed: 5 }), hauler({ id: 'b', cargoUsed: 96 }), NOON)?.code).toBe(
      'cargo_full',
    );
  });

  it('gives up a ship in space only, and no bound one', () => {
    const flown = hauler({ isActive: true, status: 'in_space', stationId: null });
    const right = { typed: 'Ox', name: 'Ox' };
    expect(checkAbandon(flown, right, NOON)).toBeNull();
    expect(checkAbandon(flown, { typed: 'ox', name: 'Ox' }, NOON)?.code).toBe('validation_failed');
    expect(checkAbandon({ ...flown, isBound: true }, right, NOON)?.code).toBe('bound_ship');
    expect(checkAbandon({ ...flown, isLoaner: true }, right, NOON)?.code).toBe('loaner_ship');
    expect(checkAbandon({ ...flown, status: 'docked' }, right, NOON)?.code).toBe('must_undock');
    expect(checkAbandon({ ...flown, isActive: false }, right, NOON)?.code).toBe('ship_not_active');
    expect(checkSelfDestruct({ ...flown, isBound: true }, right, NOON)).toBeNull();
    expect(checkSelfDestruct(pod({ status: 'in_space' }), right, NOON)?.code).toBe('ship_is_pod');
  });

  it('leaves a derelict to its former owner for an hour', () => {
    const ship = hauler({ status: 'derelict', stationId: null });
    const pilot = hauler({ isActive: true, status: 'in_space', stationId: null });
    const adrift = { ship, sinceMs: NOON, isFormerOwner: false, isOwn: false };
    const owner = buildOwner();
    expect(checkClaim(adrift, pilot, owner, NOON + 3_599_999)?.code).toBe('claim_locked');
    expect(checkClaim(adrift, pilot, owner, NOON + 3_600_000)).toBeNull();
    expect(checkClaim({ ...adrift, isFormerOwner: true }, pilot, owner, NOON)).toBeNull();
    expect(checkClaim({ ...adrift, isOwn: true }, pilot, owner, NOON + DAY)?.code).toBe('already_claimed');
    expect(checkClaim(adrift, pilot, buildOwner({ credits: 14_999n }), NOON + DAY)?.code).toBe(
      'insufficient_credits',
    );
    expect(checkClaim(adrift, pilot, buildOwner({ shipCount: 5 }), NOON + DAY)?.code).toBe('ship_limit');
  });
});

describe('a fuse', () => {
  const lit = (overrides: Partial<FleetShip> = {}) =>
    hauler({ isActive: true, status: 'in_space', stationId: null, fuseAtMs: NOON, ...overrides });

  it('is lit once and stopped once', () => {
    expect(checkSelfDestruct(lit(), null, NOON)?.code).toBe('fuse_burning');
    expect(checkSelfDestruct(lit({ fuseAtMs: null }), null, NOON)).toBeNull();
    expect(checkDefuse(lit())).toBeNull();
    expect(checkDefuse(lit({ fuseAtMs: null }))?.code).toBe('fuse_not_burning');
  });

  it('burns down at its moment, under a pilot in space only', () => {
    expect(burnsDown(lit(), NOON - 1)).toBe(false);
    expect(burnsDown(lit(), NOON)).toBe(true);
    expect(burnsDown(lit({ fuseAtMs: null }), NOON)).toBe(false);
    expect(burnsDown(lit({ isActive: false }), NOON)).toBe(false);
    expect(burnsDown(lit({ status: 'docked' }), NOON)).toBe(false);
  });
});

describe('cargo', () => {
  const hold = (capacity: number, ...items: [string, number, bigint][]) => ({
    capacity,
    colonistsPerUnit: 10,
    items: items.map(([kind, quantity, avgCost]) => ({ kind, quantity, avgCost })),
  });

  it('moves with its cost and takes exactly what it gives', () => {
    const moved = moveCargo(hold(50, ['ore', 10, 30n]), hold(20, ['ore', 10, 10n]), [
      { commodity: 'ore', quantity: 10 },
    ]);
    expect(moved).toMatchObject({ from: { items: [] }, to: { items: [{ quantity: 20, avgCost: 20n }] } });
  });

  it.each([
    ['cargo_full', [{ commodity: 'ore', quantity: 6 }]],
    ['not_in_cargo', [{ commodity: 'fuel', quantity: 1 }]],
    [
      'validation_failed',
      [
        { commodity: 'ore', quantity: 1 },
        { commodity: 'ore', quantity: 1 },
      ],
    ],
  ])('is refused: %s', (code, lines) => {
    const moved = moveCargo(hold(50, ['ore', 10, 30n]), hold(5), lines);
    expect(isRefusal(moved) && moved.code).toBe(code);
  });

  it('thrown out is gone', () => {
    expect(jettison(hold(50, ['ore', 10, 30n]), [{ commodity: 'ore', quantity: 4 }])).toMatchObject({
      items: [{ quantity: 6 }],
    });
  });
});

describe('a pod', () => {
  const loan = { pilot: pod(), desk: buildDesk(), shipCount: 0, wallet: 0n, bank: 0n, loansAtMs: [] };

  it('is towed for 20 turns or what is left, unless a dealer is there', () => {
    expect([100, 7, 0].map((turns) => rescueCost(turns, false))).toEqual([20, 7, 0]);
    expect(rescueCost(100, true)).toBe(0);
    expect(checkRescue(pod({ status: 'in_space' }), null)).toBeNull();
    expect(checkRescue(pod(), buildDesk())?.code).toBe('already_docked');
    expect(checkRescue(hauler({ isActive: true }), null)?.code).toBe('not_in_pod');
  });

  it('is exchanged for a loaner by those who have nothing, three times in 30 days', () => {
    expect(checkLoaner(loan, NOON)).toBeNull();
    const why = (state: Partial<typeof loan>) => checkLoaner({ ...loan, ...state }, NOON)?.details['why'];
    expect(why({ shipCount: 1 })).toBe('has_ship');
    expect(why({ wallet: 4_000n, bank: 6_000n })).toBe('has_credits');
    const loansAtMs = [NOON - 29 * DAY, NOON - 31 * DAY, NOON - DAY, NOON - 2 * DAY];
    expect(checkLoaner({ ...loan, loansAtMs }, NOON)).toEqual({
      code: 'not_eligible',
      details: { why: 'limit', nextAt: NOON + DAY },
    });
    expect(checkLoaner({ ...loan, loansAtMs }, NOON + DAY)).toBeNull();
  });
});
