import { useLink } from './game-context.ts';

const POLL_MS = 15_000;

/** Milliseconds between two askings while the socket brings nothing; false while it does. */
export function useLinkInterval(): number | false {
  return useLink().kind === 'live' ? false : POLL_MS;
}
