import { PgBoss } from 'pg-boss';
import { sealAudit } from '../audit/seal.ts';
import type { Deps, JobDesk } from '../deps.ts';
import { watchAudit } from '../features/admin-security/index.ts';
import { advanceJourneys } from '../features/journeys/index.ts';
import { createMailRound } from '../features/mail/index.ts';
import { createLiveRound } from '../features/operations/index.ts';
import { evaluateChanged } from '../features/price-alerts/index.ts';
import { evacuateEnded, followHub, followManaged, makeRegions } from '../features/regions/index.ts';
import { burnFuses } from '../features/ships/index.ts';
import type { JobDefinition } from './job-definition.ts';
import { createLeasedLoop } from './leased-loop.ts';
import { cleanOutbox } from './outbox-cleanup.ts';
import { limitOutbox } from './outbox-limit.ts';
import { JOBS } from './registry.ts';
import { runJob } from './run-job.ts';

/** Where the queue keeps its tables; the console reads the last runs from there. */
const SCHEMA = 'pgboss';

export interface RunningJobs {
  readonly desk: JobDesk;
  /** Lets runs that are under way end (at most 4 s), then closes the connections of the queue. */
  stop(): Promise<void>;
}

const CONNECTIONS = 2;
const POLL_S = 5;
const DEFAULT_LIMIT_S = 300;
/** Runs stay visible to operators this long. */
const KEPT_S = 7 * 86_400;
/** A server that starts waits this long with what is due at start, and starts within it count as one. */
const START_DELAY_S = 5;
const STOP_MS = 4_000;
const OUTBOX_CLEANUP_MS = 10_000;
/** Price alerts are judged once for all trades of this span (rule book, README 8). */
const ALERTS_MS = 5_000;
/** A region that was ordered is begun within this span, and its next step tried again. */
const REGIONS_MS = 2_000;
/** What operators see live is measured and told at this pace (rule book, platform 6.6). */
const LIVE_MS = 10_000;
/** A mail is on its way within this span. */
const MAIL_MS = 2_000;
/** A fuse that has burnt down is seen within this span. */
const FUSES_MS = 2_000;
/** Rows of the audit log are chained within this span of their commit. */
const SEAL_MS = 3_000;
/** A regional server learns within this span what its owner decided at the hub. */
const FOLLOW_MS = 15_000;
/** A journey whose other server did not answer is tried again at this pace (rule book, platform 14). */
const JOURNEYS_MS = 10_000;

/**
 * Starts what recurs (rule book, README 8): jobs of a minute and more in pg-boss, of which exactly one
 * process of the fleet runs each slot, and the shorter loops, which empty the outbox, judge price
 * alerts, burn fuses, make regions and chain the audit log, under leased rows.
 */
export const startJobs = async (
  deps: Deps,
  databaseUrl: string,
  jobs: readonly JobDefinition[] = JOBS,
): Promise<RunningJobs> => {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: SCHEMA,
    application_name: 'sectorwars-jobs',
    max: CONNECTIONS,
  });
  boss.on('error', (error) => deps.logger.warn({ err: error }, 'jobs.queue_error'));
  await boss.start();
  for (const job of jobs) await startJob(boss, deps, job);
  await forgetOthers(boss, jobs);

  const outboxLoop = createLeasedLoop({
    ...deps,
    holder: deps.processId,
    name: 'outbox.cleanup',
    everyMs: OUTBOX_CLEANUP_MS,
    run: async (nowMs) => {
      // With Redis rows go when they are published, and wait while it is down.
      if (deps.redisState() === 'off') await cleanOutbox(deps.db, nowMs);
      else await keepOutboxBounded(deps, nowMs);
    },
  });
  outboxLoop.start();
  const alertsLoop = createLeasedLoop({
    ...deps,
    holder: deps.processId,
    name: 'alerts.evaluate',
    everyMs: ALERTS_MS,
    run: (nowMs) => evaluateChanged(deps, nowMs),
  });
  alertsLoop.start();
  const fuseLoop = createLeasedLoop({
    ...deps,
    holder: deps.processId,
    name: 'ships.fuses',
    everyMs: FUSES_MS,
    run: async (nowMs) => {
      await burnFuses(deps, nowMs);
    },
  });
  fuseLoop.start();
  const regionsLoop = createLeasedLoop({
    ...deps,
    holder: deps.processId,
    name: 'regions.make',
    everyMs: REGIONS_MS,
    run: async (nowMs) => {
      await makeRegions(deps, nowMs);
      await followManaged(deps, nowMs);
      await evacuateEnded(deps, nowMs);
    },
  });
  regionsLoop.start();
  const liveLoop = createLeasedLoop({
    ...deps,
    holder: deps.processId,
    name: 'operators.live',
    everyMs: LIVE_MS,
    run: createLiveRound(deps),
  });
  liveLoop.start();
  const sealLoop = createLeasedLoop({
    ...deps,
    holder: deps.processId,
    name: 'audit.seal',
    everyMs: SEAL_MS,
    run: async (nowMs) => {
      await sealAudit(deps, nowMs);
      await watchAudit(deps, nowMs);
    },
  });
  sealLoop.start();
  const followLoop = createLeasedLoop({
    ...deps,
    holder: deps.processId,
    name: 'region.follow',
    everyMs: FOLLOW_MS,
    run: (nowMs) => followHub(deps, nowMs),
  });
  if (deps.config.regional !== null) followLoop.start();
  const journeysLoop = createLeasedLoop({
    ...deps,
    holder: deps.processId,
    name: 'journeys.advance',
    everyMs: JOURNEYS_MS,
    run: (nowMs) => advanceJourneys(deps, nowMs),
  });
  journeysLoop.start();
  const mailRound = deps.config.smtpUrl === undefined ? null : createMailRound(deps, deps.config.smtpUrl);
  const mailLoop = createLeasedLoop({
    ...deps,
    holder: deps.processId,
    name: 'mail.send',
    everyMs: MAIL_MS,
    run: async (nowMs) => mailRound?.(nowMs),
  });
  if (mailRound !== null) mailLoop.start();
  const loops = [
    mailLoop,
    outboxLoop,
    alertsLoop,
    fuseLoop,
    regionsLoop,
    liveLoop,
    sealLoop,
    followLoop,
    journeysLoop,
  ];

  return {
    desk: {
      runNow: async (name) => (await boss.send(name, null)) !== null,
      nextRunMs: (cron) => boss.previewSchedule(cron, { count: 1, tz: 'UTC' })[0]?.getTime() ?? null,
    },
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
      await boss.stop({ graceful: true, close: true, timeout: STOP_MS });
    },
  };
};

const keepOutboxBounded = async (deps: Deps, nowMs: number): Promise<void> => {
  const dropped = await limitOutbox(deps.db, deps.processId, nowMs);
  if (dropped > 0) deps.logger.error({ dropped }, 'outbox.overflow');
};

const startJob = async (boss: PgBoss, deps: Deps, job: JobDefinition): Promise<void> => {
  // `exclusive`: one run waiting or active in the whole fleet, so a slow job never piles up.
  const settings = {
    retryLimit: 2,
    retryDelay: 10,
    expireInSeconds: job.limitS ?? DEFAULT_LIMIT_S,
    deleteAfterSeconds: KEPT_S,
  };
  await boss.createQueue(job.name, { policy: 'exclusive', ...settings });
  await boss.updateQueue(job.name, settings);
  await boss.schedule(job.name, job.cron, null, { tz: 'UTC' });
  await boss.work(job.name, { pollingIntervalSeconds: POLL_S }, () => runJob(deps, job));
  if (job.isDueAtStart === true) await boss.sendAfter(job.name, null, null, START_DELAY_S);
};

/** A job that is no longer part of the game must not be scheduled for ever. */
const forgetOthers = async (boss: PgBoss, jobs: readonly JobDefinition[]): Promise<void> => {
  const names = new Set(jobs.map(({ name }) => name));
  for (const { name } of await boss.getSchedules()) {
    if (!names.has(name)) await boss.unschedule(name);
  }
};
