import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRateLimiter } from './gcra.ts';

const MINUTE_MS = 60_000;

describe('a limiter of 60 a minute with a burst of 20', () => {
  const make = () => createRateLimiter(60, MINUTE_MS, 20);

  it('grants the burst at once and then one a second', () => {
    const limiter = make();
    for (let left = 19; left >= 0; left -= 1) {
      expect(limiter.take('k', 0)).toEqual({
        isAllowed: true,
        limit: 60,
        remaining: left,
        resetMs: (20 - left) * 1_000,
        retryAfterMs: 0,
      });
    }
    expect(limiter.take('k', 0)).toMatchObject({ isAllowed: false, remaining: 0, retryAfterMs: 1_000 });
    expect(limiter.take('k', 999)).toMatchObject({ isAllowed: false, retryAfterMs: 1 });
    expect(limiter.take('k', 1_000)).toMatchObject({ isAllowed: true, remaining: 0 });
  });

  it('does not punish asking too often', () => {
    const limiter = make();
    for (let call = 0; call < 500; call += 1) limiter.take('k', 0);
    expect(limiter.take('k', 1_000).isAllowed).toBe(true);
  });

  it('gives back the whole burst after a rest', () => {
    const limiter = make();
    for (let call = 0; call < 20; call += 1) limiter.take('k', 0);
    expect(limiter.take('k', 20_000)).toMatchObject({ remaining: 19, resetMs: 1_000 });
  });

  it('counts every key alone', () => {
    const limiter = make();
    for (let call = 0; call < 25; call += 1) limiter.take('k', 0);
    expect(limiter.take('other', 0).remaining).toBe(19);
  });

  it('goes on counting while thousands of other keys come and go', () => {
    const limiter = make();
    for (let call = 0; call < 20; call += 1) limiter.take('k', 0);
    for (let call = 0; call < 12_000; call += 1) limiter.take(`key ${call}`, 500);
    expect(limiter.take('k', 500).isAllowed).toBe(false);
  });
});

it('never grants more than burst and rate allow, in any window', () => {
  const steps = fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(
      steps,
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 1, max: 30 }),
      (gaps, limit, burst) => {
        const limiter = createRateLimiter(limit, MINUTE_MS, burst);
        let nowMs = 0;
        const granted: number[] = [];
        for (const gap of gaps) {
          nowMs += gap;
          if (limiter.take('k', nowMs).isAllowed) granted.push(nowMs);
        }
        for (const [index, from] of granted.entries()) {
          const last = granted.at(-1) ?? from;
          expect(granted.length - index).toBeLessThanOrEqual(
            burst + Math.floor(((last - from) * limit) / MINUTE_MS) + 1e-6,
          );
        }
      },
    ),
    { numRuns: 50 },
  );
});

it('is allowed again at the moment it named', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 20 }), (limit, burst) => {
      const limiter = createRateLimiter(limit, MINUTE_MS, burst);
      let decision = limiter.take('k', 0);
      while (decision.isAllowed) decision = limiter.take('k', 0);
      expect(limiter.take('k', decision.retryAfterMs).isAllowed).toBe(true);
    }),
  );
});

it('is allowed at the moment it named although the interval is a fraction (346 a minute)', () => {
  const limiter = createRateLimiter(346, MINUTE_MS, 1);
  limiter.take('k', 0);
  const { retryAfterMs } = limiter.take('k', 0);
  expect(limiter.take('k', retryAfterMs).isAllowed).toBe(true);
});
