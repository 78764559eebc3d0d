import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JourneyState, StepOutcome } from './machine.ts';
import { afterStep, isJourneyOver, JOURNEY_SLOT_MS, journeyRetryMs, journeyStep } from './machine.ts';

interface Turn {
  readonly waitMs: number;
  readonly outcome: StepOutcome;
}
const turns = fc.array(
  fc.record({
    waitMs: fc.integer({ min: 0, max: 3 * 60_000 }),
    outcome: fc.constantFrom<StepOutcome>('done', 'refused', 'unreachable'),
  }),
  { maxLength: 40 },
);

/** Drives a journey as its server does, and notes every state it was in. */
const drive = (script: readonly Turn[]): { states: JourneyState[]; steps: string[] } => {
  const states: JourneyState[] = ['requested'];
  const steps: string[] = [];
  let nowMs = 0;
  let reservedUntilMs: number | null = null;
  for (const { waitMs, outcome } of script) {
    nowMs += waitMs;
    const state: JourneyState = states.at(-1) ?? 'requested';
    const step = journeyStep({ state, createdAtMs: 0, reservedUntilMs, nowMs });
    if (step === null) break;
    // What happens inside one's own server is done or refused, never out of reach.
    const local =
      step === 'reject' ? 'done' : step === 'depart' && outcome === 'unreachable' ? 'done' : outcome;
    steps.push(step);
    const next = afterStep(state, step, local);
    if (step === 'reserve' && next === 'reserved') reservedUntilMs = nowMs + JOURNEY_SLOT_MS;
    states.push(next);
  }
  return { states, steps };
};

const ORDER: readonly JourneyState[] = ['requested', 'reserved', 'departed', 'moved', 'arrived', 'completed'];

describe('a journey', () => {
  it('goes forward only, or ends before it moved', () => {
    fc.assert(
      fc.property(turns, (script) => {
        const { states } = drive(script);
        for (const [index, state] of states.entries()) {
          const before = states[index - 1];
          if (before === undefined || before === state) continue;
          if (state === 'rejected') expect(['requested', 'reserved']).toContain(before);
          else if (state === 'returned') expect(before).toBe('departed');
          else expect(ORDER.indexOf(state)).toBe(ORDER.indexOf(before) + 1);
        }
      }),
    );
  });

  it('that moved arrives, however often nobody answers', () => {
    fc.assert(
      fc.property(turns, (script) => {
        const { states } = drive(script);
        if (!states.includes('moved')) return;
        let state: JourneyState = states.at(-1) ?? 'moved';
        for (let i = 0; i < 4 && !isJourneyOver(state); i++) {
          const step = journeyStep({
            state,
            createdAtMs: 0,
            reservedUntilMs: 1,
            nowMs: Number.MAX_SAFE_INTEGER,
          });
          if (step === null) throw new Error('stuck');
          state = afterStep(state, step, 'done');
        }
        expect(state).toBe('completed');
      }),
    );
  });

  it('never leaves twice, and is never both returned and moved', () => {
    fc.assert(
      fc.property(turns, (script) => {
        const { states } = drive(script);
        const changes = states.filter((state, index) => state !== states[index - 1]);
        expect(changes.filter((state) => state === 'departed').length).toBeLessThanOrEqual(1);
        expect(changes.includes('returned') && changes.includes('moved')).toBe(false);
      }),
    );
  });

  it('is over for good', () => {
    for (const state of ['completed', 'rejected', 'returned'] as const) {
      expect(journeyStep({ state, createdAtMs: 0, reservedUntilMs: 0, nowMs: 1e12 })).toBeNull();
      expect(isJourneyOver(state)).toBe(true);
    }
  });

  it('that is held waits for an operator', () => {
    expect(journeyStep({ state: 'held', createdAtMs: 0, reservedUntilMs: 0, nowMs: 1e12 })).toBeNull();
  });
});

describe('the slot at the destination', () => {
  const at = (state: JourneyState, nowMs: number) =>
    journeyStep({ state, createdAtMs: 0, reservedUntilMs: 1_000, nowMs });

  it('is worth nothing from the moment it runs out', () => {
    expect([at('reserved', 999), at('reserved', 1_000)]).toEqual(['depart', 'reject']);
    expect([at('departed', 999), at('departed', 1_000)]).toEqual(['move', 'return']);
    expect(at('moved', 1_000_000)).toBe('arrive');
  });

  it('is asked for during five minutes', () => {
    const asked = (nowMs: number) =>
      journeyStep({ state: 'requested', createdAtMs: 0, reservedUntilMs: null, nowMs });
    expect([asked(JOURNEY_SLOT_MS - 1), asked(JOURNEY_SLOT_MS)]).toEqual(['reserve', 'reject']);
  });
});

describe('the wait before another attempt', () => {
  it('doubles from two seconds to a minute', () => {
    expect([0, 1, 2, 3, 5, 6, 100].map(journeyRetryMs)).toEqual([
      2_000, 2_000, 4_000, 8_000, 32_000, 60_000, 60_000,
    ]);
  });
});
