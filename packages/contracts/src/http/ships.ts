import { z } from 'zod';
import { actionDescriptor } from '../actions.ts';
import { endpoint } from '../endpoint.ts';
import { cargoKind, shipStatus, shipType, weaponKind } from '../enums.ts';
import { credits, id, moment, quantity, sectorId } from '../primitives.ts';
import { cargoRow, shipView } from './player.ts';
import { fleetReply, oneShip, shipAct, shipRead } from './ship-command.ts';

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

/** One own ship in a list. `actions`: activate, tow or cast_off. */
export const fleetShip = shipView.extend({
  status: shipStatus,
  isActive: z.boolean(),
  place: shipPlace,
  /** What it has in tow, and what that adds to each warp. */
  tow: z.object({ shipId: id, name: z.string(), type: shipType, extraTurns: z.int() }).nullable(),
  /** Name of the ship that tows it. */
  towedBy: z.string().nullable(),
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
  /** When the ship blows up, unless its fuse is stopped. */
  fuseAt: moment.nullable(),
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

export const listShips = endpoint({
  ...shipRead,
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
        /** Somebody assisted: until then the rescue costs no turns. */
        freeUntil: moment.nullable(),
        rescueTo: z.object({ stationName: z.string(), sectorNumber: z.int(), hops: z.int() }).nullable(),
        loaner: actionDescriptor,
        loansLeft: z.int(),
      })
      .nullable(),
  }),
  errors: [],
});

export const getShip = endpoint({
  ...shipRead,
  id: 'ships.get',
  path: '/ships/{id}',
  summary: 'One of your ships; of a stranger’s in your sector only what is painted on it.',
  params: oneShip,
  reply: z.object({ seen: strangeShip, own: ownShip.nullable() }),
  errors: [],
});

export const getRegistry = endpoint({
  ...shipRead,
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

export const activateShip = endpoint({
  ...shipAct,
  id: 'ships.activate',
  path: '/ships/{id}/activate',
  summary: 'Board another of your ships, docked beside the one you leave.',
  params: oneShip,
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
  ...shipAct,
  method: 'PATCH',
  id: 'ships.patch',
  path: '/ships/{id}',
  summary: 'Rename a docked ship.',
  params: oneShip,
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
  ...shipAct,
  id: 'ships.abandon',
  path: '/ships/{id}/abandon',
  summary: 'Leave your ship in space for a pod; it becomes a derelict with all that is aboard.',
  params: oneShip,
  body: typed,
  errors: [...LEAVING, 'bound_ship', 'loaner_ship'],
});

export const selfDestruct = endpoint({
  ...shipAct,
  id: 'ships.selfDestruct',
  path: '/ships/{id}/self-destruct',
  summary:
    'Light the fuse of your ship: it burns for 30 seconds, then all that is aboard is gone and nothing is paid.',
  params: oneShip,
  body: typed,
  errors: [...LEAVING, 'fuse_burning'],
});

export const defuseShip = endpoint({
  ...shipAct,
  method: 'DELETE',
  id: 'ships.defuse',
  path: '/ships/{id}/self-destruct',
  summary: 'Stop the fuse of your ship.',
  params: oneShip,
  errors: ['forbidden', 'no_active_ship', 'fuse_not_burning', 'busy'],
});

export const claimShip = endpoint({
  ...shipAct,
  id: 'ships.claim',
  path: '/ships/{id}/claim',
  summary: 'Take possession of a derelict in your sector; from a pod you board it.',
  params: oneShip,
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

export const towShip = endpoint({
  ...shipAct,
  id: 'ships.tow',
  path: '/ships/{id}/tow',
  summary: 'Take another of your ships in tow with the tractor beam of the one you fly.',
  params: oneShip,
  body: z.strictObject({ targetShipId: id }),
  errors: [
    'forbidden',
    'no_active_ship',
    'same_ship',
    'ship_not_active',
    'must_lift_off',
    'no_tractor_beam',
    'already_towing',
    'cannot_be_towed',
    'not_colocated',
    'recent_combat',
    'busy',
  ],
});

export const castOff = endpoint({
  ...shipAct,
  method: 'DELETE',
  id: 'ships.castOff',
  path: '/ships/{id}/tow',
  summary: 'Let go of what your ship tows; in space it drifts from then on.',
  params: oneShip,
  errors: ['forbidden', 'no_active_ship', 'not_towing', 'busy'],
});

const items = z
  .array(z.strictObject({ commodity: cargoKind, quantity }))
  .min(1)
  .max(16);

export const transferCargo = endpoint({
  ...shipAct,
  id: 'ships.transferCargo',
  path: '/ships/{id}/cargo/transfer',
  summary: 'Move goods to another of your ships docked beside this one.',
  params: oneShip,
  body: z.strictObject({ toShipId: id, items }),
  errors: ['forbidden', 'no_active_ship', 'same_ship', 'not_colocated', 'not_in_cargo', 'cargo_full', 'busy'],
});

export const jettisonCargo = endpoint({
  ...shipAct,
  id: 'ships.jettison',
  path: '/ships/{id}/jettison',
  summary: 'Throw goods out of the hold of your ship; they are gone.',
  params: oneShip,
  body: z.strictObject({ items }),
  errors: ['forbidden', 'no_active_ship', 'ship_not_active', 'not_in_cargo', 'busy'],
});

export const rescuePod = endpoint({
  ...shipAct,
  id: 'ships.rescue',
  path: '/ships/pod/rescue',
  summary: 'Have your pod towed to the nearest ship dealer.',
  body: z.strictObject({}),
  errors: ['no_active_ship', 'not_in_pod', 'already_docked', 'no_ship_dealer', 'busy'],
});

export const assistPod = endpoint({
  ...shipAct,
  id: 'ships.assist',
  path: '/players/{id}/rescue',
  summary:
    'Assist the escape pod of another player in your sector: his next rescue within a day costs no turns.',
  params: z.strictObject({ id }),
  body: z.strictObject({}),
  reply: fleetReply.extend({
    freeUntil: moment,
    /** What it added to your personal reputation. */
    reputation: z.int(),
  }),
  errors: [
    'no_active_ship',
    'ship_is_pod',
    'must_undock',
    'must_lift_off',
    'not_in_pod',
    'not_eligible',
    'insufficient_turns',
    'busy',
  ],
});
