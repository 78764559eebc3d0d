import type { Refusal } from '../refusal.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { MAX_UPGRADE_LEVELS, SHIP_TYPES } from './catalogue.ts';
import type { EquipmentKey, UpgradeKind } from './constants.ts';
import { UPGRADE_COSTS } from './constants.ts';
import { checkCredits, checkServiced } from './desk.ts';
import { effectiveStats } from './effective-stats.ts';
import { equipmentPrice, equipmentRefund, fitsShip, isWeaponMount } from './equipment.ts';
import type { FleetOwner, FleetShip, ShipModule } from './fleet-types.ts';
import type { EffectiveStats, ShipBuild } from './types.ts';

type Yard = Pick<FleetOwner, 'desk' | 'credits'>;

/** A ship after work in a yard. */
export interface Refitted {
  readonly build: ShipBuild;
  readonly hull: number;
  readonly shields: number;
  readonly stats: EffectiveStats;
}

/** Credits for the next level of an upgrade; null at the highest level of the type. */
export function nextUpgradeCost({ type, upgrades }: ShipBuild, kind: UpgradeKind): bigint | null {
  const level = upgrades[kind] ?? 0;
  return level < MAX_UPGRADE_LEVELS[type][kind] ? (UPGRADE_COSTS[kind][level] ?? null) : null;
}

/** The build with one more level of an upgrade. */
export function withUpgrade(build: ShipBuild, kind: UpgradeKind): ShipBuild {
  return { ...build, upgrades: { ...build.upgrades, [kind]: (build.upgrades[kind] ?? 0) + 1 } };
}

/**
 * Refuses an upgrade: what `checkServiced` refuses at `ship_upgrades`, `loaner_ship`, `max_level` `{max}`,
 * `insufficient_credits` `{need, have}`.
 */
export function checkUpgrade(ship: FleetShip, kind: UpgradeKind, yard: Yard): Refusal | null {
  const closed = refuseYard(ship, yard);
  if (closed !== null) {
    return closed;
  }
  const cost = nextUpgradeCost(ship.build, kind);
  return cost === null
    ? refuse('max_level', { max: MAX_UPGRADE_LEVELS[ship.build.type][kind] })
    : checkCredits(cost, yard.credits);
}

/** Raises an upgrade by one level; new points of shields and hull arrive filled (rule book, ships-combat 3). */
export function applyUpgrade(ship: FleetShip, kind: UpgradeKind): Refitted & { readonly cost: bigint } {
  const cost = nextUpgradeCost(ship.build, kind);
  if (cost === null) {
    throw new Error(`upgrade ${kind} applied beyond its highest level`);
  }
  const before = effectiveStats(ship.build);
  const build = withUpgrade(ship.build, kind);
  const stats = effectiveStats(build);
  return {
    build,
    stats,
    cost,
    hull: ship.hull + stats.maxHull - before.maxHull,
    shields: ship.shields + stats.maxShields - before.maxShields,
  };
}

/** The module an installation buys: new in a slot, or a mining laser with one level more. */
export interface Installation {
  readonly module: ShipModule;
  readonly cost: bigint;
  readonly isNew: boolean;
}

/**
 * Refuses a module: what `checkServiced` refuses at `ship_upgrades`, `loaner_ship`, `incompatible`, `installed`,
 * `max_level` `{max}`, `no_slot` `{max}`, `insufficient_credits` `{need, have}`.
 */
export function checkInstall(ship: FleetShip, item: EquipmentKey, yard: Yard): Refusal | null {
  const closed = refuseYard(ship, yard);
  if (closed !== null) {
    return closed;
  }
  const installed = installation(ship, item);
  return isRefusal(installed) ? installed : checkCredits(installed.cost, yard.credits);
}

/** What installing buys. Assumes `checkInstall` passed and throws otherwise. */
export function applyInstall(ship: FleetShip, item: EquipmentKey): Installation {
  const installed = installation(ship, item);
  if (isRefusal(installed)) {
    throw new Error(`module applied though refused: ${installed.code}`);
  }
  return installed;
}

/** Refuses to take a module out: what `checkServiced` refuses at `ship_upgrades`, `not_installed`. */
export function checkRemoval(ship: FleetShip, item: EquipmentKey, yard: Yard): Refusal | null {
  const closed = checkServiced(ship, yard.desk, 'ship_upgrades');
  return closed ?? (moduleOf(ship, item) === undefined ? refuse('not_installed') : null);
}

/** The module that comes out and what it brings. Assumes `checkRemoval` passed and throws otherwise. */
export function applyRemoval(ship: FleetShip, item: EquipmentKey): { readonly refund: bigint } {
  const module = moduleOf(ship, item);
  if (module === undefined) {
    throw new Error(`module ${item} removed though it is not installed`);
  }
  return { refund: equipmentRefund(module.paid) };
}

function refuseYard(ship: FleetShip, { desk }: Yard): Refusal | null {
  return checkServiced(ship, desk, 'ship_upgrades') ?? (ship.isLoaner ? refuse('loaner_ship') : null);
}

function moduleOf(ship: FleetShip, item: EquipmentKey): ShipModule | undefined {
  return ship.modules.find((module) => module.item === item);
}

function installation(ship: FleetShip, item: EquipmentKey): Installation | Refusal {
  const { type } = ship.build;
  if (!fitsShip(item, type)) {
    return refuse('incompatible');
  }
  const present = moduleOf(ship, item);
  if (present !== undefined) {
    return nextLevel(ship, present);
  }
  if (isWeaponMount(item) && ship.modules.some((module) => isWeaponMount(module.item))) {
    return refuse('installed');
  }
  const slots = SHIP_TYPES[type].equipmentSlots;
  const slot = [...Array(slots).keys()]
    .map((index) => index + 1)
    .find((candidate) => ship.modules.every((module) => module.slot !== candidate));
  const cost = equipmentPrice(item, type, null);
  if (slot === undefined || cost === null) {
    return refuse('no_slot', { max: slots });
  }
  return { module: { slot, item, level: 0, paid: cost }, cost, isNew: true };
}

function nextLevel({ build }: FleetShip, present: ShipModule): Installation | Refusal {
  if (present.item !== 'mining_laser') {
    return refuse('installed');
  }
  const cost = equipmentPrice(present.item, build.type, present.level);
  return cost === null
    ? refuse('max_level', { max: present.level })
    : { module: { ...present, level: present.level + 1, paid: present.paid + cost }, cost, isNew: false };
}
