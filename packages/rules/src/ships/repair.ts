import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import { priceAtLevel } from '../services/service-price.ts';
import { SHIP_TYPES } from './catalogue.ts';
import { FULL_CONDITION_MILLI } from './constants.ts';
import { checkCredits, checkServiced } from './desk.ts';
import { effectiveStats } from './effective-stats.ts';
import type { FleetOwner, FleetShip, ServiceDesk } from './fleet-types.ts';
import type { ShipFault } from './types.ts';

const SHIELDS_COST = 50n;
const HULL_SHARE = 4n;
const CONDITION_PERMILLE = 5n;
const MILLI_PER_POINT = 1000;
const LIST_PRICE_BP = 10_000;

/** List price of a maintenance kit, and the cargo key it travels under (rule book, ships-combat 4). */
export const KIT_COST = 5_000n;
export const MAINTENANCE_KIT = 'maintenance_kit';

/** Credits for maintenance kits at a station, or at list price without one. */
export function kitPrice(quantity: number, desk: Pick<ServiceDesk, 'serviceBp'> | null): bigint {
  return priceAtLevel(KIT_COST, desk?.serviceBp ?? LIST_PRICE_BP) * BigInt(quantity);
}

/** What a kit gives. */
export const KIT_POINTS = 25;

/** Below this condition a ship with `auto_maintenance` uses a kit from its hold. */
export const AUTO_MAINTENANCE_BELOW_MILLI = 65_000;

/** What is asked of a repair dock; a number beyond what is missing counts as all. */
export interface RepairOrder {
  readonly hull?: number | 'max';
  readonly shields?: boolean;
  readonly condition?: number | 'max';
}

/** What a repair does and costs, part by part. */
export interface RepairQuote {
  readonly hullPoints: number;
  readonly hullCost: bigint;
  readonly shieldPoints: number;
  readonly shieldsCost: bigint;
  readonly conditionPoints: number;
  readonly conditionCost: bigint;
  readonly total: bigint;
  readonly after: {
    readonly hull: number;
    readonly shields: number;
    readonly conditionMilli: number;
    readonly fault: ShipFault;
  };
}

/** What a ship lacks: points of hull and shields, and started points of condition. */
export function missingPoints(ship: FleetShip): { hull: number; shields: number; condition: number } {
  const { maxHull, maxShields } = effectiveStats(ship.build);
  return {
    hull: Math.max(0, maxHull - ship.hull),
    shields: Math.max(0, maxShields - ship.shields),
    condition:
      ship.build.type === 'escape_pod'
        ? 0
        : Math.ceil((FULL_CONDITION_MILLI - ship.conditionMilli) / MILLI_PER_POINT),
  };
}

/**
 * Prices a repair (rule book, ships-combat 4): hull `ceil(n × price / (4 × max hull))`, shields 50 flat, condition
 * `ceil(price × 5 / 1000)` a point, each times the price level of the station, ceiled. Pods and loaners are served free. Any service of the condition clears a fault.
 */
export function quoteRepair(
  ship: FleetShip,
  order: RepairOrder,
  desk: Pick<ServiceDesk, 'serviceBp'> | null,
): RepairQuote {
  const missing = missingPoints(ship);
  const hullPoints = wanted(order.hull, missing.hull);
  const shieldPoints = order.shields === true ? missing.shields : 0;
  const conditionPoints = wanted(order.condition, missing.condition);
  const base = isFree(ship) ? null : SHIP_TYPES[ship.build.type].priceCredits;
  const { maxHull } = effectiveStats(ship.build);
  const levelBp = desk?.serviceBp ?? LIST_PRICE_BP;
  const priced = (list: bigint): bigint => (base === null ? 0n : priceAtLevel(list, levelBp));
  const hullCost = priced(ceilDiv(BigInt(hullPoints) * (base ?? 0n), HULL_SHARE * BigInt(maxHull)));
  const shieldsCost = shieldPoints === 0 ? 0n : priced(SHIELDS_COST);
  const conditionCost = priced(BigInt(conditionPoints) * ceilDiv((base ?? 0n) * CONDITION_PERMILLE, 1000n));
  return {
    hullPoints,
    hullCost,
    shieldPoints,
    shieldsCost,
    conditionPoints,
    conditionCost,
    total: hullCost + shieldsCost + conditionCost,
    after: {
      hull: ship.hull + hullPoints,
      shields: ship.shields + shieldPoints,
      conditionMilli: Math.min(FULL_CONDITION_MILLI, ship.conditionMilli + conditionPoints * MILLI_PER_POINT),
      fault: conditionPoints > 0 ? 'none' : ship.fault,
    },
  };
}

/**
 * Refuses a repair: what `checkServiced` refuses at `ship_repair`, `nothing_to_repair`, `insufficient_credits`
 * `{need, have}`.
 */
export function checkRepair(
  ship: FleetShip,
  order: RepairOrder,
  owner: Pick<FleetOwner, 'desk' | 'credits'>,
): Refusal | null {
  const closed = checkServiced(ship, owner.desk, 'ship_repair');
  if (closed !== null) {
    return closed;
  }
  const { hullPoints, shieldPoints, conditionPoints, total } = quoteRepair(ship, order, owner.desk);
  return hullPoints + shieldPoints + conditionPoints === 0
    ? refuse('nothing_to_repair')
    : checkCredits(total, owner.credits);
}

/**
 * Refuses to sell kits: what `checkServiced` refuses at `ship_repair`, `cargo_full` `{max}`, `insufficient_credits`
 * `{need, have}`.
 */
export function checkKitPurchase(
  ship: FleetShip,
  quantity: number,
  owner: Pick<FleetOwner, 'desk' | 'credits'>,
): Refusal | null {
  const closed = checkServiced(ship, owner.desk, 'ship_repair');
  if (closed !== null) {
    return closed;
  }
  const room = Math.max(0, effectiveStats(ship.build).cargoCapacity - ship.cargoUsed);
  return quantity > room
    ? refuse('cargo_full', { max: room })
    : checkCredits(kitPrice(quantity, owner.desk), owner.credits);
}

/** Refuses to use a kit: `not_in_cargo` `{max}` without one, `nothing_to_repair` on a pod or a sound ship. */
export function checkKitUse(
  ship: Pick<FleetShip, 'build' | 'conditionMilli' | 'fault'>,
  kits: number,
): Refusal | null {
  const isSound = ship.conditionMilli >= FULL_CONDITION_MILLI && ship.fault === 'none';
  if (ship.build.type === 'escape_pod' || isSound) {
    return refuse('nothing_to_repair');
  }
  return kits < 1 ? refuse('not_in_cargo', { max: 0 }) : null;
}

/** Condition after a kit: 25 points more, at most 100 %; the fault is cleared. */
export function afterKit(conditionMilli: number): {
  readonly conditionMilli: number;
  readonly fault: ShipFault;
} {
  return {
    conditionMilli: Math.min(FULL_CONDITION_MILLI, conditionMilli + KIT_POINTS * MILLI_PER_POINT),
    fault: 'none',
  };
}

function isFree({ build, isLoaner }: FleetShip): boolean {
  return isLoaner || build.type === 'escape_pod';
}

function wanted(asked: number | 'max' | undefined, missing: number): number {
  return asked === 'max' ? missing : Math.min(asked ?? 0, missing);
}

function ceilDiv(a: bigint, b: bigint): bigint {
  return (a + b - 1n) / b;
}
