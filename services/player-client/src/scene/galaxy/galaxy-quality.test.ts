import { describe, expect, it } from 'vitest';
import type { GalaxyQuality } from './galaxy-quality.ts';
import { BEST_GALAXY, GALAXY_RUNGS, noteGalaxyFrame } from './galaxy-quality.ts';

const after = (quality: GalaxyQuality, count: number, intervalMs: number): GalaxyQuality =>
  Array.from({ length: count }).reduce<GalaxyQuality>((now) => noteGalaxyFrame(now, intervalMs), quality);

describe('the quality of the galaxy', () => {
  it('goes down after sixty slow frames, not before', () => {
    expect(after(BEST_GALAXY, 59, 25).rung).toBe(0);
    expect(after(BEST_GALAXY, 60, 25).rung).toBe(1);
  });

  it('leaves out the backdrop and far lanes last, and ends there', () => {
    const worst = after(BEST_GALAXY, 600, 25);
    expect(GALAXY_RUNGS[worst.rung]).toEqual({ dpr: 1, hasBackdrop: false, hasFarLanes: false });
  });

  it('comes back one step after ten good seconds of movement', () => {
    const slow = after(BEST_GALAXY, 120, 25);
    expect(after(slow, 600, 16).rung).toBe(2);
    expect(after(slow, 660, 16).rung).toBe(1);
  });

  it('takes a pause for a pause', () => {
    expect(after(BEST_GALAXY, 200, 4_000)).toBe(BEST_GALAXY);
  });
});
