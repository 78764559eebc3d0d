import { describe, expect, it } from 'vitest';
import type { Size } from './label-layout.ts';
import { boxAround, overlaps } from './label-layout.ts';
import { ringOf } from './ring-geometry.ts';
import { ringLines } from './ring-lines.ts';
import { composeScene } from './scene-composition.ts';
import { hasRing, squareAround, toPixels } from './scene-frame.ts';
import type { SceneView } from './scene-types.ts';
import { buildSceneView, buildWarp } from './testing/scene-view.ts';
import type { LabelSizes } from './window-layout.ts';
import { labelId, layOutWindow } from './window-layout.ts';

const FRAME = { width: 1064, height: 590 };
const HEAD = { left: 14, top: 10, right: 320, bottom: 70 };

function sizesFor(view: SceneView): LabelSizes {
  return new Map<string, Size>([
    ...view.warps.map((warp) => [labelId('warp', warp.id), { width: 130, height: 34 }] as const),
    ...view.stations.map((station) => [labelId('station', station.id), { width: 180, height: 34 }] as const),
    ...view.planets.map((planet) => [labelId('planet', planet.id), { width: 150, height: 32 }] as const),
    ...view.contacts.map((contact) => [labelId('contact', contact.id), { width: 90, height: 24 }] as const),
  ]);
}

function layOut(view: SceneView, sectorId = 217) {
  const seeded = { ...view, sectorId };
  const composition = composeScene(seeded, FRAME.width / FRAME.height);
  return {
    composition,
    layout: layOutWindow({
      view: seeded,
      composition,
      frame: FRAME,
      sizes: sizesFor(view),
      reserved: [HEAD],
    }),
  };
}

const view = buildSceneView({
  warps: [285, 228, 192, 106, 40].map((bearingDeg, index) =>
    buildWarp({ id: `w${index}`, key: String(index + 1), number: 100 + index, bearingDeg }),
  ),
  contacts: ['Mara_K', 'odd_lantern', 'Patrol 12'].map((name, index) => ({
    id: `c${index}`,
    name,
    shipType: 'scout_ship',
  })),
});

describe('layOutWindow', () => {
  it('places every warp of an ordinary sector with its words', () => {
    const { layout } = layOut(view);
    expect([...layout.warps.values()].map((place) => place.side)).toEqual([
      'right',
      'right',
      'right',
      'left',
      'right',
    ]);
  });

  it('puts the name of the station under its brackets', () => {
    const { layout, composition } = layOut(view);
    const label = layout.labels.get('station:s1');
    if (composition.station === null) throw new Error('the view has a station');
    const station = toPixels(composition.station, FRAME);
    expect(label?.x).toBeCloseTo(station.x);
    expect(label?.y).toBeGreaterThan(station.y + station.radius);
  });

  it('covers neither the name of the place nor another label, in any sector', () => {
    for (let sectorId = 1; sectorId < 60; sectorId += 1) {
      const { layout } = layOut(view, sectorId);
      const boxes = [...layout.labels].map(([id, point]) =>
        boxAround(point, sizesFor(view).get(id) ?? { width: 0, height: 0 }),
      );
      for (const [index, box] of [...boxes, HEAD].entries())
        for (const other of [...boxes, HEAD].slice(index + 1)) expect(overlaps(box, other)).toBe(false);
    }
  });

  it('keeps a ship in its place when another arrives', () => {
    const before = layOut({ ...view, contacts: view.contacts.slice(0, 1) }).layout.labels.get('contact:c0');
    const after = layOut(view).layout.labels.get('contact:c0');
    expect(before).toBeDefined();
    expect(after).toEqual(before);
  });

  it('gives at most twelve ships a place', () => {
    const contacts = Array.from({ length: 40 }, (_, index) => ({
      id: `s${index}`,
      name: `ship ${index}`,
      shipType: 'carrier',
    }));
    const { layout } = layOut({ ...view, contacts });
    expect([...layout.labels.keys()].filter((id) => id.startsWith('contact:')).length).toBeLessThanOrEqual(
      12,
    );
  });
});

describe('ringLines', () => {
  const ring = ringOf(FRAME.width, FRAME.height);
  const open = { marks: [], labels: [], body: null };

  it('is a whole compass without gaps', () => {
    const lines = ringLines(ring, open);
    expect(lines.arc.match(/M/g)).toHaveLength(1);
    expect(lines.figures.map((figure) => figure.text)).toContain('000');
    expect(lines.figures).toHaveLength(12);
  });

  it('leaves room for a mark and drops its figure', () => {
    const lines = ringLines(ring, { ...open, marks: [90] });
    expect(lines.arc.match(/M/g)).toHaveLength(2);
    expect(lines.figures.map((figure) => figure.text)).not.toContain('090');
  });

  it('passes behind a body with its far half only', () => {
    const body = { x: ring.cx, y: ring.cy, radius: 1000 };
    const lines = ringLines(ring, { ...open, body });
    expect(lines.figures.map((figure) => figure.text)).toEqual([
      '090',
      '120',
      '150',
      '180',
      '210',
      '240',
      '270',
    ]);
  });
});

describe('scene frame', () => {
  it('turns heights into pixels, y down', () => {
    expect(toPixels({ x: 0.5, y: 0.25, radius: 0.1 }, { width: 200, height: 100 })).toEqual({
      x: 150,
      y: 25,
      radius: 10,
    });
    expect(squareAround({ x: 0, y: 0, radius: 0.1 }, { width: 200, height: 100 })).toEqual({
      left: 90,
      top: 40,
      right: 110,
      bottom: 60,
    });
  });

  it('has no ring on a strip', () => {
    expect(hasRing({ width: 390, height: 112 })).toBe(false);
    expect(hasRing({ width: 390, height: 340 })).toBe(true);
  });
});
