import type { EndpointDeclaration } from '@sw/contracts';
import type { Timing } from '../timing.ts';
import { jitter, sleep } from '../timing.ts';
import { ApiProblem, NetworkError } from './api-problem.ts';

const READ_DELAYS_MS = [500, 2000];
const REPEAT_DELAYS_MS = [500];
const JITTER_SHARE = 0.3;

/**
 * Whether the same request may be sent again: reads after a network failure or a 5xx; commands
 * only after a network failure, and only when a key or the lack of an effect makes that harmless.
 */
const mayRetry = (declaration: EndpointDeclaration, hasKey: boolean, error: unknown): boolean => {
  if (error instanceof NetworkError) {
    return declaration.method === 'GET' || hasKey || declaration.rateClass === 'read';
  }
  return declaration.method === 'GET' && error instanceof ApiProblem && error.status >= 500;
};

export interface RetryOptions {
  readonly timing: Timing;
  readonly hasKey: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Runs `attempt` until it succeeds or may not be repeated: 2 repeats of a read, 1 of a command. */
export const withRetries = async <T>(
  declaration: EndpointDeclaration,
  options: RetryOptions,
  attempt: () => Promise<T>,
): Promise<T> => {
  const delays = declaration.method === 'GET' ? READ_DELAYS_MS : REPEAT_DELAYS_MS;
  for (const delayMs of delays) {
    try {
      return await attempt();
    } catch (error) {
      if (!mayRetry(declaration, options.hasKey, error)) throw error;
      await sleep(options.timing, jitter(options.timing, delayMs, JITTER_SHARE), options.signal);
    }
  }
  return attempt();
};
