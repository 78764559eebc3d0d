/**
 * A clock that moves only when told to: call it for the time, in milliseconds since the epoch, wherever the game
 * takes a clock.
 */
export interface FixedClock {
  (): number;
  /** Moves forward; a negative step is refused, because rules may rely on time not running backwards. */
  advance(stepMs: number): void;
  /** Jumps to a moment, in either direction. */
  set(nowMs: number): void;
}

/** 1 January 2102, 00:00 UTC: a moment tests agree on. */
export const TEST_EPOCH_MS = Date.UTC(2102, 0, 1);

/** Builds a clock that stands still at `startMs`. */
export function fixedClock(startMs: number = TEST_EPOCH_MS): FixedClock {
  let now = startMs;
  return Object.assign(() => now, {
    advance(stepMs: number) {
      if (stepMs < 0) throw new RangeError(`a clock does not go back: ${stepMs}`);
      now += stepMs;
    },
    set(nowMs: number) {
      now = nowMs;
    },
  });
}
