import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import {
  cargoKind,
  commodityKey,
  ledgerAccount,
  ledgerKind,
  locationState,
  reputationTier,
  security,
  shipType,
  zoneKind,
} from '../enums.ts';
import { credits, id, moment, page, pageQuery, sectorId, signedCredits } from '../primitives.ts';

export const turnsView = z.object({
  turns: z.int(),
  cap: z.int(),
  ratePerHourX100: z.int(),
  multiplierBp: z.int(),
  nextTurnInMs: z.int().nullable(),
  fullAt: moment.nullable(),
});

export const shipView = z.object({
  id,
  type: shipType,
  name: z.string(),
  registration: z.string(),
  hull: z.int(),
  maxHull: z.int(),
  shields: z.int(),
  maxShields: z.int(),
  conditionMilli: z.int(),
  fault: z.enum(['none', 'scanner', 'engine']),
  cargoUsed: z.int(),
  cargoCapacity: z.int(),
  drones: z.int(),
  droneBays: z.int(),
  /** What it tows included. */
  turnsPerWarp: z.int(),
  /** Type of the ship it has in tow. */
  towedType: shipType.nullable(),
  isBound: z.boolean(),
  isLoaner: z.boolean(),
  version: z.int(),
});

export const cargoRow = z.object({ commodity: cargoKind, quantity: z.int(), avgCost: credits });

export const locationView = z.object({
  regionName: z.string(),
  regionTitle: z.string(),
  sectorId,
  sectorNumber: z.int(),
  sectorName: z.string(),
  zone: zoneKind,
  security,
  state: locationState,
  stationId: id.nullable(),
  stationName: z.string().nullable(),
  planetId: id.nullable(),
  journeyId: id.nullable(),
  autopilotUntil: moment.nullable(),
});

/** Where a step of a chain wants the player to go or what to move. */
export const chainTarget = z.object({
  commodity: commodityKey.nullable(),
  quantity: z.int().nullable(),
  progress: z.int(),
  need: z.int(),
  stationId: id.nullable(),
  stationName: z.string().nullable(),
  sectorId: sectorId.nullable(),
  sectorNumber: z.int().nullable(),
});

export const chainView = z.object({
  key: z.enum(['dockhands_favour', 'first_ship']),
  /** Index of the step shown, 1-based, and how many this installation has. */
  step: z.int(),
  steps: z.int(),
  kind: z.enum(['buy', 'sell', 'dock', 'job', 'course']),
  target: chainTarget,
  reward: credits,
  done: z.array(z.int()),
  goal: z.object({ shipType, credits, need: credits }),
});

/** What an open alert may say. On the wire it is any word: a client that does not know it names its kind. */
export const ALERT_KEYS = ['shelter_ending'] as const;
export type AlertKey = (typeof ALERT_KEYS)[number];

export const alertView = z.object({
  id,
  kind: z.string(),
  severity: z.enum(['info', 'success', 'warning', 'danger']),
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  link: z.string().nullable(),
  at: moment,
});

export const playerSummary = z.object({
  id,
  callsign: z.string().nullable(),
  rankLevel: z.int(),
  rankPoints: z.int(),
  reputationTier,
  personalReputation: z.int(),
  teamId: id.nullable(),
  teamTag: z.string().nullable(),
  firstLoginState: z.enum(['not_started', 'in_progress', 'completed']),
  newcomerUntil: moment.nullable(),
  suspectUntil: moment.nullable(),
  wantedUntil: moment.nullable(),
  ariaTrustLevel: z.int(),
});

export const playerState = z.object({
  rev: z.int(),
  serverTime: moment,
  player: playerSummary,
  turns: turnsView,
  credits,
  ship: shipView.nullable(),
  cargo: z.array(cargoRow),
  location: locationView.nullable(),
  chain: chainView.nullable(),
  alerts: z.array(alertView),
});

const read = { method: 'GET', rateClass: 'read', idempotency: 'none', status: 200, tag: 'player' } as const;

export const getPlayerState = endpoint({
  ...read,
  id: 'player.state',
  path: '/player/state',
  summary: 'Everything the cockpit shows of you; ETag = rev.',
  auth: 'user',
  reply: playerState,
  errors: [],
  etag: true,
});

export const getTurns = endpoint({
  ...read,
  id: 'player.turns',
  path: '/player/turns',
  summary: 'Your turns, settled to now.',
  auth: 'player',
  reply: turnsView,
  errors: [],
});

export const listTurnLedger = endpoint({
  ...read,
  id: 'player.turnLedger',
  path: '/player/turns/ledger',
  summary: 'Every change of your turns, newest first.',
  auth: 'player',
  query: pageQuery,
  reply: page(
    z.object({
      at: moment,
      regen: z.int(),
      spent: z.int(),
      granted: z.int(),
      balance: z.int(),
      reason: z.string(),
      ref: z.string().nullable(),
    }),
  ),
  errors: ['bad_cursor'],
});

/** Which movements are asked for: by area of the books, by account, and from one moment up to another. */
export const creditLedgerQuery = pageQuery.extend({
  kind: ledgerKind.optional(),
  account: ledgerAccount.optional(),
  since: moment.optional(),
  /** The first moment that no longer belongs to it. */
  until: moment.optional(),
});

export const listCreditLedger = endpoint({
  ...read,
  id: 'player.ledger',
  path: '/player/ledger',
  summary: 'Every movement of your credits, newest first; all of them, or some by kind, account and time.',
  auth: 'player',
  query: creditLedgerQuery,
  reply: page(
    z.object({
      id: z.string(),
      at: moment,
      amount: signedCredits,
      reason: z.string(),
      account: ledgerAccount,
      refType: z.string().nullable(),
      refId: z.string().nullable(),
    }),
  ),
  errors: ['bad_cursor'],
});

/** The one settings record of a player; unknown keys are refused on write and dropped on read. */
export const playerSettings = z.object({
  theme: z.enum(['cockpit', 'daylight', 'contrast', 'terminal']),
  density: z.enum(['comfortable', 'compact', 'dense']),
  textScale: z.int().min(80).max(200),
  view: z.enum(['3d', 'plate', 'text']),
  motion: z.enum(['system', 'reduced', 'full']),
  singleKeys: z.boolean(),
  keyHints: z.boolean(),
  language: z.string().min(2).max(35),
  stopOn: z.array(z.enum(['player', 'forces', 'hazard5', 'station', 'stale'])),
  /** Limits of one flight of the autopilot: hull in percent, turns (0 = none), credits for tolls. */
  minHullPct: z.int().min(1).max(100),
  maxTurns: z.int().min(0).max(10_000),
  maxTollTotal: z.int().min(0).max(1_000_000),
  /** Whether a flight may cross the border of a region. */
  crossRegions: z.boolean(),
  lowTurnWarning: z.int().min(0).max(1000),
  /** Whether others may assist one's escape pod. */
  acceptRescue: z.boolean(),
  goalBar: z.enum(['shown', 'dismissed']),
  /** The guide through a first trade: along the starter chain, once more for any trade, or closed. */
  guide: z.enum(['first', 'again', 'off']),
});

export const settingsView = z.object({ rev: z.int(), settings: playerSettings });

export const getSettings = endpoint({
  ...read,
  id: 'player.settings',
  path: '/player/settings',
  summary: 'Your settings.',
  auth: 'user',
  reply: settingsView,
  errors: [],
  etag: true,
});

export const patchSettings = endpoint({
  id: 'player.patchSettings',
  method: 'PATCH',
  path: '/player/settings',
  summary:
    'Change any of your settings; If-Match refuses a stale write. firstShip skips a step or the chain.',
  auth: 'user',
  rateClass: 'action',
  idempotency: 'none',
  status: 200,
  tag: 'player',
  body: z.strictObject({
    ...playerSettings.partial().shape,
    firstShip: z
      .union([z.strictObject({ skipStep: z.literal(true) }), z.strictObject({ skipAll: z.literal(true) })])
      .optional(),
  }),
  reply: settingsView,
  errors: ['precondition_failed', 'wrong_state'],
});
