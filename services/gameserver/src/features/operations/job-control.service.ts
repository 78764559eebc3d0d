import type { ReplyOf } from '@sw/contracts';
import type { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { runAdminCommand } from '../../http/admin-command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { toMoment } from '../../platform/clock.ts';
import {
  deletePause,
  findJobRuns,
  findLoops,
  findPauses,
  isJobPaused,
  lockPause,
  savePause,
} from './job-control.repository.ts';

type Endpoints = typeof ADMIN_ENDPOINTS;

/** As much of a job as its control needs. */
export interface KnownJob {
  readonly name: string;
  readonly cron: string;
}

const DAY_MS = 86_400_000;

/** Every job with its runs; a queue that cannot be asked is no answer, not an empty one. */
export const readJobs = async (
  deps: Deps,
  jobs: readonly KnownJob[],
  nowMs: number,
): Promise<ReplyOf<Endpoints['listJobs']>> => {
  const { sql } = deps.db;
  const names = jobs.map(({ name }) => name);
  const [runs, loops, pauses] = await Promise.all([
    findJobRuns(sql, names, new Date(nowMs - DAY_MS)),
    findLoops(sql),
    findPauses(sql),
  ]).catch((cause: unknown) => {
    throw new AppError('dependency_unavailable', {}, { cause });
  });
  const reasons = new Map(pauses.map(({ name, reason }) => [name, reason]));
  const byName = new Map(runs.map((run) => [run.name, run]));
  return {
    at: toMoment(nowMs),
    jobs: jobs.map(({ name, cron }) => {
      const run = byName.get(name);
      const nextMs = deps.jobs.nextRunMs(cron);
      return {
        name,
        schedule: cron,
        lastRunAt: run?.lastRunAt == null ? null : toMoment(run.lastRunAt.getTime()),
        lastState: run?.lastState ?? null,
        lastDurationMs: run?.lastDurationMs ?? null,
        nextRunAt: nextMs === null || reasons.has(name) ? null : toMoment(nextMs),
        waiting: run?.waiting ?? 0,
        failed24h: run?.failed24h ?? 0,
        isPaused: reasons.has(name),
        pauseReason: reasons.get(name) ?? null,
      };
    }),
    loops: loops.map(({ name, holder, until }) => ({
      name,
      processId: holder,
      until: toMoment(until.getTime()),
    })),
  };
};

const assertKnown = (jobs: readonly KnownJob[], name: string): void => {
  if (!jobs.some((job) => job.name === name)) throw new AppError('not_found');
};

/** Puts a run into the queue; the queue itself takes one that waits or runs for this one. */
export const runJobNow = async (
  deps: Deps,
  jobs: readonly KnownJob[],
  context: RequestContext<Endpoints['runJobNow']>,
): Promise<RawReply> => {
  const { job } = context.params;
  assertKnown(jobs, job);
  if (await isJobPaused(deps.db.sql, job)) throw new AppError('job_paused');
  const isQueued = await deps.jobs.runNow(job);
  return runAdminCommand(deps, context, 'jobs.run', async () => ({
    resourceType: 'job',
    resourceId: job,
    details: { isQueued },
    writes: [],
    reply: { isQueued },
  }));
};

/** Halts a job or lets it go on; runs that are under way end. */
export const changeJob = async (
  deps: Deps,
  jobs: readonly KnownJob[],
  context: RequestContext<Endpoints['changeJob']>,
): Promise<RawReply> => {
  const { job: name } = context.params;
  assertKnown(jobs, name);
  const { isPaused, reason } = context.body;
  return runAdminCommand(deps, context, isPaused ? 'jobs.pause' : 'jobs.resume', async ({ sql, load }) => {
    const [rows] = await load(lockPause(sql, name));
    const at = new Date(context.nowMs);
    return {
      resourceType: 'job',
      resourceId: name,
      severity: 'warning',
      before: { isPaused: rows[0]?.isPaused === true },
      after: { isPaused },
      writes: [
        isPaused
          ? savePause(sql, { name, userId: context.caller.userId, at, reason })
          : deletePause(sql, name),
      ],
      reply: { name, isPaused },
    };
  });
};
