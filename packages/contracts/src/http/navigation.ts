import { z } from 'zod';
import { actionDescriptor } from '../actions.ts';
import { endpoint } from '../endpoint.ts';
import {
  autopilotStopRule,
  facility,
  formationKind,
  knowledgeLevel,
  planetType,
  plotObjective,
  reputationTier,
  sectorType,
  security,
  shipType,
  warpKind,
  zoneKind,
} from '../enums.ts';
import { credits, id, moment, sectorId } from '../primitives.ts';
import { turnsView } from './player.ts';

/** Four places in fixed order ore, organics, equipment, fuel: B they buy, S they sell, - neither. */
export const tradeCode = z.string().regex(/^[BSX-]{4}$/);

/** A station as charts name it. */
export const stationMark = z.object({ id, name: z.string(), stationClass: z.int(), tradeCode });

export const sectorSummary = z.object({
  id: sectorId,
  number: z.int(),
  code: z.string(),
  name: z.string(),
  regionName: z.string(),
  zone: zoneKind,
  security,
});

/** One outgoing warp with the cost for the caller's ship. `bearing` is 0–359 degrees, 0 = +x, 90 = +y. */
export const moveOption = z.object({
  warpId: z.int(),
  to: sectorId,
  number: z.int(),
  code: z.string(),
  regionName: z.string(),
  kind: warpKind,
  cost: z.int(),
  toll: credits,
  oneWay: z.boolean(),
  bearing: z.int(),
  level: knowledgeLevel,
  name: z.string().nullable(),
  type: sectorType.nullable(),
  hazard: z.int().nullable(),
  seenAt: moment.nullable(),
  station: z
    .object({
      ...stationMark.shape,
      stationClass: z.int().nullable(),
      tradeCode: tradeCode.nullable(),
    })
    .nullable(),
  affordable: z.boolean(),
  blocked: z.string().nullable(),
  actions: z.array(actionDescriptor),
});

export const stationSummary = z.object({
  ...stationMark.shape,
  sectorId,
  facility,
  faction: z.string().nullable(),
  ownerName: z.string().nullable(),
  tariffBp: z.int(),
  services: z.array(z.string()),
  status: z.enum(['operational', 'arrears', 'locked_down', 'disabled']),
  actions: z.array(actionDescriptor),
});

export const planetSummary = z.object({
  id,
  name: z.string(),
  type: planetType,
  size: z.int(),
  habitability: z.int(),
  isHomeWorld: z.boolean(),
});

export const contact = z.object({
  playerId: id,
  shipId: id,
  name: z.string(),
  rank: z.int(),
  tier: reputationTier,
  /** A lawful target to everybody for now. */
  isSuspect: z.boolean(),
  teamTag: z.string().nullable(),
  shipType,
  shipName: z.string(),
  state: z.enum(['in_space', 'docked', 'landed']),
  online: z.boolean(),
  /** What it is when no player flies it; then its ids are its own and its name is the ship's. */
  npc: z.enum(['trader', 'patrol']).nullable(),
});

/** A contact where you are, with what you may do for it: assisting a pod. */
export const sectorContact = contact.extend({ actions: z.array(actionDescriptor) });

/** What the terrain of a sector does to your ship; `amount` in turns, damage or scanner range. */
export const sectorEffect = z.object({
  key: z.enum([
    'entry_dearer',
    'entry_cheaper',
    'hazard',
    'no_shields',
    'slingshot',
    'scanner',
    'sensors_blind',
  ]),
  amount: z.int().nullable(),
});

/** A sector at the caller's level of knowledge; members the level does not reveal are null. */
export const sectorView = sectorSummary.extend({
  level: knowledgeLevel,
  live: z.boolean(),
  seenAt: moment.nullable(),
  x: z.int(),
  y: z.int(),
  z: z.int(),
  cluster: z.string(),
  isProtected: z.boolean(),
  type: sectorType.nullable(),
  hazard: z.int().nullable(),
  nebulaDensity: z.int().nullable(),
  nebulaKind: z.string().nullable(),
  /** Empty where the type is not known. */
  effects: z.array(sectorEffect),
  resources: z.enum(['none', 'poor', 'fair', 'rich']).nullable(),
  stations: z.array(stationSummary).nullable(),
  planets: z.array(planetSummary).nullable(),
  warps: z.array(moveOption).nullable(),
  contacts: z.object({ items: z.array(sectorContact), more: z.int() }).nullable(),
  /** Wrecks, and ships nobody flies; null where you are not. */
  adrift: z
    .array(z.object({ id, kind: z.enum(['wreck', 'derelict']), shipType, name: z.string() }))
    .nullable(),
  actions: z.array(actionDescriptor),
});

const game = { auth: 'player', tag: 'navigation', status: 200 } as const;

export const getCurrentSector = endpoint({
  ...game,
  id: 'sectors.current',
  method: 'GET',
  path: '/sectors/current',
  summary: 'The sector your ship is in, live.',
  rateClass: 'read',
  idempotency: 'none',
  reply: sectorView,
  errors: [],
});

export const getSector = endpoint({
  ...game,
  id: 'sectors.get',
  method: 'GET',
  path: '/sectors/{id}',
  summary: 'A sector as you know it: live where you are, else the dated snapshot.',
  rateClass: 'read',
  idempotency: 'none',
  params: z.strictObject({ id: z.coerce.number().int().min(1).max(2_000_000_000) }),
  reply: sectorView,
  errors: [],
});

export const listMoves = endpoint({
  ...game,
  id: 'nav.moves',
  method: 'GET',
  path: '/nav/moves',
  summary: 'Every warp you can see from here with its cost for your ship.',
  rateClass: 'read',
  idempotency: 'none',
  reply: z.object({ sectorId, turns: z.int(), moves: z.array(moveOption) }),
  errors: [],
});

/** Turns a command spent, and what is left of the pool. */
export const turnsSpent = z.object({ spent: z.int(), left: z.int() });

/** Why a ship may not act where it is. */
export const STANDING_STILL = [
  'ship_cannot_move',
  'must_undock',
  'must_lift_off',
  'in_combat',
  'in_transit',
] as const;

/** Something that happened on entering a sector. */
export const moveEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hazard'), damage: z.int(), hull: z.int(), shields: z.int() }),
  z.object({ type: z.literal('toll'), amount: credits }),
]);

export const moveReply = z.object({
  /** Set when the link leads to another server: nothing has moved yet, the journey has begun. */
  journeyId: id.optional(),
  rev: z.int(),
  sector: sectorSummary,
  warp: z.object({ id: z.int(), kind: warpKind, from: sectorId, to: sectorId }),
  turns: turnsSpent,
  toll: credits,
  hull: z.object({ before: z.int(), after: z.int(), shields: z.int() }),
  events: z.array(moveEvent),
  discovered: z.object({
    /** First visit by this player. */
    sector: z.boolean(),
    /** Nobody in the galaxy had been there before. */
    isFirst: z.boolean(),
    charted: z.int(),
    /** Landmarks found by this arrival. */
    formations: z.array(z.object({ kind: formationKind, name: z.string(), credits })),
    /** First of all to have been in every sector of a nebula. */
    nebula: z.boolean(),
    credits,
    rankPoints: z.int(),
    promotedTo: z.int().nullable(),
  }),
  /** Set when the warp led into another region. */
  region: z.string().nullable(),
});

export const move = endpoint({
  ...game,
  id: 'nav.move',
  method: 'POST',
  path: '/nav/move',
  summary: 'Fly one warp.',
  rateClass: 'move',
  idempotency: 'required',
  body: z.strictObject({
    to: sectorId,
    warpId: z.int().min(1).optional(),
    maxCost: z.int().min(1).max(1000).optional(),
    maxToll: credits.optional(),
  }),
  reply: moveReply,
  errors: [
    ...STANDING_STILL,
    'already_there',
    'no_warp',
    'warp_disrupted',
    'gate_denied',
    'toll_changed',
    'insufficient_credits',
    'region_closed',
    'region_banned',
    'region_unavailable',
    'cost_changed',
    'insufficient_turns',
    'busy',
  ],
});

export const routeHop = z.object({
  to: sectorId,
  number: z.int(),
  regionName: z.string(),
  name: z.string().nullable(),
  warpId: z.int(),
  kind: warpKind,
  cost: z.int(),
  toll: credits,
  hazard: z.int().nullable(),
  knownLevel: knowledgeLevel,
});

const route = z.object({
  routeId: id,
  hops: z.array(routeHop),
  totalTurns: z.int(),
  totalHops: z.int(),
  totalToll: credits,
  risk: z.enum(['low', 'medium', 'high']),
  affordableHops: z.int(),
  /** When all hops are affordable by regeneration alone. */
  etaFull: moment,
});

export const plot = endpoint({
  ...game,
  id: 'nav.plot',
  method: 'POST',
  path: '/nav/plot',
  summary: 'Plot a course over the warps you know. Costs nothing.',
  rateClass: 'read',
  idempotency: 'accepted',
  body: z.strictObject({
    from: sectorId.optional(),
    to: sectorId,
    /** Sectors to pass on the way, in this order. */
    via: z.array(sectorId).max(8).default([]),
    objective: plotObjective.default('turns'),
    avoid: z.array(sectorId).max(50).default([]),
    useGates: z.boolean().default(true),
    maxTollTotal: credits.optional(),
    /** False only compares: the course plotted before stays the one to fly. */
    keep: z.boolean().default(true),
    /** Answers the best course by this objective as well, for comparison; it is never kept. */
    compare: plotObjective.optional(),
  }),
  reply: route.extend({ other: route.omit({ routeId: true }).nullable() }),
  errors: ['no_route'],
});

export const getCourse = endpoint({
  ...game,
  id: 'nav.course',
  method: 'GET',
  path: '/nav/course',
  summary: 'The rest of the course you plotted last, from where your ship is; null when none is open.',
  rateClass: 'read',
  idempotency: 'none',
  reply: z.object({
    course: route
      .extend({
        from: sectorId,
        to: sectorId,
        via: z.array(sectorId),
        objective: plotObjective,
        avoid: z.array(sectorId),
      })
      .nullable(),
  }),
  errors: [],
});

export const clearCourse = endpoint({
  ...game,
  id: 'nav.course_clear',
  method: 'DELETE',
  path: '/nav/course',
  summary: 'Forget the course you plotted last.',
  status: 204,
  rateClass: 'action',
  idempotency: 'none',
  errors: [],
});

export const autopilot = endpoint({
  ...game,
  id: 'nav.autopilot',
  method: 'POST',
  path: '/nav/autopilot',
  summary: 'Fly up to 25 hops of a course; every hop is an ordinary move and can stop the flight.',
  rateClass: 'move',
  idempotency: 'required',
  body: z.strictObject({
    to: sectorId.optional(),
    routeId: id.optional(),
    maxHops: z.int().min(1).max(25).default(25),
    maxTurns: z.int().min(0).max(10_000).optional(),
    maxTollTotal: credits.optional(),
    crossRegions: z.boolean().default(false),
    stopOn: z.array(autopilotStopRule).default([]),
    minHullPct: z.int().min(1).max(100).default(50),
  }),
  reply: z.object({
    completed: z.boolean(),
    stoppedBecause: z.string().nullable(),
    hops: z.array(moveReply),
    turnsLeft: z.int(),
    remainingRouteId: id.nullable(),
  }),
  errors: [
    'no_route',
    'autopilot_active',
    'position_changed',
    'must_undock',
    'must_lift_off',
    'insufficient_turns',
    'ship_cannot_move',
    'already_there',
    'busy',
  ],
});

export const dock = endpoint({
  ...game,
  id: 'stations.dock',
  method: 'POST',
  path: '/stations/{id}/dock',
  summary: 'Dock at a station of this sector: 1 turn and the docking fee.',
  rateClass: 'action',
  idempotency: 'required',
  params: z.strictObject({ id }),
  body: z.strictObject({}).default({}),
  reply: z.object({
    rev: z.int(),
    stationId: id,
    fee: credits,
    feeWaived: z.boolean(),
    turns: turnsView,
    credits,
  }),
  errors: [
    'not_in_sector',
    'already_docked',
    'in_combat',
    'station_disabled',
    'station_locked',
    'insufficient_turns',
    'insufficient_credits',
    'standing_too_low',
    'denied_by_owner',
    'cooldown',
    'in_transit',
    'busy',
  ],
});

export const undock = endpoint({
  ...game,
  id: 'stations.undock',
  method: 'POST',
  path: '/stations/{id}/undock',
  summary: 'Leave the station: no turns; mooring is due after a long stay.',
  rateClass: 'action',
  idempotency: 'required',
  params: z.strictObject({ id }),
  body: z.strictObject({}).default({}),
  reply: z.object({ rev: z.int(), mooring: credits, credits }),
  errors: ['not_docked', 'busy'],
});

export const getStation = endpoint({
  ...game,
  id: 'stations.get',
  method: 'GET',
  path: '/stations/{id}',
  summary: 'A station you know.',
  rateClass: 'read',
  idempotency: 'none',
  params: z.strictObject({ id }),
  reply: stationSummary.extend({ sector: sectorSummary, seenAt: moment.nullable() }),
  errors: [],
});
