import type { EventData, EventType } from '@sw/contracts';
import type { QueryKey } from './query-keys.ts';

export type LogTone = 'info' | 'good' | 'warning' | 'danger';

/** One line of the event log; its words are the client's, chosen by `type` (and `params.cause`). */
export interface LogEntry {
  /** Id of the event, so a repeated one is one line. */
  readonly id: string;
  readonly atMs: number;
  readonly type: EventType;
  readonly tone: LogTone;
  readonly params: Readonly<Record<string, string | number | bigint | boolean | null>>;
}

/** What the effects of events need from a client's cache; the player client implements it. */
export interface Cache {
  /** The value under a key, undefined when nothing is loaded. */
  read<T>(key: QueryKey<T>): T | undefined;
  /** Replaces a loaded value; does nothing when nothing is loaded. */
  patch<T>(key: QueryKey<T>, change: (value: T) => T): void;
  /** Marks everything under the key as stale; what is on screen is fetched again. */
  invalidate(key: QueryKey<unknown>): void;
  /** Merges changed rows into the chart of a region. */
  mergeChart(rows: NonNullable<EventData<'map.discovered'>['rows']>): void;
  log(entry: LogEntry): void;
  /** Shows a line that matters wherever the person looks; also kept in the log. */
  notify(entry: LogEntry): void;
  signOut(): void;
}
