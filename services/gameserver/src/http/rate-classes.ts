import type { RateClass } from '@sw/contracts';
import type { LimiterFactory, RateLimiter } from './gcra.ts';

/** Classes counted per address, before it is known who calls (rule book, platform 4). */
export type AddressClass = 'auth' | 'auth_refresh' | 'anon' | 'ip';

const MINUTE_MS = 60_000;

/** [per minute, burst] */
const ADDRESS_LIMITS: Readonly<Record<AddressClass, readonly [number, number]>> = {
  auth: [10, 5],
  auth_refresh: [30, 10],
  anon: [60, 20],
  ip: [3_000, 600],
};

const USER_LIMITS: Readonly<Record<RateClass, readonly [number, number]>> = {
  read: [600, 100],
  move: [300, 10],
  trade: [120, 10],
  action: [120, 20],
  heavy: [10, 5],
  admin: [600, 100],
};

export interface RateClasses {
  readonly address: Readonly<Record<AddressClass, RateLimiter>>;
  readonly user: Readonly<Record<RateClass, RateLimiter>>;
}

/** One limiter a class; `factor` multiplies limit and burst (relaxed limits of demo and tests). */
export const createRateClasses = (factor: number, limiter: LimiterFactory): RateClasses => {
  const build = <K extends string>(table: Readonly<Record<K, readonly [number, number]>>) =>
    Object.fromEntries(
      Object.entries<readonly [number, number]>(table).map(([name, [limit, burst]]) => [
        name,
        limiter(name, limit * factor, MINUTE_MS, burst * factor),
      ]),
    ) as Record<K, RateLimiter>;
  return { address: build(ADDRESS_LIMITS), user: build(USER_LIMITS) };
};

const UNLIMITED_AUTH = /\/(?:logout|ws-ticket|region-token)$/;
const REFRESH = /\/auth\/refresh$/;
const AUTH = /^\/(?:admin\/)?auth\//;

/** The address class of a request by its path below `/api/v1`, its method and whether it brings a token. */
export const addressClassOf = (method: string, path: string, hasToken: boolean): AddressClass => {
  if (REFRESH.test(path)) return 'auth_refresh';
  if ((method === 'POST' || method === 'PUT') && AUTH.test(path) && !UNLIMITED_AUTH.test(path)) return 'auth';
  return hasToken ? 'ip' : 'anon';
};
