/** Ends the session of a console nobody uses (rule book, front ends 6.2). */
export interface IdleLock {
  /** True after a lock, until somebody signs in again. */
  wasLocked(): boolean;
  stop(): void;
}

export interface IdleLockOptions {
  isSignedIn(): boolean;
  lock(): void;
  readonly nowMs?: () => number;
}

export const IDLE_MS = 30 * 60_000;
const CHECK_MS = 15_000;
/** Not every key press is worth a write. */
const NOTE_EVERY_MS = 5_000;
const KEY = 'sw.console.used-at';
const EVENTS = ['pointerdown', 'keydown', 'wheel'] as const;

/** Watches for use in any tab of the console; what refreshes itself is no use. */
export const startIdleLock = (page: Window, options: IdleLockOptions): IdleLock => {
  const nowMs = options.nowMs ?? Date.now;
  let usedAtMs = nowMs();
  let isLocked = false;

  const note = (): void => {
    const now = nowMs();
    if (options.isSignedIn()) isLocked = false;
    if (now - usedAtMs < NOTE_EVERY_MS) return;
    usedAtMs = now;
    keep(page, now);
  };

  const check = (): void => {
    if (!options.isSignedIn()) return;
    const lastUseMs = Math.max(usedAtMs, kept(page));
    if (nowMs() - lastUseMs < IDLE_MS) return;
    isLocked = true;
    options.lock();
  };

  for (const event of EVENTS) page.addEventListener(event, note, { passive: true, capture: true });
  const timer = page.setInterval(check, CHECK_MS);
  return {
    wasLocked: () => isLocked,
    stop: () => {
      page.clearInterval(timer);
      for (const event of EVENTS) page.removeEventListener(event, note, { capture: true });
    },
  };
};

const keep = (page: Window, atMs: number): void => {
  try {
    page.localStorage.setItem(KEY, String(atMs));
  } catch {
    // Storage is closed to us: every tab counts for itself.
  }
};

const kept = (page: Window): number => {
  try {
    return Number(page.localStorage.getItem(KEY) ?? 0) || 0;
  } catch {
    return 0;
  }
};
