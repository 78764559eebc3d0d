export { type Discovered, discover, frontierLocks } from './discover.ts';
export type { FrontierRow } from './discovery.repository.ts';
