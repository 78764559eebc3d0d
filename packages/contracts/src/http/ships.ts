import { z } from 'zod';
import { actionDescriptor } from '../actions.ts';
import { endpoint } from '../endpoint.ts';
import {
  cargoKind,
  equipmentKey,
  shipSize,
  shipStatus,
  shipType,
  upgradeKind,
  weaponKind,
} from '../enums.ts';
import { credits, id, moment, quantity, sectorId, signedCredits } from '../primitives.ts';
import { cargoRow, shipView } from './player.ts';

/** What a hull can do; with upgrades and equipment where it is a ship, bare where it is a type. */
export const shipStats = z.object({
  cargo: z.int(),
  turnsPerLane: z.int(),
  agility: z.int(),
  hull: z.int(),
  shields: z.int(),
  shieldRegenPerMin: z.int(),
  attack: z.int(),
  defence: z.int(),
  evasion: z.int(),
  weapon: weaponKind,
  scanner: z.int(),
  droneBays: z.int(),
  mines: z.int(),
  genesis: z.int(),
  equipmentSlots: z.int(),
  /** Wear a day in hundredths of a percent. */
  wearPerDayX100: z.int(),
  miningPercent: z.int(),
});

export const shipTypeView = z.object({
  key: shipType,
  size: shipSize,
  price: credits.nullable(),
  stats: shipStats,
  attackTurns: z.int().nullable(),
  /** Keys of what only this type does. */
  abilities: z.array(z.string()),
  maxUpgrades: z.record(upgradeKind, z.int()),
  /** Price less the ship given in payment; null where no dealer sells the type. */
  net: signedCredits.nullable(),
  /** Credits that are missing for it. */
  missing: credits,
  action: actionDescriptor,
});

/** Where a ship is; a derelict or a ship in flight is at no station. */
export const shipPlace = z.object({
  regionName: z.string(),
  sectorId,
  sectorNumber: z.int(),
  sectorName: z.string(),
  stationId: id.nullable(),
  stationName: z.string().nullable(),
});

export const policyView = z.object({
  from: moment,
  until: moment,
  value: credits,
  payout: credits,
  /** From then on it pays. */
  paysFrom: moment,
});

/** One own ship in a list. `actions`: activate. */
export const fleetShip = shipView.extend({
  status: shipStatus,
  isActive: z.boolean(),
  place: shipPlace,
  insuredUntil: moment.nullable(),
  actions: z.array(actionDescriptor),
});

/** A ship nobody flies, in the sector the player is in. */
export const derelictView = z.object({
  id,
  type: shipType,
  name: z.string(),
  registration: z.string(),
  since: moment,
  isOwn: z.boolean(),
  cost: credits,
  action: actionDescriptor,
});

/** One part of a repair with its price for all that is missing. */
export const repairPart = z.object({ missing: z.int(), cost: credits, action: actionDescriptor });

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

export const registryEntry = z.object({
  kind: z.string(),
  at: moment,
  by: z.string().nullable(),
  name: z.string().nullable(),
});

/** Everything of an own ship. `actions`: activate, rename, sell, abandon, self_destruct, jettison, kits. */
export const ownShip = fleetShip.extend({
  stats: shipStats,
  cargo: z.array(cargoRow),
  kits: z.int(),
  purchaseValue: credits,
  saleValue: credits,
  policy: policyView.nullable(),
  repair: z.object({ hull: repairPart, shields: repairPart, condition: repairPart, all: repairPart }),
  /** Own ships docked beside it, with the room in their holds. */
  beside: z.array(
    z.object({ id, name: z.string(), type: shipType, free: z.int(), action: actionDescriptor }),
  ),
});

/** What anybody beside a ship sees of it. */
export const strangeShip = z.object({
  id,
  type: shipType,
  name: z.string(),
  registration: z.string(),
  status: shipStatus,
  owner: z.string().nullable(),
});

/** The answer of every command on ships: the ship it was about and what it leaves. */
export const fleetReply = z.object({ rev: z.int(), shipId: id, credits });

const read = {
  method: 'GET',
  auth: 'player',
  rateClass: 'read',
  idempotency: 'none',
  status: 200,
  tag: 'ships',
} as const;

const act = {
  method: 'POST',
  auth: 'player',
  rateClass: 'action',
  idempotency: 'required',
  status: 200,
  tag: 'ships',
  reply: fleetReply,
} as const;

const one = z.strictObject({ id });
/** Refusals of anything a dock does with a ship. */
const SERVICE = [
  'forbidden',
  'no_active_ship',
  'not_docked',
  'station_not_operational',
  'service_not_offered',
  'services_refused',
  'not_colocated',
  'insufficient_credits',
  'economy_read_only',
  'busy',
] as const;
const DEALER = [
  'forbidden',
  'no_active_ship',
  'not_docked',
  'station_not_operational',
  'no_ship_dealer',
  'services_refused',
  'not_colocated',
  'busy',
] as const;

export const listShipTypes = endpoint({
  ...read,
  id: 'ships.types',
  path: '/ship-types',
  summary: 'Every ship type with its price for you here and now, less a ship you give in payment.',
  query: z.strictObject({ tradeIn: id.optional() }),
  reply: z.object({
    dealer: z.object({ stationId: id, stationName: z.string() }).nullable(),
    tradeIns: z.array(
      z.object({
        shipId: id,
        name: z.string(),
        type: shipType,
        isActive: z.boolean(),
        value: credits,
        action: actionDescriptor,
      }),
    ),
    own: z.object({ shipId: id, type: shipType, name: z.string(), stats: shipStats }).nullable(),
    types: z.array(shipTypeView),
  }),
  errors: [],
});

export const listShips = endpoint({
  ...read,
  id: 'ships.list',
  path: '/ships',
  summary: 'Your ships, derelicts beside you, and the ways back from an escape pod.',
  reply: z.object({
    items: z.array(fleetShip),
    used: z.int(),
    max: z.int(),
    derelicts: z.array(derelictView),
    /** Rescue and loan; null outside a pod. */
    pod: z
      .object({
        rescue: actionDescriptor,
        rescueTo: z.object({ stationName: z.string(), sectorNumber: z.int(), hops: z.int() }).nullable(),
        loaner: actionDescriptor,
        loansLeft: z.int(),
      })
      .nullable(),
  }),
  errors: [],
});

export const getShip = endpoint({
  ...read,
  id: 'ships.get',
  path: '/ships/{id}',
  summary: 'One of your ships; of a stranger’s in your sector only what is painted on it.',
  params: one,
  reply: z.object({ seen: strangeShip, own: ownShip.nullable() }),
  errors: [],
});

export const getRegistry = endpoint({
  ...read,
  id: 'ships.registry',
  path: '/registry/{registration}',
  summary: 'The public history of a ship, without credits.',
  params: z.strictObject({ registration: z.string().regex(/^REG-[0-9A-Z]{4}-[0-9A-Z]{4}$/) }),
  reply: z.object({
    registration: z.string(),
    type: shipType,
    name: z.string(),
    entries: z.array(registryEntry),
  }),
  errors: [],
});

export const purchaseShip = endpoint({
  ...act,
  id: 'ships.purchase',
  path: '/ships/purchase',
  summary: 'Buy a ship where you are docked, giving another in payment if you like.',
  body: z.strictObject({ type: shipType, name: z.string().max(200), tradeIn: id.optional() }),
  errors: [
    ...DEALER,
    'not_for_sale',
    'standing_too_low',
    'ship_limit',
    'insufficient_credits',
    'economy_read_only',
    'bound_ship',
    'loaner_ship',
    'ship_is_pod',
    'ship_not_empty',
  ],
});

export const sellShip = endpoint({
  ...act,
  id: 'ships.sell',
  path: '/ships/{id}/sell',
  summary: 'Sell an empty ship you do not fly to the dealer it is docked at.',
  params: one,
  body: z.strictObject({}),
  errors: [
    ...DEALER,
    'bound_ship',
    'loaner_ship',
    'ship_is_pod',
    'ship_is_active',
    'ship_not_empty',
    'economy_read_only',
  ],
});

export const activateShip = endpoint({
  ...act,
  id: 'ships.activate',
  path: '/ships/{id}/activate',
  summary: 'Board another of your ships, docked beside the one you leave.',
  params: one,
  body: z.strictObject({}),
  errors: [
    'forbidden',
    'no_active_ship',
    'already_aboard',
    'not_colocated',
    'recent_combat',
    'ship_not_empty',
    'cargo_full',
    'busy',
  ],
});

export const patchShip = endpoint({
  ...act,
  method: 'PATCH',
  id: 'ships.patch',
  path: '/ships/{id}',
  summary: 'Rename a docked ship.',
  params: one,
  body: z.strictObject({ name: z.string().max(200) }),
  errors: [
    'forbidden',
    'no_active_ship',
    'ship_is_pod',
    'not_docked',
    'insufficient_credits',
    'economy_read_only',
    'busy',
  ],
});

const typed = z.strictObject({ confirm: z.string().max(200) });
const LEAVING = [
  'forbidden',
  'no_active_ship',
  'ship_not_active',
  'must_undock',
  'must_lift_off',
  'ship_is_pod',
  'recent_combat',
  'busy',
] as const;

export const abandonShip = endpoint({
  ...act,
  id: 'ships.abandon',
  path: '/ships/{id}/abandon',
  summary: 'Leave your ship in space for a pod; it becomes a derelict with all that is aboard.',
  params: one,
  body: typed,
  errors: [...LEAVING, 'bound_ship', 'loaner_ship'],
});

export const selfDestruct = endpoint({
  ...act,
  id: 'ships.selfDestruct',
  path: '/ships/{id}/self-destruct',
  summary: 'Destroy your ship with all that is aboard; nothing is paid for it.',
  params: one,
  body: typed,
  errors: LEAVING,
});

export const claimShip = endpoint({
  ...act,
  id: 'ships.claim',
  path: '/ships/{id}/claim',
  summary: 'Take possession of a derelict in your sector; from a pod you board it.',
  params: one,
  body: z.strictObject({}),
  errors: [
    'no_active_ship',
    'must_undock',
    'must_lift_off',
    'already_claimed',
    'claim_locked',
    'ship_limit',
    'cargo_full',
    'insufficient_credits',
    'economy_read_only',
    'insufficient_turns',
    'busy',
  ],
});

export const listUpgrades = endpoint({
  ...read,
  id: 'ships.upgrades',
  path: '/ships/{id}/upgrades',
  summary: 'The upgrades of a ship with cost and effect of the next level.',
  params: one,
  reply: z.object({ shipId: id, rows: z.array(upgradeRow) }),
  errors: ['forbidden'],
});

export const upgradeShip = endpoint({
  ...act,
  id: 'ships.upgrade',
  path: '/ships/{id}/upgrades',
  summary: 'Raise an upgrade by one level.',
  params: one,
  body: z.strictObject({ kind: upgradeKind }),
  errors: [...SERVICE, 'loaner_ship', 'max_level'],
});

export const listEquipment = endpoint({
  ...read,
  id: 'ships.equipment',
  path: '/ships/{id}/equipment',
  summary: 'The modules of a ship and those it could carry.',
  params: one,
  reply: z.object({ shipId: id, slots: z.int(), used: z.int(), rows: z.array(equipmentRow) }),
  errors: ['forbidden'],
});

export const installEquipment = endpoint({
  ...act,
  id: 'ships.install',
  path: '/ships/{id}/equipment',
  summary: 'Install a module, or raise a mining laser by one level.',
  params: one,
  body: z.strictObject({ item: equipmentKey }),
  errors: [...SERVICE, 'loaner_ship', 'incompatible', 'installed', 'max_level', 'no_slot'],
});

export const removeEquipment = endpoint({
  ...act,
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
  ...act,
  id: 'ships.repair',
  path: '/ships/{id}/repair',
  summary: 'Repair hull, shields or condition; with dryRun=true only the price.',
  params: one,
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
  errors: [...SERVICE, 'nothing_to_repair'],
});

export const handleKit = endpoint({
  ...act,
  id: 'ships.kit',
  path: '/ships/{id}/kit',
  summary: 'Buy maintenance kits at a repair dock, or use one from the hold of your ship.',
  params: one,
  body: z.strictObject({ do: z.enum(['buy', 'use']), quantity: quantity.default(1) }),
  errors: [
    ...SERVICE,
    'ship_not_active',
    'cargo_full',
    'not_in_cargo',
    'nothing_to_repair',
    'insufficient_turns',
  ],
});

const items = z
  .array(z.strictObject({ commodity: cargoKind, quantity }))
  .min(1)
  .max(16);

export const transferCargo = endpoint({
  ...act,
  id: 'ships.transferCargo',
  path: '/ships/{id}/cargo/transfer',
  summary: 'Move goods to another of your ships docked beside this one.',
  params: one,
  body: z.strictObject({ toShipId: id, items }),
  errors: ['forbidden', 'no_active_ship', 'same_ship', 'not_colocated', 'not_in_cargo', 'cargo_full', 'busy'],
});

export const jettisonCargo = endpoint({
  ...act,
  id: 'ships.jettison',
  path: '/ships/{id}/jettison',
  summary: 'Throw goods out of the hold of your ship; they are gone.',
  params: one,
  body: z.strictObject({ items }),
  errors: ['forbidden', 'no_active_ship', 'ship_not_active', 'not_in_cargo', 'busy'],
});

export const rescuePod = endpoint({
  ...act,
  id: 'ships.rescue',
  path: '/ships/pod/rescue',
  summary: 'Have your pod towed to the nearest ship dealer.',
  body: z.strictObject({}),
  errors: ['no_active_ship', 'not_in_pod', 'already_docked', 'no_ship_dealer', 'busy'],
});

export const borrowShip = endpoint({
  ...act,
  id: 'ships.loaner',
  path: '/ships/loaner',
  summary: 'Borrow a Light Freighter when you have no ship and cannot buy one.',
  body: z.strictObject({}),
  errors: [
    'no_active_ship',
    'not_in_pod',
    'not_docked',
    'station_not_operational',
    'no_ship_dealer',
    'services_refused',
    'not_eligible',
    'busy',
  ],
});

export const insuranceQuote = z.object({
  shipId: id,
  name: z.string(),
  type: shipType,
  value: credits.nullable(),
  premium: credits.nullable(),
  payout: credits.nullable(),
  claimsLately: z.int(),
  policy: policyView.nullable(),
  action: actionDescriptor,
});

export const listInsuranceQuotes = endpoint({
  ...read,
  id: 'insurance.quotes',
  path: '/insurance/quotes',
  summary: 'What insuring your ships for 30 days costs and pays.',
  query: z.strictObject({ shipId: id.optional() }),
  reply: z.object({ items: z.array(insuranceQuote) }),
  errors: [],
});

export const insureShip = endpoint({
  ...act,
  id: 'insurance.buy',
  path: '/insurance',
  summary: 'Insure a ship for 30 days, or renew its policy in the last three.',
  body: z.strictObject({ shipId: id }),
  errors: [...SERVICE, 'not_insurable', 'hull_damaged', 'already_insured'],
});
