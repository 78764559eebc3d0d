import { expect, it } from 'vitest';
import { terranRows } from '../../testing/plan-rows.ts';
import { buildAtlas } from '../universe/index.ts';
import { hopReader, hopsFrom } from './hops.ts';

const atlas = buildAtlas(terranRows('hops'));
const federation = atlas.sectorsOf(atlas.terran).filter(({ zone }) => zone.kind === 'federation');

it('reaches the whole Federation from the capital over public lanes', () => {
  const hops = hopsFrom(atlas, 1);
  expect([...hops.keys()].sort((a, b) => a - b)).toEqual(federation.map(({ id }) => id));
  expect(hops.get(1)).toBe(0);
});

it('needs one hop more than the nearest neighbour', () => {
  const hops = hopsFrom(atlas, 1);
  for (const sector of federation.slice(1)) {
    const before = federation
      .filter(({ warps }) =>
        warps.some(({ to, kind, isHidden }) => to === sector.id && kind === 'lane' && !isHidden),
      )
      .map(({ id }) => hops.get(id) ?? Number.POSITIVE_INFINITY);
    expect(hops.get(sector.id)).toBe(Math.min(...before) + 1);
  }
});

it('finds no way out of the Federation, nor from nowhere', () => {
  const read = hopReader(atlas);
  expect(read(1, 300)).toBe(Number.POSITIVE_INFINITY);
  expect(read(9_999, 1)).toBe(Number.POSITIVE_INFINITY);
  expect(read(1, 1)).toBe(0);
  expect(read(1, 2)).toBe(hopsFrom(atlas, 1).get(2));
});
