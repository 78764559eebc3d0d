import type { EventLog, LogLine } from './log-store.ts';

const KEY = 'sw.log';
const KEPT_LINES = 100;

interface Saved {
  readonly playerId: string;
  readonly lines: readonly LogLine[];
}

function read(storage: Storage): Saved | null {
  try {
    const saved = JSON.parse(storage.getItem(KEY) ?? 'null') as Partial<Saved> | null;
    if (typeof saved?.playerId !== 'string' || !Array.isArray(saved.lines)) return null;
    return { playerId: saved.playerId, lines: saved.lines };
  } catch {
    return null;
  }
}

/**
 * Keeps the newest lines of a player's log over a reload of the page; those of another player are
 * forgotten. The returned function stops keeping.
 */
export function keepLog(log: EventLog, playerId: string, storage: Storage = sessionStorage): () => void {
  const saved = read(storage);
  if (saved?.playerId === playerId) log.restore(saved.lines);
  const write = () => {
    try {
      storage.setItem(KEY, JSON.stringify({ playerId, lines: log.getState().lines.slice(-KEPT_LINES) }));
    } catch {
      // Storage is closed or full: the lines last as long as the page.
    }
  };
  write();
  return log.subscribe((now, before) => {
    if (now.lines !== before.lines) write();
  });
}
