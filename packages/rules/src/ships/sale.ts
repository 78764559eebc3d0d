import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import { FULL_CONDITION_MILLI } from './constants.ts';
import { checkServiced } from './desk.ts';
import { effectiveStats } from './effective-stats.ts';
import { equipmentRefund } from './equipment.ts';
import type { FleetShip, ServiceDesk } from './fleet-types.ts';

const RESALE_PERCENT = 50n;
const LEAST_PERCENT = 10n;
const UPGRADE_PERCENT = 30n;

/** What a dealer pays for a ship, in the two parts the ledger knows. */
export interface SaleValue {
  /** Hull and upgrades: `ship_sale`. */
  readonly ship: bigint;
  /** Modules, taken out with the ship: `equipment_refund`. */
  readonly equipment: bigint;
  readonly total: bigint;
}

/**
 * What a dealer pays (rule book, ships-combat 6): half of the price paid times hull and condition, but at least 10 % of
 * it; 30 % of what its upgrades cost; 40 % of what each module cost. Each part is floored.
 */
export function saleValue(ship: FleetShip): SaleValue {
  const { maxHull } = effectiveStats(ship.build);
  const worn =
    (ship.purchaseValue * RESALE_PERCENT * BigInt(ship.hull) * BigInt(ship.conditionMilli)) /
    (100n * BigInt(maxHull) * BigInt(FULL_CONDITION_MILLI));
  const least = (ship.purchaseValue * LEAST_PERCENT) / 100n;
  const hull = (worn > least ? worn : least) + (ship.upgradeSpend * UPGRADE_PERCENT) / 100n;
  const equipment = ship.modules.reduce((sum, { paid }) => sum + equipmentRefund(paid), 0n);
  return { ship: hull, equipment, total: hull + equipment };
}

/**
 * Refuses to sell a ship: what `checkServiced` refuses at a dealer, `ship_is_pod`, `bound_ship`, `loaner_ship`,
 * `ship_is_active` (unless it is traded in for the next one), `ship_not_empty` `{units}`.
 */
export function checkSale(ship: FleetShip, desk: ServiceDesk | null, isTradedIn = false): Refusal | null {
  return (
    checkServiced(ship, desk, 'ship_dealer') ??
    refuseKind(ship) ??
    (ship.isActive && !isTradedIn ? refuse('ship_is_active') : null) ??
    (ship.cargoUsed > 0 ? refuse('ship_not_empty', { units: ship.cargoUsed }) : null)
  );
}

/** Refuses what may never change hands: `ship_is_pod`, `bound_ship`, `loaner_ship`. */
export function refuseKind({ build, isBound, isLoaner }: FleetShip): Refusal | null {
  if (build.type === 'escape_pod') {
    return refuse('ship_is_pod');
  }
  if (isBound) {
    return refuse('bound_ship');
  }
  return isLoaner ? refuse('loaner_ship') : null;
}
