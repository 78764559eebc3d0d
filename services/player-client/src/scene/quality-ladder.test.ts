import { describe, expect, it } from 'vitest';
import type { Quality } from './quality-ladder.ts';
import { BEST_QUALITY, isTooSlow, noteFrame } from './quality-ladder.ts';

function run(intervalsMs: readonly number[], from: Quality = BEST_QUALITY): Quality {
  return intervalsMs.reduce(noteFrame, from);
}

const frames = (count: number, intervalMs: number) => Array.from({ length: count }, () => intervalMs);

describe('quality ladder', () => {
  it('stays at the top while frames come at the cap', () => {
    expect(run(frames(900, 33)).rung).toBe(0);
  });

  it('forgives single slow frames', () => {
    expect(run(frames(45, 33).map((interval, index) => (index % 10 === 0 ? 300 : interval))).rung).toBe(0);
  });

  it('goes one rung down for a slow window, and the plate ends it', () => {
    expect(run(frames(45, 50)).rung).toBe(1);
    expect(isTooSlow(run(frames(90, 50)))).toBe(false);
    expect(isTooSlow(run(frames(135, 50)))).toBe(true);
  });

  it('does not climb back', () => {
    expect(run([...frames(45, 50), ...frames(450, 33)]).rung).toBe(1);
  });

  it('gives very slow frames a verdict after a few', () => {
    expect(run([1000, 1000]).rung).toBe(0);
    expect(run([1000, 1000, 1000]).rung).toBe(1);
  });

  it('does not take a pause of the tab for slowness', () => {
    expect(run([33, 33, 60_000, 33, 33]).rung).toBe(0);
  });
});
