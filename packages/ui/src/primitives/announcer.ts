/** Results, rounds, chat wait their turn; attacks and maintenance interrupt. */
export type Urgency = 'polite' | 'assertive';

/** What the two live regions say now. */
export interface Announcement {
  readonly polite: string;
  readonly assertive: string;
}

export interface Announcer {
  /** Says a text; texts that come too fast are joined into the next one. */
  readonly announce: (text: string, urgency?: Urgency) => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly current: () => Announcement;
}

/** A screen reader that is interrupted every moment says nothing. */
const GAP_MS = 1500;

/** Of a burst only the latest are worth saying. */
const MAX_JOINED = 3;

/** Invisible, and makes a repeated text differ so that it is said again. */
const NUDGE = '\u00a0';

interface Lane {
  waiting: string[];
  isResting: boolean;
}

/**
 * Live messages, at most one in 1.5 s for each urgency; the first is said at
 * once, the rest are coalesced, the latest three of a burst.
 */
export function createAnnouncer(): Announcer {
  const lanes: Record<Urgency, Lane> = {
    polite: { waiting: [], isResting: false },
    assertive: { waiting: [], isResting: false },
  };
  const listeners = new Set<() => void>();
  let current: Announcement = { polite: '', assertive: '' };

  function say(urgency: Urgency): void {
    const lane = lanes[urgency];
    if (lane.waiting.length === 0) {
      lane.isResting = false;
      return;
    }
    const text = lane.waiting.slice(-MAX_JOINED).join(' ');
    lane.waiting = [];
    lane.isResting = true;
    current = { ...current, [urgency]: current[urgency] === text ? text + NUDGE : text };
    for (const listener of listeners) listener();
    setTimeout(() => say(urgency), GAP_MS);
  }

  return {
    announce: (text, urgency = 'polite') => {
      const lane = lanes[urgency];
      if (lane.waiting.at(-1) !== text) lane.waiting.push(text);
      if (!lane.isResting) say(urgency);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    current: () => current,
  };
}
