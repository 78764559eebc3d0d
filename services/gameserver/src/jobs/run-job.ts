import type { Deps } from '../deps.ts';
import type { JobDefinition } from './job-definition.ts';

/** Runs a job once, measured and logged; a failure is thrown on, so that the queue tries again. */
export const runJob = async (deps: Deps, job: JobDefinition): Promise<void> => {
  const { jobs } = deps.metrics;
  const stopTimer = jobs.durationSeconds.startTimer({ job: job.name });
  try {
    await job.run(deps, deps.clock());
    jobs.lastSuccess.set({ job: job.name }, deps.clock() / 1000);
  } catch (error) {
    jobs.failures.inc({ job: job.name });
    deps.logger.error({ err: error, job: job.name }, 'job.failed');
    throw error;
  } finally {
    stopTimer();
  }
};
