export type { JobDefinition } from './job-definition.ts';
export { JOBS } from './registry.ts';
export { JOB_SCHEMA, type RunningJobs, startJobs } from './start-jobs.ts';
