import type { Link } from './link-store.ts';

/** How often a client asks by itself while the socket brings nothing (rule book, platform 6.4). */
export const POLL_MS = 15_000;

/**
 * Asks at once when the socket stops bringing changes, because only the answer tells whether the server is
 * gone or just the socket, and again every 15 s until it is back. Returns the end of it.
 */
export const pollWithoutSocket = (link: Link, ask: () => void): (() => void) => {
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
  };
  const unsubscribe = link.subscribe((now, before) => {
    if (now.kind !== 'polling') stop();
    else if (before.kind !== 'polling') {
      if (before.kind === 'live') ask();
      timer = setInterval(ask, POLL_MS);
    }
  });
  return () => {
    stop();
    unsubscribe();
  };
};
