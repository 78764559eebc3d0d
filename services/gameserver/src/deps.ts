import type { Database } from '@sw/db';
import type { Logger, Metrics, OriginAllowList } from '@sw/service-kit';
import type { GameConfig } from './config.ts';
import type { Atlas } from './features/universe/index.ts';
import type { LimiterFactory } from './http/gcra.ts';
import type { Clock } from './platform/clock.ts';
import type { CallInternal } from './platform/internal-call.ts';
import type { ServerKeys } from './platform/keys.ts';
import type { RandomBytes } from './platform/random.ts';
import type { ServerNotices } from './platform/server-notices.ts';
import type { ServiceIdentity } from './platform/service-identity.ts';
import type { OutboxSignal } from './realtime/outbox.ts';

/** What an operator may do with jobs; a process that runs none refuses with `dependency_unavailable`. */
export interface JobDesk {
  /** Puts a run into the queue; false when one waits or runs already. */
  runNow(name: string): Promise<boolean>;
  /** When a schedule is due next; null in a process that runs no jobs. */
  nextRunMs(cron: string): number | null;
}

/**
 * What the edges of the process offer to every feature; made once in `app.ts`, replaced piecewise in
 * tests. Features receive it as their first argument and keep nothing of it.
 */
export interface Deps {
  readonly config: GameConfig;
  readonly db: Database;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly newId: () => string;
  readonly keys: ServerKeys;
  /** How this server and other services prove themselves to each other. */
  readonly identity: ServiceIdentity;
  /** Calls internal endpoints of other servers. */
  readonly callInternal: CallInternal;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly origins: OriginAllowList;
  /** This process, as other processes see it in the outbox. */
  readonly processId: string;
  readonly outbox: OutboxSignal;
  /** Makes limits that count for the whole fleet where a Redis is shared, for this process otherwise. */
  readonly limiter: LimiterFactory;
  /** The Redis of this installation as it is now; `off` where there is none. */
  readonly redisState: () => 'off' | 'up' | 'down';
  /** What operators tell everybody who comes, maintenance above all, as last read. */
  readonly notices: () => ServerNotices;
  /** Reads them again now; other processes hear of a change by the outbox. */
  readonly refreshNotices: () => Promise<void>;
  /** The job queue of this process. */
  readonly jobs: JobDesk;
  /** The static galaxy, loaded once; throws `galaxy_not_ready` while it is being made. */
  readonly atlas: () => Atlas;
}
