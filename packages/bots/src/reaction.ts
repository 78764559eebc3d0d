import { ApiProblem, NetworkError, SocketRefusal } from '@sw/api-client';

/** What a bot does after a failure: pause and go on, or give up. */
export type Reaction =
  | { readonly kind: 'wait'; readonly waitMs: number; readonly reason: string }
  | { readonly kind: 'stop'; readonly reason: string };

const REFUSAL_WAIT_MS = 1_000;
const TURNS_WAIT_MS = 30_000;
const OUTAGE_WAIT_MS = 3_000;
const LONGEST_WAIT_MS = 120_000;

const waitFor = (error: ApiProblem): number => {
  if (error.retryAfterS !== null) return Math.min(LONGEST_WAIT_MS, error.retryAfterS * 1000);
  if (error.code === 'insufficient_turns') return TURNS_WAIT_MS;
  return error.status >= 500 || error.status === 429 ? OUTAGE_WAIT_MS : REFUSAL_WAIT_MS;
};

/**
 * A refusal is part of the game and the next look at the state finds another way; Retry-After is
 * obeyed; a lost session ends the bot; anything unforeseen is thrown on, because it is a bug.
 */
export const reactTo = (error: unknown): Reaction => {
  if (error instanceof ApiProblem) {
    if (error.status === 401 || error.code === 'account_suspended')
      return { kind: 'stop', reason: error.code };
    return { kind: 'wait', waitMs: waitFor(error), reason: error.code };
  }
  if (error instanceof SocketRefusal) return { kind: 'wait', waitMs: REFUSAL_WAIT_MS, reason: error.code };
  if (error instanceof NetworkError) return { kind: 'wait', waitMs: OUTAGE_WAIT_MS, reason: 'no_answer' };
  throw error;
};
