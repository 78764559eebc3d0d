import { z } from 'zod';
import { actionDescriptor } from '../actions.ts';
import { endpoint } from '../endpoint.ts';
import { equipmentKey, upgradeKind } from '../enums.ts';
import { credits, id, quantity } from '../primitives.ts';
import { DOCK_REFUSALS, fleetReply, oneShip, shipAct, shipRead } from './ship-command.ts';

/** What an upgrade changes: one value of the ship before and after. */
const effect = z.object({ stat: z.string(), before: z.int(), after: z.int() });

export const upgradeRow = z.object({
  kind: upgradeKind,
  level: z.int(),
  maxLevel: z.int(),
  cost: credits.nullable(),
  effects: z.array(effect),
  action: actionDescriptor,
});

export const equipmentRow = z.object({
  item: equipmentKey,
  isInstalled: z.boolean(),
  slot: z.int().nullable(),
  level: z.int(),
  /** For installing, or for the next level; null where nothing more is to be had. */
  cost: credits.nullable(),
  refund: credits,
  effects: z.array(effect),
  install: actionDescriptor,
  remove: actionDescriptor.nullable(),
});

export const listUpgrades = endpoint({
  ...shipRead,
  id: 'ships.upgrades',
  path: '/ships/{id}/upgrades',
  summary: 'The upgrades of a ship with cost and effect of the next level.',
  params: oneShip,
  reply: z.object({ shipId: id, rows: z.array(upgradeRow) }),
  errors: ['forbidden'],
});

export const upgradeShip = endpoint({
  ...shipAct,
  id: 'ships.upgrade',
  path: '/ships/{id}/upgrades',
  summary: 'Raise an upgrade by one level.',
  params: oneShip,
  body: z.strictObject({ kind: upgradeKind }),
  errors: [...DOCK_REFUSALS, 'loaner_ship', 'max_level'],
});

export const listEquipment = endpoint({
  ...shipRead,
  id: 'ships.equipment',
  path: '/ships/{id}/equipment',
  summary: 'The modules of a ship and those it could carry.',
  params: oneShip,
  reply: z.object({ shipId: id, slots: z.int(), used: z.int(), rows: z.array(equipmentRow) }),
  errors: ['forbidden'],
});

export const installEquipment = endpoint({
  ...shipAct,
  id: 'ships.install',
  path: '/ships/{id}/equipment',
  summary: 'Install a module, or raise a mining laser by one level.',
  params: oneShip,
  body: z.strictObject({ item: equipmentKey }),
  errors: [...DOCK_REFUSALS, 'loaner_ship', 'incompatible', 'installed', 'max_level', 'no_slot'],
});

export const removeEquipment = endpoint({
  ...shipAct,
  method: 'DELETE',
  id: 'ships.uninstall',
  path: '/ships/{id}/equipment/{item}',
  summary: 'Take a module out for 40 % of what it cost.',
  params: z.strictObject({ id, item: equipmentKey }),
  errors: [
    'forbidden',
    'no_active_ship',
    'not_docked',
    'station_not_operational',
    'service_not_offered',
    'services_refused',
    'not_colocated',
    'not_installed',
    'busy',
  ],
});

const points = z.union([z.int().min(1).max(100_000), z.literal('max')]);

export const repairShip = endpoint({
  ...shipAct,
  id: 'ships.repair',
  path: '/ships/{id}/repair',
  summary: 'Repair hull, shields or condition; with dryRun=true only the price.',
  params: oneShip,
  query: z.strictObject({ dryRun: z.enum(['true', 'false']).default('false') }),
  body: z.strictObject({
    hull: points.optional(),
    shields: z.boolean().optional(),
    condition: points.optional(),
  }),
  reply: fleetReply.extend({
    hullCost: credits,
    shieldsCost: credits,
    conditionCost: credits,
    total: credits,
  }),
  errors: [...DOCK_REFUSALS, 'nothing_to_repair'],
});

export const handleKit = endpoint({
  ...shipAct,
  id: 'ships.kit',
  path: '/ships/{id}/kit',
  summary: 'Buy maintenance kits at a repair dock, or use one from the hold of your ship.',
  params: oneShip,
  body: z.strictObject({ do: z.enum(['buy', 'use']), quantity: quantity.default(1) }),
  errors: [
    ...DOCK_REFUSALS,
    'ship_not_active',
    'cargo_full',
    'not_in_cargo',
    'nothing_to_repair',
    'insufficient_turns',
  ],
});
