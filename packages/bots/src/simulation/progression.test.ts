import { describe, expect, it } from 'vitest';
import { MEASURED_KINDS, measureProgression, medianTurns, PROGRESSION_BANDS } from './progression.ts';

const DAYS = 5;
/** A handful of newcomers says little about the middle of all: the bands themselves hold for many. */
const SMALL_SAMPLE = 0.2;

describe('progression (I-41)', () => {
  // The long measurement with regions of 1, 10, 100 and 500 is docs/economy-report.md; this one guards it.
  const rows = [
    ...measureProgression({ players: 1, seeds: ['a', 'b', 'c'], newcomers: 1, days: DAYS, warmUpDays: 0 }),
    ...measureProgression({ players: 10, seeds: ['a', 'b'], newcomers: 2, days: DAYS, warmUpDays: 1 }),
  ];

  it.each(
    [1, 10].flatMap((players) =>
      MEASURED_KINDS.flatMap((kind) =>
        (['cargo_hauler', 'defender'] as const).map((hull) => [players, kind, hull] as const),
      ),
    ),
  )('in a region of %i a %s saves for a %s within its band', (players, kind, hull) => {
    const row = rows.find((other) => other.players === players && other.kind === kind && other.hull === hull);
    const [least, most] = PROGRESSION_BANDS[hull] ?? [0, 0];
    const median = medianTurns(row?.turns ?? []);
    expect(median).toBeGreaterThanOrEqual(least * (1 - SMALL_SAMPLE));
    expect(median).toBeLessThanOrEqual(most * (1 + SMALL_SAMPLE));
  });

  it('takes the middle of turns, and infinity where nobody got there', () => {
    expect(medianTurns([1, 5, 9])).toBe(5);
    expect(medianTurns([1, 5])).toBe(1);
    expect(medianTurns([])).toBe(Number.POSITIVE_INFINITY);
  });
});
