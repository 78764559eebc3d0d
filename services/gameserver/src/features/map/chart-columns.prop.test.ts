import { emptyChart, learn } from '@sw/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otherGalaxy } from '../../testing/other-galaxy.ts';
import { terranRows } from '../../testing/plan-rows.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { knowledgeOf } from '../knowledge/index.ts';
import type { Atlas } from '../universe/index.ts';
import { buildAtlas } from '../universe/index.ts';
import { buildColumns } from './chart-columns.ts';

const SECTORS = 300;
const rows = terranRows('chart');
const atlas = buildAtlas(rows);
const SEEN = new Date('2102-01-01T05:30:00Z');

const knowledgeIn = (
  galaxy: Atlas,
  visited: readonly number[],
  hidden: readonly bigint[] = [],
): Knowledge => {
  const exits = visited.flatMap(
    (number) =>
      galaxy
        .sector(number)
        ?.warps.filter(({ isHidden }) => !isHidden)
        .map(({ to }) => to) ?? [],
  );
  const { chart } = learn(emptyChart(SECTORS), { visited: [...visited], charted: [...visited, ...exits] });
  return knowledgeOf(
    galaxy,
    [{ ...chart, regionId: galaxy.terran.id, version: 1n }],
    hidden.map((warpId) => ({ warpId })),
  );
};
const chartOf = (galaxy: Atlas, visited: readonly number[], hidden: readonly bigint[] = []) =>
  buildColumns(
    {
      atlas: galaxy,
      region: galaxy.terran,
      knowledge: knowledgeIn(galaxy, visited, hidden),
      seenAt: new Map(visited.map((number) => [number, SEEN])),
      version: '1.1',
    },
    galaxy.sectorsOf(galaxy.terran),
  );
const arbVisits = fc.uniqueArray(fc.integer({ min: 1, max: SECTORS }), { maxLength: 25 });
const hiddenWarps = rows.warps.filter(({ hidden }) => hidden);

describe('a chart', () => {
  it('does not depend on anything the player does not know', () => {
    fc.assert(
      fc.property(arbVisits, (visited) => {
        const knowledge = knowledgeIn(atlas, visited);
        const other = buildAtlas(
          otherGalaxy(rows, { isUnknown: (id, upTo) => knowledge.levelOf(id) <= upTo }),
        );
        expect(chartOf(other, visited)).toEqual(chartOf(atlas, visited));
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on hidden warps that were not found', () => {
    expect(hiddenWarps.length).toBeGreaterThan(0);
    const without = buildAtlas({ ...rows, warps: rows.warps.filter(({ hidden }) => !hidden) });
    fc.assert(
      fc.property(arbVisits, (visited) => {
        expect(chartOf(without, visited)).toEqual(chartOf(atlas, visited));
      }),
      { numRuns: 30 },
    );
  });

  it('shows a hidden warp once it was found', () => {
    const [warp] = hiddenWarps;
    if (warp === undefined) throw new Error('no hidden warp');
    const all = Array.from({ length: SECTORS }, (_, index) => index + 1);
    const before = chartOf(atlas, all).edges.length;
    expect(chartOf(atlas, all, [warp.id]).edges.length).toBe(before + 4);
  });

  it('has columns of one length, and edges between sectors that are on it', () => {
    fc.assert(
      fc.property(arbVisits, (visited) => {
        const chart = chartOf(atlas, visited);
        const { n, x, y, z, level, type, zone, cluster, flags, seenAt, tradeCode, edges } = chart;
        for (const column of [x, y, z, level, type, zone, cluster, flags, seenAt, tradeCode]) {
          expect(column).toHaveLength(n.length);
        }
        expect(new Set(n).size).toBe(n.length);
        const known = new Set(n);
        for (let index = 0; index < edges.length; index += 4) {
          expect(known.has(edges[index] ?? 0)).toBe(true);
          expect(known.has(edges[index + 1] ?? 0)).toBe(true);
        }
        for (const [index, one] of level.entries()) {
          if (one > 1) continue;
          expect([type[index], tradeCode[index], seenAt[index], (flags[index] ?? 0) & 3]).toEqual([
            255, -1, 0, 0,
          ]);
        }
        expect(Object.keys(chart.names).every((number) => known.has(Number(number)))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('tells of a visit by the hour', () => {
    const chart = chartOf(atlas, [50]);
    expect(chart.seenAt[chart.n.indexOf(50)]).toBe(Math.floor(SEEN.getTime() / 3_600_000));
  });

  it('of some sectors agrees with the whole chart on the nebulae it names', () => {
    const all = Array.from({ length: SECTORS }, (_, index) => index + 1);
    const whole = chartOf(atlas, all);
    const core = atlas.sectorsOf(atlas.terran).find(({ type }) => type === 'nebula');
    if (core === undefined) throw new Error('no nebula');
    const part = buildColumns(
      { atlas, region: atlas.terran, knowledge: knowledgeIn(atlas, all), seenAt: new Map(), version: '1.2' },
      [core],
    );
    expect(part.nebulae).toEqual(whole.nebulae.filter(({ cluster }) => cluster === core.cluster.index));
  });
});
