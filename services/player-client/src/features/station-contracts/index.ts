export { JobChip, JobTracker } from './JobCorner.tsx';
