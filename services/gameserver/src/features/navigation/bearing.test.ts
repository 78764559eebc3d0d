import fc from 'fast-check';
import { expect, it } from 'vitest';
import { terranRows } from '../../testing/plan-rows.ts';
import type { AtlasSector } from '../universe/index.ts';
import { buildAtlas } from '../universe/index.ts';
import { bearingOf } from './bearing.ts';

const atlas = buildAtlas(terranRows('bearing'));
const sectors = atlas.sectorsOf(atlas.terran);
const at = (x: number, y: number, mapX = 0, mapY = 0): AtlasSector => {
  const [any] = sectors;
  if (any === undefined) throw new Error('no sector');
  return { ...any, x, y, region: { ...any.region, mapX, mapY } };
};

it.each([
  ['east', 10, 0, 0],
  ['north-east', 10, 10, 45],
  ['north', 0, 10, 90],
  ['west', -10, 0, 180],
  ['south', 0, -10, 270],
  ['just below east', 1000, -1, 0],
  ['the same place', 0, 0, 0],
])('%s', (_case, x, y, degrees) => {
  expect(bearingOf(at(0, 0), at(x, y))).toBe(degrees);
});

it('between regions goes by where they lie', () => {
  expect(bearingOf(at(0, 0, 0, -1700), at(0, 0, 0, 0))).toBe(90);
});

it('is a whole number below 360 for any two sectors, and turns round on the way back', () => {
  fc.assert(
    fc.property(fc.constantFrom(...sectors), fc.constantFrom(...sectors), (from, to) => {
      const [there, back] = [bearingOf(from, to), bearingOf(to, from)];
      expect(Number.isInteger(there) && there >= 0 && there < 360).toBe(true);
      if (from.x !== to.x || from.y !== to.y) expect((there + 180) % 360).toBe(back);
    }),
  );
});
