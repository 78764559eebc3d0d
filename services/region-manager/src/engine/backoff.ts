const FIRST_MS = 2_000;
const LONGEST_MS = 60_000;

/** How often a step is tried again before its failure counts (rule book, platform 9.4). */
export const MAX_RETRIES = 5;

/** Pause before retry number `retry`, from 1: 2 s, doubled each time, at most 60 s. */
export const retryDelayMs = (retry: number): number =>
  Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, retry - 1));
