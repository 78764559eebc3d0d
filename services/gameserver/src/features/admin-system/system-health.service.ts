import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { SystemHealth } from '@sw/contracts/admin';
import type { Deps } from '../../deps.ts';
import { JOBS } from '../../jobs/index.ts';
import { toMoment } from '../../platform/clock.ts';
import type { Hub } from '../../realtime/hub.ts';
import {
  readDatabaseFacts,
  readGalaxyFacts,
  readJobFacts,
  readLastAudit,
  readPlayerFacts,
  readRealtimeFacts,
  readTradingHalt,
} from './system-health.repository.ts';

const DAY_MS = 86_400_000;
const NANOSECONDS_PER_MS = 1e6;
/** What the timer behind the measurement itself waits. */
const LAG_RESOLUTION_MS = 20;

/** What is measured of this process between two looks at the page. */
export interface ProcessProbe {
  readonly lag: Pick<ReturnType<typeof monitorEventLoopDelay>, 'max' | 'reset'>;
}

export const createProcessProbe = (): ProcessProbe => {
  const lag = monitorEventLoopDelay({ resolution: LAG_RESOLUTION_MS });
  lag.enable();
  return { lag };
};

/**
 * The state of this installation from its own sources, nothing estimated. A part whose source fails is
 * null, said in the log, and makes the whole `degraded`.
 */
export const readSystemHealth = async (
  deps: Deps,
  hub: Pick<Hub, 'size'>,
  probe: ProcessProbe,
  nowMs: number,
): Promise<SystemHealth> => {
  const part = async <T>(name: string, read: () => Promise<T>): Promise<T | null> => {
    try {
      return await read();
    } catch (error) {
      deps.logger.warn({ err: error, part: name }, 'health.part_failed');
      return null;
    }
  };
  const [database, realtime, players, galaxy, ledger, jobs] = await Promise.all([
    part('database', () => readDatabase(deps)),
    part('realtime', () => readRealtime(deps, hub)),
    part('players', () => readPlayers(deps, nowMs)),
    part('galaxy', () => readGalaxyFacts(deps.db.sql).then((rows) => [...rows])),
    part('ledger', () => readLedger(deps)),
    part('jobs', () => readJobs(deps)),
  ]);
  const isComplete = ![database, realtime, players, galaxy, ledger, jobs].includes(null);
  const isSound = ledger?.isTradingHalted === false && ledger.lastAudit?.ok !== false;
  return {
    serverTime: toMoment(nowMs),
    environment: deps.config.environment,
    build: { ...deps.config.build, node: process.versions.node },
    uptimeS: Math.floor(process.uptime()),
    status: isComplete && isSound ? 'ok' : 'degraded',
    process: readProcess(probe),
    database,
    realtime,
    players,
    galaxy,
    ledger,
    jobs,
  };
};

/** The worst delay since the last look, so that a short stall is not averaged away. */
const readProcess = ({ lag }: ProcessProbe): SystemHealth['process'] => {
  const worstMs = lag.max / NANOSECONDS_PER_MS - LAG_RESOLUTION_MS;
  lag.reset();
  return {
    memoryBytes: process.memoryUsage.rss(),
    eventLoopLagMs: Number.isFinite(worstMs) ? Math.max(0, Math.round(worstMs * 10) / 10) : 0,
  };
};

const readDatabase = async (deps: Deps): Promise<NonNullable<SystemHealth['database']>> => {
  const startedMs = performance.now();
  await deps.db.sql`SELECT 1`;
  const latencyMs = Math.round((performance.now() - startedMs) * 100) / 100;
  const [facts] = await readDatabaseFacts(deps.db.sql);
  if (facts === undefined) throw new Error('the database said nothing of itself');
  const pool = deps.db.stats();
  return {
    version: facts.version,
    sizeBytes: Number(facts.sizeBytes),
    poolSize: pool.size,
    poolInUse: pool.inUse,
    embedded: facts.isEmbedded,
    latencyMs,
    migrations: facts.migrations,
  };
};

const readRealtime = async (
  deps: Deps,
  hub: Pick<Hub, 'size'>,
): Promise<NonNullable<SystemHealth['realtime']>> => {
  const [facts] = await readRealtimeFacts(deps.db.sql, deps.processId);
  if (facts === undefined) throw new Error('no realtime facts');
  const { otherSockets, ...rest } = facts;
  return { sockets: otherSockets + hub.size(), ...rest };
};

const readPlayers = async (deps: Deps, nowMs: number): Promise<NonNullable<SystemHealth['players']>> => {
  const [facts] = await readPlayerFacts(deps.db.sql, new Date(nowMs - (nowMs % DAY_MS)));
  if (facts === undefined) throw new Error('no player facts');
  return facts;
};

const readLedger = async (deps: Deps): Promise<NonNullable<SystemHealth['ledger']>> => {
  const [audits, halts] = await Promise.all([readLastAudit(deps.db.sql), readTradingHalt(deps.db.sql)]);
  const [audit] = audits;
  return {
    isTradingHalted: halts[0]?.isTradingHalted === true,
    lastAudit:
      audit === undefined
        ? null
        : { ...audit, checkedAt: toMoment(audit.checkedAt.getTime()), rows: Number(audit.rows) },
  };
};

const readJobs = async (deps: Deps): Promise<NonNullable<SystemHealth['jobs']>> => {
  const names = JOBS.map(({ name }) => name);
  const runs = new Map((await readJobFacts(deps.db.sql, names)).map((run) => [run.name, run]));
  return JOBS.map(({ name, cron }) => {
    const run = runs.get(name);
    return {
      name,
      schedule: cron,
      lastRunAt: run === undefined ? null : toMoment(run.at.getTime()),
      lastState: run?.state ?? null,
    };
  });
};
