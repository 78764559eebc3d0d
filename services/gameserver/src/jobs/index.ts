export { JOBS } from './registry.ts';
export { startJobs } from './start-jobs.ts';
