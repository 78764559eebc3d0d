import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';

export type LogTone = 'info' | 'good' | 'warning' | 'danger';
export type LogCategory = 'movement' | 'trade' | 'people' | 'system';

/** One line of the event log, already in words. */
export interface LogLine {
  readonly id: string;
  readonly atMs: number;
  readonly tone: LogTone;
  readonly category: LogCategory;
  readonly text: string;
}

export interface LogState {
  readonly lines: readonly LogLine[];
  /** Lines that happened elsewhere on screen and are shown as notices, newest last. */
  readonly notices: readonly LogLine[];
}

export interface EventLog extends StoreApi<LogState> {
  append(line: LogLine): void;
  /** Puts lines of before in front of those that are already there. */
  restore(lines: readonly LogLine[]): void;
  notify(line: LogLine): void;
  dismiss(id: string): void;
}

const KEPT_LINES = 300;
const KEPT_NOTICES = 3;

/** The session's event log: a line with a known id is one line, however often it is told. */
export function createEventLog(): EventLog {
  const store = createStore<LogState>(() => ({ lines: [], notices: [] }));
  const append = (line: LogLine) =>
    store.setState(({ lines }) =>
      lines.some(({ id }) => id === line.id) ? {} : { lines: [...lines, line].slice(-KEPT_LINES) },
    );
  return {
    ...store,
    append,
    restore: (before) =>
      store.setState(({ lines }) => {
        const known = new Set(lines.map(({ id }) => id));
        return { lines: [...before.filter(({ id }) => !known.has(id)), ...lines].slice(-KEPT_LINES) };
      }),
    notify: (line) => {
      append(line);
      store.setState(({ notices }) => ({
        notices: [...notices.filter(({ id }) => id !== line.id), line].slice(-KEPT_NOTICES),
      }));
    },
    dismiss: (id) => store.setState(({ notices }) => ({ notices: notices.filter((line) => line.id !== id) })),
  };
}
