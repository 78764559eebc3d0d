import { emptyChart, learn } from '@sw/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { terranRows } from '../../testing/plan-rows.ts';
import type { AtlasSector } from '../universe/index.ts';
import { buildAtlas } from '../universe/index.ts';
import { learnArrival } from './arrival.ts';
import type { ChartRow } from './charts.repository.ts';
import { knowledgeOf } from './knowledge.ts';
import { isPublicMarket, publicLevelOf } from './public-chart.ts';

const atlas = buildAtlas(terranRows('knowledge'));
const sectors = atlas.sectorsOf(atlas.terran);
const federation = sectors.filter(({ zone }) => zone.kind === 'federation');
const outside = sectors.filter(({ zone }) => zone.kind !== 'federation');
const exitsOf = (sector: AtlasSector): number[] =>
  sector.warps.filter(({ isHidden }) => !isHidden).map(({ to }) => to);
const chart = (visited: number[], version = 1n): ChartRow => ({
  ...learn(emptyChart(atlas.terran.sectorCount), { visited, charted: [] }).chart,
  regionId: atlas.terran.id,
  version,
});

describe('the public chart', () => {
  it('shows the Federation, the capital and the gateway to everybody', () => {
    expect(federation.every(({ id }) => publicLevelOf(atlas, id) === 2)).toBe(true);
    expect(publicLevelOf(atlas, atlas.terran.gatewaySectorId ?? 0)).toBe(2);
    expect(publicLevelOf(atlas, 1)).toBe(2);
  });

  it('shows of the rest what visible lanes lead to, and nothing else', () => {
    const seen = sectors.filter(({ id }) => publicLevelOf(atlas, id) === 2);
    const ends = new Set(seen.flatMap(exitsOf));
    for (const sector of outside) {
      const level = publicLevelOf(atlas, sector.id);
      if (level < 2) expect(level).toBe(ends.has(sector.id) ? 1 : 0);
    }
    expect(outside.some(({ id }) => publicLevelOf(atlas, id) === 0)).toBe(true);
  });

  it('knows no sector that does not exist', () => {
    for (const id of [0, -1, 301, 1e9, Number.NaN]) expect(publicLevelOf(atlas, id)).toBe(0);
  });

  it('publishes the prices of the Federation only', () => {
    expect(federation.every(({ id }) => isPublicMarket(atlas, id))).toBe(true);
    expect(outside.some(({ id }) => isPublicMarket(atlas, id))).toBe(false);
    expect(isPublicMarket(atlas, 9_999)).toBe(false);
  });
});

describe('knowledge', () => {
  const far = outside.find(({ id }) => publicLevelOf(atlas, id) === 0);
  if (far === undefined) throw new Error('the test needs an unknown sector');

  it('is the greater of what everybody and what the player knows', () => {
    const nobody = knowledgeOf(atlas, [], []);
    expect([nobody.levelOf(1), nobody.levelOf(far.id), nobody.hasVisited(1)]).toEqual([2, 0, false]);
    const traveller = knowledgeOf(atlas, [chart([far.number])], []);
    expect([traveller.levelOf(far.id), traveller.hasVisited(far.id), traveller.levelOf(1)]).toEqual([
      3,
      true,
      2,
    ]);
  });

  it('of ids that are no sector is none', () => {
    const all = knowledgeOf(atlas, [chart(sectors.map(({ number }) => number))], []);
    for (const id of [0, -5, 301, 1.5, Number.NaN]) expect(all.levelOf(id)).toBe(0);
  });

  it('knows the hidden warps he found', () => {
    expect(knowledgeOf(atlas, [], [{ warpId: 7n }]).hiddenWarps).toEqual(new Set([7]));
  });
});

describe('arriving', () => {
  it('makes a sector visited and what its warps lead to charted', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sectors), (sector) => {
        const exits = exitsOf(sector);
        const learned = learnArrival(atlas, [], sector.id, exits);
        const after = knowledgeOf(atlas, learned.charts, []);
        expect(after.levelOf(sector.id)).toBe(3);
        expect(exits.every((id) => after.levelOf(id) >= 1)).toBe(true);
        expect(learned.isFirstVisit).toBe(true);
        expect([...learned.newlyCharted].sort()).toEqual(
          exits.filter((id) => publicLevelOf(atlas, id) === 0 && id !== sector.id).sort(),
        );
        const others = sectors.filter(({ id }) => id !== sector.id && !exits.includes(id));
        expect(others.every(({ id }) => after.levelOf(id) === publicLevelOf(atlas, id))).toBe(true);
      }),
    );
  });

  it('again teaches nothing but that the player was there', () => {
    const [sector] = outside;
    if (sector === undefined) throw new Error('no sector');
    const first = learnArrival(atlas, [], sector.id, exitsOf(sector));
    const again = learnArrival(atlas, first.charts, sector.id, exitsOf(sector));
    expect([again.isFirstVisit, again.newlyCharted]).toEqual([false, []]);
    expect(again.version).toBe(first.version + 1n);
    expect(again.charts.map(({ visited }) => visited)).toEqual(first.charts.map(({ visited }) => visited));
  });

  it('never forgets', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...sectors), { minLength: 1, maxLength: 30 }), (route) => {
        let charts: readonly ChartRow[] = [];
        let before = knowledgeOf(atlas, charts, []);
        for (const sector of route) {
          charts = learnArrival(atlas, charts, sector.id, exitsOf(sector)).charts;
          const after = knowledgeOf(atlas, charts, []);
          expect(sectors.every(({ id }) => after.levelOf(id) >= before.levelOf(id))).toBe(true);
          before = after;
        }
      }),
      { numRuns: 30 },
    );
  });

  it('in a sector that does not exist is a defect', () => {
    expect(() => learnArrival(atlas, [], 9_999, [])).toThrow();
  });
});
