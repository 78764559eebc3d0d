import { z } from 'zod';
import { adminListQuery, adminPage, adminReason, flag } from '../admin-list.ts';
import { endpoint } from '../endpoint.ts';
import { credits, id, moment, sectorId, signedCredits } from '../primitives.ts';

const read = {
  method: 'GET',
  auth: 'admin',
  scope: 'players.read',
  rateClass: 'admin',
  idempotency: 'none',
  status: 200,
  tag: 'admin',
} as const;

const act = {
  method: 'POST',
  auth: 'admin',
  scope: 'players.write',
  stepUp: true,
  rateClass: 'admin',
  idempotency: 'required',
  status: 200,
  tag: 'admin',
  params: z.object({ id }),
} as const;

const refusals = [
  'missing_scope',
  'password_change_required',
  'step_up_required',
  'not_found',
  'own_persona',
  'precondition_failed',
  'busy',
] as const;

const playerRow = z.object({
  id,
  userId: id,
  callsign: z.string().nullable(),
  rankLevel: z.int(),
  credits,
  bank: credits,
  /** As stored: what has grown since the last command is not in it. */
  turns: z.int(),
  shipType: z.string().nullable(),
  sectorId: sectorId.nullable(),
  sectorNumber: z.int().nullable(),
  regionName: z.string().nullable(),
  status: z.string(),
  isOnline: z.boolean(),
  mutedUntil: moment.nullable(),
  lastActiveAt: moment,
  createdAt: moment,
});

export const listPlayers = endpoint({
  ...read,
  id: 'admin.players',
  path: '/admin/players',
  summary: 'Players with what they have and where they are; search looks through callsigns and ids.',
  query: adminListQuery(['callsign', 'rank', 'credits', 'turns', 'lastActive', 'created'], {
    region: z.string().max(30).optional(),
    rank: z.coerce.number().int().min(0).max(17).optional(),
    online: flag.optional(),
    muted: flag.optional(),
  }),
  reply: adminPage(playerRow),
  errors: ['missing_scope', 'bad_cursor'],
});

const shipRow = z.object({
  id,
  registration: z.string(),
  name: z.string(),
  type: z.string(),
  status: z.string(),
  sectorId,
  hull: z.int(),
  cargoUsed: z.int(),
  cargoCapacity: z.int(),
  isActive: z.boolean(),
  cargo: z.array(z.object({ commodity: z.string(), quantity: z.int() })),
});

const playerDossier = playerRow.extend({
  /** Tag of this state for `If-Match`. */
  rev: z.int(),
  username: z.string(),
  accountStatus: z.string(),
  rankPoints: z.int(),
  personalReputation: z.int(),
  firstLoginState: z.string(),
  lifetimeTurnsSpent: z.int(),
  sectorsVisited: z.int(),
  ships: z.array(shipRow),
  ledger: z.object({
    isBalanced: z.boolean(),
    /** What the movements of the wallet add up to. */
    sum: signedCredits,
  }),
});

export const getPlayerDossier = endpoint({
  ...read,
  id: 'admin.player',
  path: '/admin/players/{id}',
  summary: 'One player with ships, holds, and whether the books of the wallet agree.',
  params: z.object({ id }),
  reply: playerDossier,
  errors: ['missing_scope', 'not_found'],
});

export const listPlayerLedger = endpoint({
  ...read,
  id: 'admin.player.ledger',
  path: '/admin/players/{id}/ledger',
  summary: 'Every movement of a wallet with its cause and the balance after it, newest first.',
  params: z.object({ id }),
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(100).default(50),
    cursor: z.string().max(300).optional(),
    reason: z.string().max(40).optional(),
  }),
  reply: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        at: moment,
        reason: z.string(),
        delta: signedCredits,
        /** Null where a filter leaves movements out. */
        balance: signedCredits.nullable(),
        refType: z.string().nullable(),
        refId: z.string().nullable(),
      }),
    ),
    nextCursor: z.string().nullable(),
  }),
  errors: ['missing_scope', 'not_found', 'bad_cursor'],
});

export const listPlayerTimeline = endpoint({
  ...read,
  id: 'admin.player.timeline',
  path: '/admin/players/{id}/timeline',
  summary: 'What happened to a player and what was done about him, newest first.',
  params: z.object({ id }),
  reply: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        at: moment,
        source: z.enum(['log', 'audit']),
        what: z.string(),
        by: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    ),
  }),
  errors: ['missing_scope', 'not_found'],
});

/** What an act changed: the state before and after it. */
const change = z.object({ before: z.int(), after: z.int(), rev: z.int() });

export const adjustCredits = endpoint({
  ...act,
  id: 'admin.player.credits',
  path: '/admin/players/{id}/credits',
  summary: 'Give credits to a wallet or take them, never below 0; at most a million at once.',
  query: z.strictObject({ dryRun: flag.optional() }),
  body: z.strictObject({
    delta: z
      .int()
      .min(-1_000_000)
      .max(1_000_000)
      .refine((value) => value !== 0),
    reason: adminReason,
  }),
  reply: change,
  errors: [...refusals, 'invalid_state', 'economy_read_only'],
});

export const adjustTurns = endpoint({
  ...act,
  id: 'admin.player.turns',
  path: '/admin/players/{id}/turns',
  summary: 'Give turns or take them, never below 0; a gift may exceed the cap.',
  query: z.strictObject({ dryRun: flag.optional() }),
  body: z.strictObject({
    delta: z
      .int()
      .min(-5_000)
      .max(5_000)
      .refine((value) => value !== 0),
    reason: adminReason,
  }),
  reply: change,
  errors: [...refusals, 'invalid_state'],
});

export const teleportPlayer = endpoint({
  ...act,
  id: 'admin.player.teleport',
  path: '/admin/players/{id}/teleport',
  summary: 'Bring the ship of a player to a sector, undocked; not within ten minutes of a fight.',
  body: z.strictObject({ sectorId, reason: adminReason }),
  reply: z.object({ sectorId, sectorNumber: z.int(), regionName: z.string(), rev: z.int() }),
  errors: [...refusals, 'invalid_state', 'recent_combat', 'already_there'],
});

export const mutePlayer = endpoint({
  ...act,
  id: 'admin.player.mute',
  path: '/admin/players/{id}/mute',
  summary: 'Keep a player from writing for some hours, at most ninety days; 0 lets him write again.',
  body: z.strictObject({ hours: z.int().min(0).max(2_160), reason: adminReason }),
  reply: z.object({ mutedUntil: moment.nullable(), rev: z.int() }),
  errors: refusals,
});

export type AdminPlayerRow = z.output<typeof playerRow>;
export type PlayerDossier = z.output<typeof playerDossier>;
