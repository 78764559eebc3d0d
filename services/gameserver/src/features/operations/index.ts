export { isJobPaused } from './job-control.repository.ts';
export { registerOperationsRoutes } from './operations.routes.ts';
export { createProcessSampler, type ProcessSampler } from './process-sampler.ts';
export { snapshotMetrics } from './snapshot.service.ts';
export { createLiveRound, tellOperators } from './tell-operators.ts';
