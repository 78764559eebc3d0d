import type { Metrics } from '@sw/service-kit';
import type { RedisLink } from '../platform/redis/redis-link.ts';
import { redisScript } from '../platform/redis/redis-script.ts';
import type { LimiterFactory } from './gcra.ts';
import { createRateLimiter } from './gcra.ts';

/**
 * One bucket, by the clock of Redis, which is the same for every process. KEYS bucket. ARGV milliseconds a
 * cell, cells at once. Answers whether one was granted, how many are left, when all are back, the wait.
 */
const GCRA = redisScript(`
local interval, burst = tonumber(ARGV[1]), tonumber(ARGV[2])
local tolerance = interval * burst
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local arrival = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now)
local wait = math.ceil(arrival + interval - tolerance - now - 0.000001)
local isAllowed = wait <= 0
if isAllowed then
  arrival = arrival + interval
  redis.call('SET', KEYS[1], string.format('%.3f', arrival), 'PX', math.max(1, math.ceil(arrival - now)))
end
local backlog = arrival - now
local left = math.max(0, math.floor((tolerance - backlog) / interval + 0.000001))
return {isAllowed and 1 or 0, left, math.ceil(backlog), isAllowed and 0 or wait}`);

/**
 * Limits counted for the whole fleet (rule book, platform 4). While Redis is down each process counts by
 * itself at the same numbers, which `sw_ratelimit_degraded` shows.
 */
export const sharedRateLimiters = (link: RedisLink, metrics: Metrics): LimiterFactory => {
  metrics.rateLimit.degraded.set(link.isUp() ? 0 : 1);
  link.onChange((isUp) => metrics.rateLimit.degraded.set(isUp ? 0 : 1));

  return (name, limit, periodMs, burst) => {
    const alone = createRateLimiter(limit, periodMs, burst);
    return {
      take: async (key, nowMs) => {
        if (!link.isUp()) return alone.take(key, nowMs);
        try {
          const answer = await link.run(GCRA, [`rate:${name}:${key}`], [periodMs / limit, burst]);
          const [isAllowed, remaining = 0, resetMs = 0, retryAfterMs = 0] = answer as number[];
          return { isAllowed: isAllowed === 1, limit, remaining, resetMs, retryAfterMs };
        } catch {
          return alone.take(key, nowMs);
        }
      },
    };
  };
};
