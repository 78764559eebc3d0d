/** How much of a channel can be replayed: events and milliseconds (rule book, platform 6.3). */
export interface Retention {
  readonly events: number;
  readonly maxAgeMs: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** One resume gets at most this many events of a channel; who missed more fetches anew (platform 6.4). */
export const MAX_REPLAYED = 200;

const BY_KIND: Readonly<Record<string, Retention>> = {
  player: { events: 1000, maxAgeMs: 24 * HOUR_MS },
  sector: { events: 200, maxAgeMs: 15 * MINUTE_MS },
  region: { events: 300, maxAgeMs: HOUR_MS },
  global: { events: 300, maxAgeMs: HOUR_MS },
  admin: { events: 500, maxAgeMs: HOUR_MS },
  station: { events: 100, maxAgeMs: 5 * MINUTE_MS },
};

const SHORTEST: Retention = { events: 50, maxAgeMs: MINUTE_MS };

/**
 * Retention of a channel by the kind before its colon. Events beyond the longest replay could never be
 * sent again, so they are not kept either.
 */
export const retentionOf = (channel: string): Retention => {
  const { events, maxAgeMs } = BY_KIND[channel.split(':', 1)[0] ?? ''] ?? SHORTEST;
  return { events: Math.min(events, MAX_REPLAYED), maxAgeMs };
};
