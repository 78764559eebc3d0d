import { z } from 'zod';
import { id, moment } from '../primitives.ts';

/** What an operator can listen to; each topic is a channel `admin:{topic}` with a scope (rule book, platform 6.3). */
export const ADMIN_TOPICS = {
  system: 'system.read',
  security: 'security.read',
  economy: 'economy.read',
  combat: 'combat.read',
  players: 'players.read',
  universe: 'universe.read',
  events: 'events.write',
  regions: 'regions.manage',
  payments: 'payments.read',
} as const;

export type AdminTopic = keyof typeof ADMIN_TOPICS;

export const adminChannel = (topic: AdminTopic): string => `admin:${topic}`;

const CHANNEL = /^admin:([a-z]+)$/;

/** The scope a channel of operators asks for; null for what is no such channel. */
export const scopeOfAdminChannel = (channel: string): string | null => {
  const [, topic = ''] = CHANNEL.exec(channel) ?? [];
  return Object.hasOwn(ADMIN_TOPICS, topic) ? ADMIN_TOPICS[topic as AdminTopic] : null;
};

export const alertSeverity = z.enum(['info', 'notice', 'warning', 'high', 'critical']);

/** Something that was found and waits for somebody to look. */
const alertNews = z.object({
  alertId: id,
  kind: z.string(),
  severity: alertSeverity,
  subject: z.string(),
  at: moment,
});

/** What changes from second to second; null is a source that did not answer. */
export const liveStats = z.object({
  at: moment,
  processes: z.int(),
  playersOnline: z.int().nullable(),
  sockets: z.object({ player: z.int(), admin: z.int() }),
  requestsPerS: z.number(),
  p50Ms: z.number().nullable(),
  p95Ms: z.number().nullable(),
  p99Ms: z.number().nullable(),
  /** Answers of 500 and above, per million answers. */
  errorPpm: z.int().nullable(),
  poolInUse: z.int(),
  poolSize: z.int(),
  eventLoopLagMs: z.number(),
  outboxLagS: z.number().nullable(),
});

/** One line of what happens in the installation. */
export const feedItem = z.object({
  id: z.string(),
  at: moment,
  kind: z.enum(['credits', 'registered', 'audit']),
  /** Who: a callsign or a username; null where nobody is named. */
  who: z.string().nullable(),
  /** Reason of the ledger or action of the audit log. */
  what: z.string(),
  amount: z.int().nullable(),
});

/** Every event operators hear of; a catalogue of its own, so that the player's bundle knows none of it. */
export const ADMIN_EVENTS = {
  'admin.stats': liveStats,
  'admin.feed': z.object({ items: z.array(feedItem) }),
  'admin.job': z.object({
    job: z.string(),
    state: z.enum(['completed', 'failed']),
    durationMs: z.int(),
    at: moment,
  }),
  'security.alert': alertNews,
  'economy.alert': alertNews,
} as const;

export type AdminEventType = keyof typeof ADMIN_EVENTS;
export type AdminEventData<T extends AdminEventType> = z.output<(typeof ADMIN_EVENTS)[T]>;
export type LiveStats = z.output<typeof liveStats>;
export type FeedItem = z.output<typeof feedItem>;
