import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScaleSituation } from './decide-scale.ts';
import { decideScale } from './decide-scale.ts';

const GB = 1024 ** 3;
const MINUTE = 60_000;

const situation = (more: Partial<ScaleSituation> = {}): ScaleSituation => ({
  sample: { cpuPct: 50, memoryPct: 50, memoryBytes: 2 * GB },
  now: { cpuCores: 2, memoryGb: 4 },
  base: { cpuCores: 2, memoryGb: 4 },
  max: { cpuCores: 8, memoryGb: 16 },
  free: { cpuCores: 100, memoryGb: 100 },
  counts: { cpuHigh: 0, memoryHigh: 0, lowSamples: 0 },
  thresholds: { upCpuPct: 80, upMemoryPct: 85, downCpuPct: 20, downMemoryPct: 30 },
  sinceScaledMs: null,
  ...more,
});
const loaded = (cpuPct: number, memoryPct: number, memoryGb = 2) => ({
  cpuPct,
  memoryPct,
  memoryBytes: memoryGb * GB,
});
const once = { cpuHigh: 1, memoryHigh: 1, lowSamples: 0 };
const rested = { cpuHigh: 0, memoryHigh: 0, lowSamples: 19 };

describe('growing', () => {
  it.each([
    ['a single high sample is not enough', { sample: loaded(100, 100) }, { kind: 'none' }],
    ['exactly the threshold is not above it', { sample: loaded(80, 85), counts: once }, { kind: 'none' }],
    [
      'processor alone',
      { sample: loaded(81, 50), counts: once },
      { kind: 'up', to: { cpuCores: 3, memoryGb: 4 } },
    ],
    [
      'memory alone',
      { sample: loaded(50, 86), counts: once },
      { kind: 'up', to: { cpuCores: 2, memoryGb: 6 } },
    ],
    ['both', { sample: loaded(90, 90), counts: once }, { kind: 'up', to: { cpuCores: 3, memoryGb: 6 } }],
    [
      'in steps of a half, up',
      { sample: loaded(90, 50), counts: once, now: { cpuCores: 1.5, memoryGb: 4 } },
      { kind: 'up', to: { cpuCores: 2.5, memoryGb: 4 } },
    ],
    [
      'no further than the cap',
      { sample: loaded(90, 90), counts: once, now: { cpuCores: 7, memoryGb: 15 } },
      { kind: 'up', to: { cpuCores: 8, memoryGb: 16 } },
    ],
    [
      'not at all at the cap: somebody is told',
      { sample: loaded(99, 50), counts: once, now: { cpuCores: 8, memoryGb: 4 } },
      { kind: 'at_cap' },
    ],
    [
      'with one at the cap the other still grows',
      { sample: loaded(99, 99), counts: once, now: { cpuCores: 8, memoryGb: 4 } },
      { kind: 'up', to: { cpuCores: 8, memoryGb: 6 } },
    ],
    [
      'not within five minutes',
      { sample: loaded(99, 50), counts: once, sinceScaledMs: 5 * MINUTE - 1 },
      { kind: 'none' },
    ],
    [
      'after five minutes',
      { sample: loaded(99, 50), counts: once, sinceScaledMs: 5 * MINUTE },
      { kind: 'up', to: { cpuCores: 3, memoryGb: 4 } },
    ],
    [
      'as far as the hosts have room',
      { sample: loaded(99, 50), counts: once, free: { cpuCores: 0.5, memoryGb: 0 } },
      { kind: 'up', to: { cpuCores: 2.5, memoryGb: 4 } },
    ],
    [
      'not at all without room',
      { sample: loaded(99, 99), counts: once, free: { cpuCores: 0, memoryGb: 0 } },
      { kind: 'no_room' },
    ],
    [
      'two different highs in a row are not two of one',
      { sample: loaded(99, 50), counts: { cpuHigh: 0, memoryHigh: 1, lowSamples: 0 } },
      { kind: 'none' },
    ],
  ] as const)('%s', (_case, more, action) => {
    expect(decideScale(situation(more)).action).toEqual(action);
  });
});

describe('shrinking', () => {
  const grown = { cpuCores: 6, memoryGb: 12 };
  const idle = { sample: loaded(5, 10, 1), now: grown, counts: rested };

  it.each([
    ['after twenty low samples', idle, { kind: 'down', to: { cpuCores: 4, memoryGb: 9 } }],
    ['not after nineteen', { ...idle, counts: { ...rested, lowSamples: 18 } }, { kind: 'none' }],
    ['not while one of the two is busy', { ...idle, sample: loaded(5, 30, 1) }, { kind: 'none' }],
    ['not within half an hour', { ...idle, sinceScaledMs: 30 * MINUTE - 1 }, { kind: 'none' }],
    [
      'never below what was asked for',
      { ...idle, now: { cpuCores: 2.5, memoryGb: 5 } },
      { kind: 'down', to: { cpuCores: 2, memoryGb: 4 } },
    ],
    ['not at all at the base', { ...idle, now: { cpuCores: 2, memoryGb: 4 } }, { kind: 'none' }],
    [
      'never below 1.3 of what is in use',
      { ...idle, sample: loaded(5, 29, 8), now: { cpuCores: 3, memoryGb: 16 } },
      { kind: 'down', to: { cpuCores: 2, memoryGb: 12 } },
    ],
  ] as const)('%s', (_case, more, action) => {
    expect(decideScale(situation(more)).action).toEqual(action);
  });
});

describe('any situation', () => {
  const half = (min: number, max: number) => fc.integer({ min: min * 2, max: max * 2 }).map((n) => n / 2);
  const situations = fc
    .record({
      cpuPct: fc.double({ min: 0, max: 200, noNaN: true }),
      memoryPct: fc.double({ min: 0, max: 120, noNaN: true }),
      base: fc.record({ cpuCores: half(1, 8), memoryGb: fc.integer({ min: 2, max: 16 }) }),
      extra: fc.record({ cpuCores: half(0, 7), memoryGb: fc.integer({ min: 0, max: 14 }) }),
      free: fc.record({ cpuCores: half(0, 20), memoryGb: fc.integer({ min: 0, max: 40 }) }),
      counts: fc.record({ cpuHigh: fc.nat(3), memoryHigh: fc.nat(3), lowSamples: fc.nat(30) }),
      sinceScaledMs: fc.option(fc.nat(60 * MINUTE)),
    })
    .map(({ cpuPct, memoryPct, base, extra, free, counts, sinceScaledMs }) => {
      const now = {
        cpuCores: Math.min(8, base.cpuCores + extra.cpuCores),
        memoryGb: Math.min(16, base.memoryGb + extra.memoryGb),
      };
      const sample = { cpuPct, memoryPct, memoryBytes: (memoryPct / 100) * now.memoryGb * GB };
      return situation({ sample, base, now, free, counts, sinceScaledMs });
    });

  it('keeps within cap, hosts and base, moves in whole steps and in one direction', () => {
    fc.assert(
      fc.property(situations, (given) => {
        const { action } = decideScale(given);
        if (!('to' in action)) return;
        const { to, kind } = action;
        const { now, base, max, free, sample } = given;
        expect(to.cpuCores * 2).toBe(Math.round(to.cpuCores * 2));
        expect(to.memoryGb).toBe(Math.round(to.memoryGb));
        expect(to).not.toEqual(now);
        if (kind === 'up') {
          expect(to.cpuCores).toBeGreaterThanOrEqual(now.cpuCores);
          expect(to.memoryGb).toBeGreaterThanOrEqual(now.memoryGb);
          expect(to.cpuCores).toBeLessThanOrEqual(Math.min(max.cpuCores, now.cpuCores + free.cpuCores));
          expect(to.memoryGb).toBeLessThanOrEqual(Math.min(max.memoryGb, now.memoryGb + free.memoryGb));
        } else {
          expect(to.cpuCores).toBeLessThanOrEqual(now.cpuCores);
          expect(to.cpuCores).toBeGreaterThanOrEqual(Math.min(base.cpuCores, now.cpuCores));
          expect(to.memoryGb).toBeGreaterThanOrEqual(Math.min(base.memoryGb, now.memoryGb));
          expect(to.memoryGb * GB).toBeGreaterThanOrEqual(sample.memoryBytes);
        }
      }),
    );
  });

  it('does not grow what it has just shrunk: the load that was low is not high afterwards', () => {
    fc.assert(
      fc.property(situations, (given) => {
        const { action } = decideScale(given);
        if (!('to' in action) || action.kind !== 'down') return;
        const cores = (given.sample.cpuPct / 100) * given.now.cpuCores;
        expect((100 * cores) / action.to.cpuCores).toBeLessThan(80);
        expect((100 * given.sample.memoryBytes) / (action.to.memoryGb * GB)).toBeLessThan(85);
      }),
    );
  });
});
