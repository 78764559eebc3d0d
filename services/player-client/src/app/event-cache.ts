import type { Cache, LogEntry } from '@sw/api-client';
import { queryKeys } from '@sw/api-client';
import type { QueryClient } from '@tanstack/react-query';
import { mergeChart } from '../sectors/merge-chart.ts';
import type { LogLine } from './log-store.ts';

export interface EventCacheOptions {
  readonly queries: QueryClient;
  readonly lineOf: (entry: LogEntry) => LogLine | null;
  /** False for an event that only repeats what this tab's own act has already said. */
  readonly isNews: (entry: LogEntry) => boolean;
  readonly append: (line: LogLine) => void;
  readonly notify: (line: LogLine) => void;
  readonly signOut: () => void;
}

/**
 * The one place where pushed events reach the query cache (rule book, front ends 1.4): `EVENT_EFFECTS` of
 * the client library decides what each does, this only knows how. Components never see the socket.
 */
export function createEventCache(options: EventCacheOptions): Cache {
  const { queries } = options;
  const show = (entry: LogEntry, how: (line: LogLine) => void) => {
    if (!options.isNews(entry)) return;
    const line = options.lineOf(entry);
    if (line !== null) how(line);
  };
  return {
    read: (key) => queries.getQueryData(key),
    patch: (key, change) => {
      queries.setQueryData(key, (value: Parameters<typeof change>[0] | undefined) =>
        value === undefined ? undefined : change(value),
      );
    },
    invalidate: (key) => void queries.invalidateQueries({ queryKey: key }),
    mergeChart: (rows) => {
      queries.setQueryData(queryKeys.map.chart(rows.region.name), (chart: typeof rows | undefined) =>
        chart === undefined ? undefined : mergeChart(chart, rows),
      );
    },
    log: (entry) => show(entry, options.append),
    notify: (entry) => show(entry, options.notify),
    signOut: options.signOut,
  };
}
