import type { EndpointDeclaration } from '@sw/contracts';
import type { Session } from '../session/session.ts';
import type { Timing } from '../timing.ts';
import { systemTiming } from '../timing.ts';
import { uuidV7 } from '../uuid-v7.ts';
import { ApiProblem, isProblem } from './api-problem.ts';
import type { Api, LooseArgs } from './call-types.ts';
import { EtagCache } from './etag-cache.ts';
import type { HttpAnswer } from './exchange.ts';
import { decodeReply, exchange } from './exchange.ts';
import { bodyOf, targetOf } from './request.ts';
import { withRetries } from './retry.ts';

export interface ApiOptions {
  /** Ends before the path of a declaration, e.g. `/api/v1`. */
  readonly baseUrl: string;
  /** Absent: only public endpoints can succeed. */
  readonly session?: Session;
  readonly fetch?: typeof globalThis.fetch;
  readonly timing?: Timing;
  /** How long one attempt may take. */
  readonly timeoutMs?: number;
  /** Told about every refusal before it is thrown, for metrics or a global notice. */
  readonly onProblem?: (problem: ApiProblem, declaration: EndpointDeclaration) => void;
  /**
   * Asked when a call needs a fresh proof of who its caller is. True: he gave it, the call is sent once more with the
   * same key; false: he would not, and the refusal stands.
   */
  readonly onStepUp?: (problem: ApiProblem) => Promise<boolean>;
  /** Told the server's time of every answer (`Date` header, whole seconds). */
  readonly onServerTime?: (serverMs: number) => void;
}

const DEFAULT_TIMEOUT_MS = 20_000;

const ifMatchHeader = (version: number | string): string =>
  typeof version === 'number' ? `"${version}"` : version;

/**
 * Derives one function for each declaration. Arguments are decoded values (credits are bigint)
 * and so are replies. Refusals throw `ApiProblem`, silence throws `NetworkError`.
 */
export const createApi = <const T extends Record<string, EndpointDeclaration>>(
  endpoints: T,
  options: ApiOptions,
): Api<T> => {
  const timing = options.timing ?? systemTiming;
  const exchangeOptions = {
    fetch: options.fetch ?? ((...args) => globalThis.fetch(...args)),
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
  } satisfies Parameters<typeof exchange>[1];
  const etags = new EtagCache();
  options.session?.onIdentityChange(() => etags.clear());

  const headersOf = (
    declaration: EndpointDeclaration,
    args: LooseArgs,
    key: string | undefined,
    token: string | null,
  ) => {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (declaration.body !== undefined) headers['content-type'] = 'application/json';
    if (token !== null) headers['authorization'] = `Bearer ${token}`;
    if (key !== undefined) headers['idempotency-key'] = key;
    if (args.ifMatch !== undefined) headers['if-match'] = ifMatchHeader(args.ifMatch);
    if (declaration.auth === 'cookie' && options.session?.delivery === 'cookie')
      headers['x-sw-client'] = 'web';
    return headers;
  };

  const send = async (
    declaration: EndpointDeclaration,
    args: LooseArgs,
    key: string | undefined,
  ): Promise<unknown> => {
    const target = targetOf(declaration, args);
    const body = bodyOf(declaration, args);
    const known = declaration.etag === true ? etags.get(target) : undefined;
    const attempt = (token: string | null): Promise<HttpAnswer> => {
      const headers = headersOf(declaration, args, key, token);
      if (known !== undefined) headers['if-none-match'] = known.etag;
      const credentials = options.session?.credentialsFor(declaration.path) ?? 'same-origin';
      return exchange(
        {
          url: options.baseUrl + target,
          method: declaration.method,
          headers,
          body,
          credentials,
          signal: args.signal,
        },
        exchangeOptions,
      );
    };
    const { response, json } = await authorized(declaration, attempt);
    const date = response.headers.get('date');
    if (date !== null) options.onServerTime?.(Date.parse(date));
    if (response.status === 304 && known !== undefined) return known.value;
    const value = decodeReply(declaration, json);
    const etag = response.headers.get('etag');
    if (declaration.etag === true && etag !== null) etags.put(target, etag, value);
    return value;
  };

  /** Sends with a fresh token; a token the server no longer takes is refreshed once and the call repeated. */
  const authorized = async (
    declaration: EndpointDeclaration,
    attempt: (token: string | null) => Promise<HttpAnswer>,
  ): Promise<HttpAnswer> => {
    const session = options.session;
    if (session === undefined || declaration.auth === 'public' || declaration.auth === 'cookie')
      return attempt(null);
    const token = await session.accessToken();
    try {
      return await attempt(token);
    } catch (error) {
      if (isProblem(error, 'session_revoked')) session.end('revoked');
      if (token === null || !isProblem(error, 'token_expired', 'unauthenticated')) throw error;
      const renewed = await session.renew(token);
      if (renewed === null) throw error;
      return attempt(renewed);
    }
  };

  /** Sends once more when its caller proved himself after a refusal. */
  const proved = async (attempt: () => Promise<unknown>): Promise<unknown> => {
    try {
      return await attempt();
    } catch (error) {
      if (options.onStepUp === undefined || !isProblem(error, 'step_up_required')) throw error;
      if (!(await options.onStepUp(error))) throw error;
      return attempt();
    }
  };

  const call = async (declaration: EndpointDeclaration, args: LooseArgs): Promise<unknown> => {
    const key =
      args.idempotencyKey ?? (declaration.idempotency === 'required' ? uuidV7(timing.nowMs()) : undefined);
    try {
      const retry = { timing, hasKey: key !== undefined, signal: args.signal };
      return await proved(() => withRetries(declaration, retry, () => send(declaration, args, key)));
    } catch (error) {
      if (error instanceof ApiProblem) options.onProblem?.(error, declaration);
      throw error;
    }
  };

  return Object.fromEntries(
    Object.entries(endpoints).map(([name, declaration]) => [
      name,
      (args: LooseArgs = {}) => call(declaration, args),
    ]),
  ) as unknown as Api<T>;
};
