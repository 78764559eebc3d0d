import type { Cache, LogEntry, SocketEvent } from '@sw/api-client';
import { applyEvent } from '@sw/api-client';
import type { listEvents, ReplyOf } from '@sw/contracts';
import { EVENTS } from '@sw/contracts';
import { lineOfEvent } from '../../app/event-lines.ts';
import type { LogLine, LogTone } from '../../app/log-store.ts';
import type { Translate } from '../../app/text.ts';

export type RecordedEvent = ReplyOf<typeof listEvents>['items'][number];

/** A line of the record in words; the category is the server's. */
export interface RecordLine {
  readonly id: string;
  readonly atMs: number;
  readonly tone: LogTone;
  readonly category: RecordedEvent['category'];
  readonly text: string;
}

const isKnown = (type: string): type is SocketEvent['type'] => Object.hasOwn(EVENTS, type);

/** What an event told when it came: its effect on a cache that keeps nothing but the line. */
function entryOf(event: RecordedEvent): LogEntry | null {
  if (!isKnown(event.type)) return null;
  const decoded = EVENTS[event.type].safeDecode(event.data as never);
  if (!decoded.success) return null;
  const told: LogEntry[] = [];
  const keep = (entry: LogEntry) => void told.push(entry);
  const nothing = () => undefined;
  const listener: Cache = {
    read: nothing,
    patch: nothing,
    invalidate: nothing,
    mergeChart: nothing,
    log: keep,
    notify: keep,
    signOut: nothing,
  };
  const { id, at, type } = event;
  applyEvent({ type, data: decoded.data, channel: null, id, atMs: Date.parse(at) } as SocketEvent, listener);
  return told[0] ?? null;
}

/** A kept event in the words its kind has on the socket; one this build has no words for is named by its kind. */
export function recordLine(event: RecordedEvent, t: Translate, locale: string): RecordLine {
  const entry = entryOf(event);
  const line: LogLine | null = entry === null ? null : lineOfEvent(entry, t, locale);
  return {
    id: event.id,
    atMs: Date.parse(event.at),
    tone: line?.tone ?? 'info',
    category: event.category,
    text: line?.text ?? event.type.replaceAll(/[._]/g, ' '),
  };
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The lines as a table that spreadsheets read; a text that would be taken for a formula is not. */
export function recordCsv(lines: readonly RecordLine[], head: readonly string[]): string {
  const rows = lines.map(({ atMs, category, text }) => [
    new Date(atMs).toISOString(),
    category,
    /^[=+\-@\t\r]/.test(text) ? `'${text}` : text,
  ]);
  return [head, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n');
}
