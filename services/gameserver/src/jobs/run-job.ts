import type { Deps } from '../deps.ts';
import { isJobPaused, tellOperators } from '../features/operations/index.ts';
import { toMoment } from '../platform/clock.ts';
import { adminEvent } from '../realtime/outbox.ts';
import type { JobDefinition } from './job-definition.ts';

/** Runs a job once, measured, logged and told; a failure is thrown on, so that the queue tries again. */
export const runJob = async (deps: Deps, job: JobDefinition): Promise<void> => {
  if (await isJobPaused(deps.db.sql, job.name)) return;
  const { jobs } = deps.metrics;
  const stopTimer = jobs.durationSeconds.startTimer({ job: job.name });
  const begunMs = performance.now();
  let state: 'completed' | 'failed' = 'failed';
  try {
    await job.run(deps, deps.clock());
    state = 'completed';
    jobs.lastSuccess.set({ job: job.name }, deps.clock() / 1000);
  } catch (error) {
    jobs.failures.inc({ job: job.name });
    deps.logger.error({ err: error, job: job.name }, 'job.failed');
    throw error;
  } finally {
    stopTimer();
    await tell(deps, job.name, state, Math.round(performance.now() - begunMs));
  }
};

/** Nobody waits for this: a job that ran has run, whoever hears of it. */
const tell = async (
  deps: Deps,
  job: string,
  state: 'completed' | 'failed',
  durationMs: number,
): Promise<void> => {
  const news = { job, state, durationMs, at: toMoment(deps.clock()) };
  await tellOperators(deps, [adminEvent('system', 'admin.job', news, `job ${job}`)]).catch((error: unknown) =>
    deps.logger.warn({ err: error, job }, 'job.not_told'),
  );
};
