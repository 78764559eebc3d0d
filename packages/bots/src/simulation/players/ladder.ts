import type { LedgerReason, ShipTypeKey, UpgradeKind } from '@sw/rules';
import { leg, MAX_UPGRADE_LEVELS, SHIP_TYPES, UPGRADE_COSTS } from '@sw/rules';
import type { SimStation } from '../world/world.ts';
import { REGION_ID } from '../world/world.ts';
import type { Pilot } from './pilot.ts';
import { cargoOf } from './pilot.ts';
import type { SimSetting } from './setting.ts';
import { travelOf } from './setting.ts';

/** The hulls an honest trader buys, in this order (rule book, README I-41). */
export const LADDER: readonly ShipTypeKey[] = ['cargo_hauler', 'defender', 'carrier'];

/** Credits a trader keeps to fill his hold with. */
export const WORKING_CREDITS = 5_000n;

/** The next hull of the ladder, null when he has them all. */
export function nextHull(pilot: Pilot): ShipTypeKey | null {
  return LADDER.find((type) => !pilot.ownedShips.includes(type)) ?? null;
}

/** The catalogue price of a hull. */
export function priceOf(type: ShipTypeKey): bigint {
  return SHIP_TYPES[type].priceCredits ?? 0n;
}

/** Notes the first moment a player could pay for the next hull. */
export function noteWhatHeCanPay({ world }: SimSetting, pilot: Pilot): void {
  const type = nextHull(pilot);
  if (type === null || pilot.couldPay.has(type)) return;
  if (world.books.balanceOf(pilot.wallet) >= priceOf(type)) pilot.couldPay.set(type, pilot.turnBook.spent);
}

/** Whether he can buy the next hull and still fill a hold. */
export function canBuyNext({ world }: SimSetting, pilot: Pilot): boolean {
  const type = nextHull(pilot);
  return type !== null && world.books.balanceOf(pilot.wallet) >= priceOf(type) + WORKING_CREDITS;
}

/** Buys a hull at the dock; it becomes the active one where it carries more. */
export function buyHull(setting: SimSetting, pilot: Pilot, type: ShipTypeKey): void {
  pay(setting, pilot, priceOf(type), 'ship_purchase');
  pilot.ownedShips.push(type);
  if (cargoOf(type, {}) > pilot.hold.capacity && pilot.hold.items.length === 0) {
    pilot.shipType = type;
    pilot.upgrades = {};
    pilot.hold = { ...pilot.hold, capacity: cargoOf(type, {}) };
  }
}

/** What the next level of an upgrade costs the active ship; null where there is none. */
export function upgradePrice(pilot: Pilot, kind: UpgradeKind): bigint | null {
  const level = pilot.upgrades[kind] ?? 0;
  return level < MAX_UPGRADE_LEVELS[pilot.shipType][kind] ? (UPGRADE_COSTS[kind][level] ?? null) : null;
}

/** Buys the next level of an upgrade for the active ship. */
export function buyUpgrade(setting: SimSetting, pilot: Pilot, kind: UpgradeKind): void {
  const price = upgradePrice(pilot, kind);
  if (price === null) throw new Error(`no further ${kind} for ${pilot.shipType}`);
  pay(setting, pilot, price, 'upgrade');
  pilot.upgrades = { ...pilot.upgrades, [kind]: (pilot.upgrades[kind] ?? 0) + 1 };
  pilot.hold = { ...pilot.hold, capacity: cargoOf(pilot.shipType, pilot.upgrades) };
}

/** The nearest known station with a service; null where he knows none. */
export function nearestService(
  setting: SimSetting,
  pilot: Pilot,
  service: 'ship_dealer' | 'ship_upgrades',
): SimStation | null {
  const travel = travelOf(setting, pilot);
  let best: SimStation | null = null;
  for (const station of setting.world.stations) {
    if (pilot.knowsStation[station.index] !== 1 || !station.services.has(service)) continue;
    const isNearer =
      best === null ||
      travel.turnsBetween(pilot.node, station.node) < travel.turnsBetween(pilot.node, best.node);
    if (isNearer) best = station;
  }
  return best;
}

function pay({ world }: SimSetting, pilot: Pilot, price: bigint, reason: LedgerReason): void {
  const stationId = world.stations[pilot.station]?.trade.id ?? '';
  const legs = leg('wallet', 'BURN', price, reason);
  world.books.post(legs, { playerId: pilot.id, regionId: REGION_ID, stationId });
  pilot.invested += price;
}
