import fc from 'fast-check';
import { PerspectiveCamera, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import type { Orbit } from './orbit.ts';
import {
  betweenOrbits,
  clampOrbit,
  dragOrbit,
  eyeOf,
  FIELD_OF_VIEW,
  fittingDistance,
  MOST_TILT,
  projectorOf,
  zoomOrbit,
} from './orbit.ts';

const FRAME = { width: 1000, height: 700 };
const ABOVE: Orbit = { x: 0, y: 0, z: 0, distance: 1000, azimuth: 0, tilt: 0.02 };
const arbOrbit = fc.record({
  x: fc.integer({ min: -500, max: 500 }),
  y: fc.integer({ min: -500, max: 500 }),
  z: fc.integer({ min: -50, max: 50 }),
  distance: fc.integer({ min: 200, max: 4000 }),
  azimuth: fc.double({ min: -6, max: 6, noNaN: true }),
  tilt: fc.double({ min: 0.02, max: MOST_TILT, noNaN: true }),
});

describe('the projection of the galaxy', () => {
  it('has what is looked at in the middle', () => {
    fc.assert(
      fc.property(arbOrbit, (orbit) => {
        const at = projectorOf(orbit, FRAME)(orbit.x, orbit.y, orbit.z);
        expect(at?.x).toBeCloseTo(500, 3);
        expect(at?.y).toBeCloseTo(350, 3);
        expect(at?.depth).toBeCloseTo(orbit.distance, 3);
      }),
    );
  });

  it('is that of the camera that draws', () => {
    fc.assert(
      fc.property(
        arbOrbit,
        fc.integer({ min: -400, max: 400 }),
        fc.integer({ min: -400, max: 400 }),
        (orbit, dx, dy) => {
          const camera = new PerspectiveCamera(FIELD_OF_VIEW, FRAME.width / FRAME.height, 1, 1e6);
          const eye = eyeOf(orbit);
          camera.up.set(0, 0, 1);
          camera.position.set(eye.x, eye.y, eye.z);
          camera.lookAt(orbit.x, orbit.y, orbit.z);
          camera.updateMatrixWorld();
          const drawn = new Vector3(orbit.x + dx, orbit.y + dy, 10).project(camera);
          const at = projectorOf(orbit, FRAME)(orbit.x + dx, orbit.y + dy, 10);
          if (at === null) return;
          expect(at.x).toBeCloseTo(((drawn.x + 1) / 2) * FRAME.width, 1);
          expect(at.y).toBeCloseTo(((1 - drawn.y) / 2) * FRAME.height, 1);
        },
      ),
    );
  });

  it('has north up and east right, as the flat chart', () => {
    const show = projectorOf(ABOVE, FRAME);
    expect(show(0, 100, 0)?.y).toBeLessThan(350);
    expect(show(100, 0, 0)?.x).toBeGreaterThan(500);
  });

  it('does not show what lies behind the eye', () => {
    expect(projectorOf(ABOVE, FRAME)(0, 0, 2000)).toBeNull();
  });
});

describe('the camera', () => {
  it('drags the ground with the finger', () => {
    const after = dragOrbit({ ...ABOVE, azimuth: 0.7 }, FRAME, 120, -40);
    const at = projectorOf(after, FRAME)(0, 0, 0);
    expect(at?.x).toBeCloseTo(620, 0);
    expect(at?.y).toBeCloseTo(310, 0);
  });

  it('keeps what lies under the pointer when it comes nearer', () => {
    const pixel = { x: 700, y: 200 };
    const unit = (2 * 1000 * Math.tan((FIELD_OF_VIEW / 360) * Math.PI)) / 700;
    const [x, y] = [200 * unit, 150 * unit];
    const at = projectorOf(zoomOrbit(ABOVE, FRAME, 2, pixel), FRAME)(x, y, 0);
    expect(Math.abs((at?.x ?? 0) - pixel.x)).toBeLessThan(12);
    expect(Math.abs((at?.y ?? 0) - pixel.y)).toBeLessThan(12);
  });

  it('stays within its limits', () => {
    const limits = { minX: -10, minY: -10, maxX: 10, maxY: 10, nearest: 100, furthest: 900 };
    fc.assert(
      fc.property(arbOrbit, (orbit) => {
        const { x, y, distance, tilt } = clampOrbit({ ...orbit, tilt: orbit.tilt * 3 }, limits);
        expect(Math.abs(x)).toBeLessThanOrEqual(10);
        expect(Math.abs(y)).toBeLessThanOrEqual(10);
        expect(distance).toBeLessThanOrEqual(900);
        expect(tilt).toBeLessThanOrEqual(MOST_TILT);
      }),
    );
  });

  it('flies from where it is to where it goes, the short way round', () => {
    const to = { ...ABOVE, x: 40, azimuth: 6.2, distance: 250 };
    expect(betweenOrbits(ABOVE, to, 0)).toEqual(ABOVE);
    expect(betweenOrbits(ABOVE, to, 1).distance).toBeCloseTo(250);
    expect(betweenOrbits(ABOVE, to, 0.5).distance).toBeCloseTo(500);
    expect(Math.abs(betweenOrbits(ABOVE, to, 0.5).azimuth)).toBeLessThan(0.1);
  });

  it('fits a chart whichever side is longer', () => {
    const distance = fittingDistance({ width: 3000, height: 200 }, FRAME);
    const at = projectorOf({ ...ABOVE, distance }, FRAME)(1500, 0, 0);
    expect(at?.x).toBeLessThanOrEqual(1000.5);
  });
});
