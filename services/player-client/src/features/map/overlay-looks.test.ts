import { describe, expect, it } from 'vitest';
import { buildChartModel } from '../../sectors/chart-model.ts';
import type { OverlayId } from './map-store.ts';
import { OVERLAYS } from './map-store.ts';
import type { LooksInput } from './overlay-looks.ts';
import { BOOKMARK_TONES, lookOf, looksOf, SHAPES, TONES } from './overlay-looks.ts';
import { testChart } from './testing/chart.ts';

const HOUR_MS = 3_600_000;
const NOW_HOUR = 1_000;
const RADIATION = 3;
const PROTECTED = 4;
/** Rows: quiet Federation, Border, Frontier, radiation in the Federation, protected Border, charted only. */
const model = buildChartModel(
  testChart([
    { at: [0, 0], seenAt: NOW_HOUR },
    { at: [1, 0], zone: 1, seenAt: NOW_HOUR - 12 },
    { at: [2, 0], zone: 2, seenAt: NOW_HOUR - 900 },
    { at: [3, 0], type: RADIATION },
    { at: [4, 0], zone: 1, flags: PROTECTED },
    { at: [5, 0], level: 1 },
  ]),
);
const input = (overlay: OverlayId): LooksInput => ({
  overlay,
  prices: {
    marks: new Map([
      [1, { price: 90n, share: 1, freshness: 1 }],
      [2, { price: 70n, share: 0, freshness: 0.35 }],
    ]),
    worst: 70n,
    best: 90n,
  },
  bookmarks: new Map([[1, { label: 'Lee shore', colour: 3 }]]),
  nowMs: NOW_HOUR * HOUR_MS,
});
const toneOf = (overlay: OverlayId, row: number) => lookOf(model, row, input(overlay)).tone;

describe('the looks of an overlay', () => {
  it('colour zones from calm to lawless, protection above all', () => {
    expect([0, 1, 2].map((row) => toneOf('security', row))).toEqual(['green', 'amber', 'red']);
    expect(lookOf(model, 4, input('security'))).toMatchObject({ tone: 'green', shape: 'square' });
  });

  it('warn of ground before zones', () => {
    expect(lookOf(model, 3, input('danger'))).toMatchObject({ tone: 'red', shape: 'triangle' });
    expect([0, 1, 2, 4].map((row) => toneOf('danger', row))).toEqual(['green', 'amber', 'red', 'green']);
  });

  it('fade the own traffic with its age', () => {
    const [fresh, older, oldest] = [0, 1, 2].map((row) => lookOf(model, row, input('visited')).alpha);
    expect(fresh).toBeGreaterThan(older ?? 0);
    expect(older).toBeGreaterThan(oldest ?? 0);
    expect(lookOf(model, 5, input('visited')).shape).toBe('plus');
  });

  it('are larger for the best price and fainter for an old one', () => {
    const [best, old] = [0, 1].map((row) => lookOf(model, row, input('pays')));
    expect(best?.size).toBeGreaterThan(old?.size ?? 0);
    expect(best?.alpha).toBeGreaterThan(old?.alpha ?? 0);
    expect(toneOf('pays', 2)).toBe('node-known');
  });

  it('give a bookmark its colour and dim the rest', () => {
    expect(toneOf('bookmarks', 0)).toBe('node-stub');
    expect(toneOf('bookmarks', 1)).toBe(BOOKMARK_TONES[3]);
  });

  it.each(OVERLAYS)('of %s are the same as columns', (overlay) => {
    const looks = looksOf(model, input(overlay));
    for (let row = 0; row < model.count; row += 1)
      expect({
        tone: TONES[looks.tone[row] ?? -1],
        shape: SHAPES[looks.shape[row] ?? -1],
        size: looks.size[row],
        alpha: looks.alpha[row],
      }).toEqual(lookOf(model, row, input(overlay)));
  });
});
