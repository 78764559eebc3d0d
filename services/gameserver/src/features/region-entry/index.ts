export type { EntryRow } from './entry.repository.ts';
export { findEntry, lockEntry } from './entry.repository.ts';
export type { Entry } from './entry.ts';
export { entryOf, gatedRegion, plannedToll } from './entry.ts';
