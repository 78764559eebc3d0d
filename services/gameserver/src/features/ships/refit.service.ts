import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import type { ShipBuild, UpgradeKind } from '@sw/rules';
import {
  applyInstall,
  applyRemoval,
  applyUpgrade,
  checkInstall,
  checkRemoval,
  checkUpgrade,
  describeInstall,
  describeRemoval,
  describeUpgrade,
  EQUIPMENT_KEYS,
  equipmentPrice,
  equipmentRefund,
  fitsShip,
  leg,
  MAX_UPGRADE_LEVELS,
  nextUpgradeCost,
  SHIP_TYPES,
  statChanges,
  UPGRADE_KINDS,
  withUpgrade,
} from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { assertAllowed } from '../../http/command.ts';
import { presentAction } from '../../http/present-action.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { deleteModule, findAnyShip, writeModule } from './fleet.repository.ts';
import type { FleetRow } from './fleet-row.ts';
import type { FleetEntry, FleetState } from './fleet-state.ts';
import { readFleet } from './read-fleet.ts';
import { commandShip } from './run-fleet-command.ts';

type Endpoints = typeof PLAYER_ENDPOINTS;

const COLUMNS: Readonly<Record<UpgradeKind, keyof FleetRow>> = {
  engine: 'engineLevel',
  cargo_hold: 'cargoHoldLevel',
  shield: 'shieldLevel',
  hull: 'hullLevel',
  sensor: 'sensorLevel',
  drone_bay: 'droneBayLevel',
  genesis_containment: 'genesisContainmentLevel',
  maintenance_system: 'maintenanceSystemLevel',
};

/** The ship of a player, or why he may not look into it. */
const ownEntry = async (
  deps: Deps,
  playerId: string,
  shipId: string,
  nowMs: number,
): Promise<{ state: FleetState; entry: FleetEntry }> => {
  const state = await readFleet(deps, playerId, nowMs);
  const entry = state.entries.get(shipId);
  if (entry !== undefined) return { state, entry };
  const [seen] = await findAnyShip(deps.db.sql, shipId);
  throw new AppError(seen?.sectorId === state.sector.id ? 'forbidden' : 'not_found');
};

/** The upgrades of an own ship, with what the next level of each changes. */
export const readUpgrades = async (
  deps: Deps,
  playerId: string,
  shipId: string,
  nowMs: number,
): Promise<ReplyOf<Endpoints['listUpgrades']>> => {
  const { state, entry } = await ownEntry(deps, playerId, shipId, nowMs);
  const { build } = entry.ship;
  return {
    shipId,
    rows: UPGRADE_KINDS.filter((kind) => MAX_UPGRADE_LEVELS[build.type][kind] > 0).map((kind) => {
      const cost = nextUpgradeCost(build, kind);
      return {
        kind,
        level: build.upgrades[kind] ?? 0,
        maxLevel: MAX_UPGRADE_LEVELS[build.type][kind],
        cost,
        effects: cost === null ? [] : statChanges(build, withUpgrade(build, kind)),
        action: presentAction(describeUpgrade(entry.ship, kind, state.owner)),
      };
    }),
  };
};

/** Raises an upgrade by one level; new points arrive filled, a larger hold is there at once. */
export const upgradeShip = (
  deps: Deps,
  context: RequestContext<Endpoints['upgradeShip']>,
): Promise<RawReply> =>
  commandShip(deps, context, ({ target, owner }) => {
    const { kind } = context.body;
    assertAllowed(checkUpgrade(target.ship, kind, owner));
    const { build, hull, shields, stats, cost } = applyUpgrade(target.ship, kind);
    return {
      shipId: target.row.id,
      changed: [
        {
          ...target.row,
          [COLUMNS[kind]]: build.upgrades[kind],
          hull,
          shields,
          cargoCapacity: stats.cargoCapacity,
          upgradeSpend: target.row.upgradeSpend + cost,
        },
      ],
      legs: leg('wallet', 'BURN', cost, 'upgrade'),
    };
  });

/** The modules of an own ship and those that fit it. */
export const readEquipment = async (
  deps: Deps,
  playerId: string,
  shipId: string,
  nowMs: number,
): Promise<ReplyOf<Endpoints['listEquipment']>> => {
  const { state, entry } = await ownEntry(deps, playerId, shipId, nowMs);
  const { ship } = entry;
  return {
    shipId,
    slots: SHIP_TYPES[ship.build.type].equipmentSlots,
    used: ship.modules.length,
    rows: EQUIPMENT_KEYS.filter((item) => fitsShip(item, ship.build.type)).map((item) => {
      const present = ship.modules.find((module) => module.item === item);
      const level = present?.level ?? null;
      const cost = equipmentPrice(item, ship.build.type, level);
      return {
        item,
        isInstalled: present !== undefined,
        slot: present?.slot ?? null,
        level: level ?? 0,
        cost,
        refund: equipmentRefund(present?.paid ?? cost ?? 0n),
        effects: cost === null ? [] : statChanges(ship.build, withModule(ship.build, item, level)),
        install: presentAction(describeInstall(ship, item, state.owner)),
        remove: present === undefined ? null : presentAction(describeRemoval(ship, item, state.owner)),
      };
    }),
  };
};

const withModule = (
  build: ShipBuild,
  item: (typeof EQUIPMENT_KEYS)[number],
  level: number | null,
): ShipBuild =>
  level === null
    ? { ...build, equipment: [...(build.equipment ?? []), item] }
    : { ...build, miningLaserLevel: level + 1 };

/** Installs a module, or raises a mining laser that is there. */
export const installEquipment = (
  deps: Deps,
  context: RequestContext<Endpoints['installEquipment']>,
): Promise<RawReply> =>
  commandShip(deps, context, ({ target, owner, sql }) => {
    assertAllowed(checkInstall(target.ship, context.body.item, owner));
    const { module, cost } = applyInstall(target.ship, context.body.item);
    const modules = target.row.modules.filter(({ item }) => item !== module.item);
    return {
      shipId: target.row.id,
      changed: [{ ...target.row, modules: [...modules, { ...module, paid: Number(module.paid) }] }],
      writes: [writeModule(sql, target.row.id, module)],
      legs: leg('wallet', 'BURN', cost, 'equipment'),
    };
  });

/** Takes a module out for 40 % of what it cost. */
export const removeEquipment = (
  deps: Deps,
  context: RequestContext<Endpoints['removeEquipment']>,
): Promise<RawReply> =>
  commandShip(deps, context, ({ target, owner, sql }) => {
    const { item } = context.params;
    assertAllowed(checkRemoval(target.ship, item, owner));
    const { refund } = applyRemoval(target.ship, item);
    return {
      shipId: target.row.id,
      changed: [{ ...target.row, modules: target.row.modules.filter((module) => module.item !== item) }],
      writes: [deleteModule(sql, target.row.id, item)],
      legs: leg('MINT', 'wallet', refund, 'equipment_refund'),
    };
  });
