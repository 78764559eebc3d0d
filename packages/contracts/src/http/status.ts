import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { moment } from '../primitives.ts';

const publicRead = {
  method: 'GET',
  auth: 'public',
  rateClass: 'read',
  idempotency: 'none',
  status: 200,
  tag: 'status',
} as const;

export const getStatus = endpoint({
  ...publicRead,
  id: 'status.get',
  path: '/status',
  summary: 'Name, version and state of this server.',
  reply: z.object({
    name: z.string(),
    version: z.string(),
    role: z.enum(['standalone', 'nexus', 'region']),
    region: z.string().nullable(),
    status: z.enum(['ok', 'degraded', 'maintenance']),
    motd: z.string().nullable(),
    /** Maintenance that is or is to come. */
    maintenance: z
      .object({ startsAt: moment, endsAt: moment.nullable(), text: z.string(), isActive: z.boolean() })
      .nullable(),
  }),
  errors: [],
});

export const ping = endpoint({
  ...publicRead,
  id: 'status.ping',
  path: '/status/ping',
  summary: 'Server time.',
  reply: z.object({ pong: z.literal(true), serverTime: moment }),
  errors: [],
});

export const getVersion = endpoint({
  ...publicRead,
  id: 'status.version',
  path: '/status/version',
  summary: 'Build of this server.',
  reply: z.object({ version: z.string(), commit: z.string(), builtAt: z.string(), api: z.literal('v1') }),
  errors: [],
});

export const getPublicHealth = endpoint({
  ...publicRead,
  id: 'status.health',
  path: '/status/health',
  summary: '200 while the database answers, else 503.',
  reply: z.object({ status: z.enum(['ok', 'degraded']) }),
  errors: ['dependency_unavailable'],
});

export const getPlayersOnline = endpoint({
  ...publicRead,
  id: 'status.players',
  path: '/status/players',
  summary: 'Players with a live connection, and players registered.',
  reply: z.object({ online: z.int(), onlineInRegion: z.int(), registered: z.int() }),
  errors: [],
});

export const getRules = endpoint({
  ...publicRead,
  id: 'rules.get',
  path: '/rules',
  summary: 'The rules catalogue: every number of the game, with a hash as its ETag.',
  reply: z.looseObject({ hash: z.string() }),
  errors: [],
  etag: true,
});
