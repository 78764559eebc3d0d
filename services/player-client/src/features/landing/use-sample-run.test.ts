import { describe, expect, it } from 'vitest';
import { advance, FLIGHT_HOPS, flownAt, RUN_LINES } from './use-sample-run.ts';

describe('sample run', () => {
  it('tells every line once, flies every hop once, and stops on the last line', () => {
    let position = { line: 0 as number | null, hop: 0, isPlaying: true };
    let steps = 0;
    while (position.isPlaying) {
      position = advance(position);
      steps += 1;
      expect(steps).toBeLessThan(50);
    }
    expect(position.line).toBe(RUN_LINES - 1);
    expect(steps).toBe(RUN_LINES + FLIGHT_HOPS);
  });

  it('keeps the ship at the start until it flies and at the end afterwards', () => {
    expect(flownAt({ line: null, hop: 0, isPlaying: false })).toBeNull();
    expect(flownAt({ line: 1, hop: 0, isPlaying: true })).toBe(0);
    expect(flownAt({ line: 2, hop: 3, isPlaying: true })).toBe(3);
    expect(flownAt({ line: 4, hop: 0, isPlaying: true })).toBe(FLIGHT_HOPS);
  });
});
