import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDesk, buildFleetShip } from '../testing/build-fleet.ts';
import { NOON } from '../testing/build-trade.ts';
import type { EquipmentKey, FleetShip, ShipTypeKey, UpgradeKind } from './index.ts';
import {
  applyInstall,
  applyRemoval,
  applyUpgrade,
  checkInstall,
  checkInsurance,
  checkLoaner,
  checkPurchase,
  checkRemoval,
  checkRepair,
  checkSale,
  checkUpgrade,
  claimCost,
  dealerPrice,
  EQUIPMENT_KEYS,
  insurableValue,
  LOANER_BELOW_CREDITS,
  LOANER_WINDOW_MS,
  nextPolicy,
  payoutForLoss,
  payoutOf,
  premiumOf,
  pricePurchase,
  quoteRepair,
  SHIP_TYPE_KEYS,
  saleValue,
  UPGRADE_KINDS,
} from './index.ts';

const CLEAN = { claimsLately: 0, personalReputation: 500 };
const SOLD = SHIP_TYPE_KEYS.filter((type) => dealerPrice(type) !== null);
const START = 2_000_000n;
const loss = { cause: 'combat', isOwnFault: false, isOutlaw: false } as const;

/** A purse and ships, and everything that may be done with them at one yard, losing them included. */
class Yard {
  credits = START;
  ships: FleetShip[] = [];
  nowMs = NOON;
  #made = 0;

  get owner() {
    return { desk: buildDesk(), credits: this.credits, shipCount: this.ships.length };
  }
  at(index: number): FleetShip | undefined {
    return this.ships[index % Math.max(1, this.ships.length)];
  }
  replace(ship: FleetShip, after: FleetShip | null): void {
    this.ships = this.ships.flatMap((other) => (other === ship ? (after ?? []) : other));
  }
  buy(type: ShipTypeKey, tradeIn: FleetShip | null): void {
    const state = { ...this.owner, carrierStanding: 300, tradeIn };
    if (checkPurchase(type, state) !== null) return;
    const priced = pricePurchase(type, state);
    if (priced === null) return;
    if (tradeIn !== null) this.replace(tradeIn, null);
    this.credits += priced.tradeIn - priced.price;
    this.#made += 1;
    this.ships.push(buildFleetShip(type, { id: `ship ${this.#made}` }));
  }
  sell(ship: FleetShip): void {
    if (checkSale(ship, buildDesk()) !== null) return;
    this.credits += saleValue(ship).total;
    this.replace(ship, null);
  }
  upgrade(ship: FleetShip, kind: UpgradeKind): void {
    if (checkUpgrade(ship, kind, this.owner) !== null) return;
    const { cost, build, hull, shields } = applyUpgrade(ship, kind);
    this.credits -= cost;
    this.replace(ship, { ...ship, build, hull, shields, upgradeSpend: ship.upgradeSpend + cost });
  }
  install(ship: FleetShip, item: EquipmentKey): void {
    if (checkInstall(ship, item, this.owner) !== null) return;
    const { module, cost } = applyInstall(ship, item);
    this.credits -= cost;
    const modules = [...ship.modules.filter((other) => other.item !== item), module];
    this.replace(ship, { ...ship, modules });
  }
  remove(ship: FleetShip, item: EquipmentKey): void {
    if (checkRemoval(ship, item, this.owner) !== null) return;
    this.credits += applyRemoval(ship, item).refund;
    this.replace(ship, { ...ship, modules: ship.modules.filter((other) => other.item !== item) });
  }
  wear(ship: FleetShip, hull: number): void {
    this.replace(ship, {
      ...ship,
      hull: Math.max(1, ship.hull - hull),
      conditionMilli: Math.max(0, ship.conditionMilli - hull * 50),
    });
  }
  repair(ship: FleetShip): void {
    const order = { hull: 'max', shields: true, condition: 'max' } as const;
    if (checkRepair(ship, order, this.owner) !== null) return;
    const { total, after } = quoteRepair(ship, order, null);
    this.credits -= total;
    this.replace(ship, { ...ship, ...after });
  }
  insure(ship: FleetShip): void {
    if (checkInsurance(ship, this.owner, CLEAN, this.nowMs) !== null) return;
    const value = insurableValue(ship) ?? 0n;
    this.credits -= premiumOf(value, CLEAN);
    this.replace(ship, { ...ship, policy: nextPolicy(ship.policy, value, this.nowMs) });
  }
  lose(ship: FleetShip): void {
    this.credits += payoutForLoss(ship.policy, loss, this.nowMs);
    this.replace(ship, null);
  }
  /** What there would be if everything were sold now. */
  worth(): bigint {
    return this.ships.reduce((sum, ship) => sum + saleValue(ship).total, this.credits);
  }
}

const arbIndex = fc.nat(4);
const arbStep = fc.oneof(
  fc.record({ do: fc.constant('buy' as const), type: fc.constantFrom(...SOLD), given: fc.option(arbIndex) }),
  fc.record({ do: fc.constantFrom('sell', 'repair', 'insure', 'lose'), ship: arbIndex }),
  fc.record({ do: fc.constant('wear' as const), ship: arbIndex, hull: fc.nat(900) }),
  fc.record({ do: fc.constant('upgrade' as const), ship: arbIndex, kind: fc.constantFrom(...UPGRADE_KINDS) }),
  fc.record({
    do: fc.constantFrom('install', 'remove'),
    ship: arbIndex,
    item: fc.constantFrom(...EQUIPMENT_KEYS),
  }),
  fc.record({ do: fc.constant('wait' as const), hours: fc.nat(900) }),
);

const run = (yard: Yard, step: Record<string, unknown>): void => {
  const ship = typeof step['ship'] === 'number' ? yard.at(step['ship']) : undefined;
  switch (step['do']) {
    case 'buy':
      yard.buy(
        step['type'] as ShipTypeKey,
        typeof step['given'] === 'number' ? (yard.at(step['given']) ?? null) : null,
      );
      return;
    case 'wait':
      yard.nowMs += Number(step['hours']) * 3_600_000;
      return;
  }
  if (ship === undefined) return;
  if (step['do'] === 'sell') yard.sell(ship);
  if (step['do'] === 'repair') yard.repair(ship);
  if (step['do'] === 'insure') yard.insure(ship);
  if (step['do'] === 'lose') yard.lose(ship);
  if (step['do'] === 'wear') yard.wear(ship, Number(step['hull']));
  if (step['do'] === 'upgrade') yard.upgrade(ship, step['kind'] as UpgradeKind);
  if (step['do'] === 'install') yard.install(ship, step['item'] as EquipmentKey);
  if (step['do'] === 'remove') yard.remove(ship, step['item'] as EquipmentKey);
};

describe('no money machine', () => {
  it('is built of buying, selling, giving in payment, refitting, repairing, insuring and losing ships', () => {
    fc.assert(
      fc.property(fc.array(arbStep, { maxLength: 40 }), (steps) => {
        const yard = new Yard();
        for (const step of steps) {
          run(yard, step as Record<string, unknown>);
          expect(yard.credits).toBeGreaterThanOrEqual(0n);
          expect(yard.worth()).toBeLessThanOrEqual(START);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('I-20: price and lowest premium exceed payout, wreck ore and the minted bounty', () => {
    for (const type of SOLD) {
      const price = dealerPrice(type) ?? 0n;
      const ship = buildFleetShip(type);
      // Ore from a wreck, one unit for 200 points of hull, at the highest price anybody pays.
      const wreck = BigInt(Math.floor(ship.hull / 200)) * 39n;
      const premium = premiumOf(insurableValue(ship) ?? 0n, CLEAN);
      expect(price + premium - payoutOf(price) - wreck).toBeGreaterThan(0n);
      // Claimed, it is worth what was paid for claiming.
      const claimed = { ...ship, purchaseValue: claimCost(type) };
      expect(saleValue(claimed).total).toBeLessThan(claimCost(type));
      expect(payoutOf(insurableValue(claimed) ?? 0n)).toBeLessThan(claimCost(type));
    }
  });
});

/** A player who lost his ship: what he has, and when he borrowed. */
interface Castaway {
  readonly wallet: bigint;
  readonly bank: bigint;
  readonly ownShips: number;
  readonly loansAtMs: readonly number[];
}

describe('nobody is stranded', () => {
  it('a pod at a dealer becomes a trading ship: boarded, bought or borrowed, at the latest when a loan is free', () => {
    const arbCastaway: fc.Arbitrary<Castaway> = fc.record({
      wallet: fc.bigInt({ min: 0n, max: 30_000n }),
      bank: fc.bigInt({ min: 0n, max: 30_000n }),
      ownShips: fc.nat(5),
      loansAtMs: fc.array(fc.integer({ min: NOON - 2 * LOANER_WINDOW_MS, max: NOON }), { maxLength: 8 }),
    });
    fc.assert(
      fc.property(arbCastaway, ({ wallet, bank, ownShips, loansAtMs }) => {
        if (ownShips > 0) return;
        const pilot = buildFleetShip('escape_pod', { isActive: true });
        const desk = buildDesk();
        const state = { pilot, desk, shipCount: 0, wallet, bank, loansAtMs };
        if (wallet + bank >= LOANER_BELOW_CREDITS) {
          const withdrawn = { desk, credits: wallet + bank, shipCount: 0, carrierStanding: 0, tradeIn: null };
          expect(checkPurchase('light_freighter', withdrawn)).toBeNull();
          return;
        }
        const refusal = checkLoaner(state, NOON);
        if (refusal === null) return;
        const nextAt = Number(refusal.details['nextAt']);
        expect(nextAt).toBeGreaterThan(NOON);
        expect(nextAt).toBeLessThanOrEqual(NOON + LOANER_WINDOW_MS);
        expect(checkLoaner(state, nextAt)).toBeNull();
      }),
    );
  });
});
