import { isProblem } from '../http/api-problem.ts';
import { decodeReply, exchange } from '../http/exchange.ts';
import type { Timing } from '../timing.ts';
import { sleep } from '../timing.ts';
import type { SessionEndpoints } from './session-paths.ts';
import type { SignedIn } from './session-state.ts';

export interface CookieCallOptions {
  readonly baseUrl: string;
  readonly endpoints: SessionEndpoints;
  readonly delivery: 'cookie' | 'body';
  readonly fetch: typeof globalThis.fetch;
  readonly timing: Timing;
  readonly timeoutMs: number;
}

const IN_FLIGHT_FIRST_WAIT_MS = 300;
const IN_FLIGHT_DEFAULT_S = 1;

const cookieCall = (options: CookieCallOptions, which: keyof SessionEndpoints, refreshToken: string | null) =>
  exchange(
    {
      url: options.baseUrl + options.endpoints[which].path,
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        ...(options.delivery === 'cookie' ? { 'x-sw-client': 'web' } : {}),
      },
      body: JSON.stringify(refreshToken === null ? {} : { refreshToken }),
      credentials: 'include',
    },
    options,
  );

/**
 * One refresh. While another tab's refresh is under way the server issues nothing: wait 300 ms,
 * then the time it names, then give up (rule book, platform 3.3).
 */
export const callRefresh = async (
  options: CookieCallOptions,
  refreshToken: string | null,
): Promise<SignedIn> => {
  for (let tries = 0; ; tries += 1) {
    try {
      const { json } = await cookieCall(options, 'refresh', refreshToken);
      return decodeReply(options.endpoints.refresh, json) as SignedIn;
    } catch (error) {
      if (!isProblem(error, 'refresh_in_flight') || tries === 2) throw error;
      const namedMs = (error.retryAfterS ?? IN_FLIGHT_DEFAULT_S) * 1000;
      await sleep(options.timing, tries === 0 ? IN_FLIGHT_FIRST_WAIT_MS : namedMs);
    }
  }
};

/** Ends the session on the server. */
export const callLogout = async (options: CookieCallOptions, refreshToken: string | null): Promise<void> => {
  await cookieCall(options, 'logout', refreshToken);
};
