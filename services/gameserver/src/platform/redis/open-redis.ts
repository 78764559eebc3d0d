import type { Logger, Metrics } from '@sw/service-kit';
import type { Bus } from '../bus.ts';
import type { NexusStreams } from './nexus-streams.ts';
import { createNexusStreams } from './nexus-streams.ts';
import { createRedisBus } from './redis-bus.ts';
import type { RedisLink } from './redis-link.ts';
import { openRedisLink } from './redis-link.ts';

export interface RedisOptions {
  readonly url: string;
  readonly prefix: string;
  readonly newId: () => string;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

export interface Redis {
  readonly bus: Bus;
  /** For short questions; the bus closes it. */
  readonly link: RedisLink;
}

/** A server starts without its Redis when that takes longer. */
const PATIENCE_MS = 3_000;

/** Opens the two connections a process has: one for commands, one that waits for what others tell. */
export const openRedis = async ({ url, prefix, newId, logger, metrics }: RedisOptions): Promise<Redis> => {
  const link = openRedisLink({ url, prefix, logger, metrics });
  const reader = openRedisLink({ url, prefix, logger, metrics });
  await Promise.all([link.whenUp(PATIENCE_MS), reader.whenUp(PATIENCE_MS)]);
  return { bus: createRedisBus(link, reader, newId), link };
};

/** All servers of an installation meet under this prefix of redis-nexus. */
const NEXUS_PREFIX = 'nexus:';

/** Opens the one connection to redis-nexus a process has. */
export const openNexusStreams = async (
  options: Pick<RedisOptions, 'url' | 'logger' | 'metrics'>,
): Promise<NexusStreams> => {
  const link = openRedisLink({ ...options, prefix: NEXUS_PREFIX });
  await link.whenUp(PATIENCE_MS);
  return createNexusStreams(link);
};
