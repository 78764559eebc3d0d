import { emptyChart, generateRegion, learn, NEXUS_SECTORS } from '@sw/rules';
import { describe, expect, it } from 'vitest';
import { rowsOf, terranRows } from '../../testing/plan-rows.ts';
import { knowledgeOf } from '../knowledge/index.ts';
import type { AtlasRows } from '../universe/index.ts';
import { buildAtlas } from '../universe/index.ts';
import { buildColumns } from './chart-columns.ts';
import { compress } from './chart-encoding.ts';

/** Budgets of rule book, world 12.3, in thousands of bytes. */
const FULL_KB = 95;
const DELTA_KB = 2;
const FIRST_ID = 1_001;
const HOUR_MS = 3_600_000;
const MONTH_HOURS = 720;

const plan = generateRegion({
  generatorVersion: 1,
  seed: 'size',
  regionKind: 'central_nexus',
  regionCode: 'NEX',
  sectorCount: NEXUS_SECTORS,
});
const nexus = rowsOf(plan, { name: 'central-nexus', firstSectorId: FIRST_ID, firstWarpId: 50_001 });
const terran = terranRows('size');
const both = Object.fromEntries(
  Object.keys(terran).map((key) => {
    const table = key as keyof AtlasRows;
    return [key, [...terran[table], ...nexus[table]]];
  }),
) as unknown as AtlasRows;
const atlas = buildAtlas(both);
const region = atlas.regionByName('central-nexus');
if (region === undefined) throw new Error('no Nexus');
const numbers = Array.from({ length: NEXUS_SECTORS }, (_, index) => index + 1);
const { chart } = learn(emptyChart(NEXUS_SECTORS), { visited: numbers, charted: numbers });
const knowledge = knowledgeOf(
  atlas,
  [{ ...chart, regionId: region.id, version: 9n }],
  nexus.warps.filter(({ hidden }) => hidden).map(({ id }) => ({ warpId: id })),
);
/** Looked at over a month without any order, which compresses worst. */
const seenAt = new Map(
  numbers.map((number) => [
    FIRST_ID + number - 1,
    new Date(Date.UTC(2102, 0, 1) + ((number * 7_919) % MONTH_HOURS) * HOUR_MS),
  ]),
);
const view = { atlas, region, knowledge, seenAt, version: '1.4999' };
const bytesOf = async (sectors: Parameters<typeof buildColumns>[1], encoding: 'br' | 'gzip') =>
  (await compress(JSON.stringify(buildColumns(view, sectors)), encoding)).length / 1_000;

describe('the chart of the whole Nexus on the wire', () => {
  it('holds every sector', () => {
    expect(buildColumns(view, atlas.sectorsOf(region)).n).toHaveLength(NEXUS_SECTORS);
  });

  it.each(['br', 'gzip'] as const)('is at most 95 kB as %s', async (encoding) => {
    expect(await bytesOf(atlas.sectorsOf(region), encoding)).toBeLessThanOrEqual(FULL_KB);
  });

  it.each([1, 777, 2_500, 5_000])('grows by at most 2 kB with a visit of sector %d', async (number) => {
    const sector = atlas.sector(FIRST_ID + number - 1);
    const around = [sector, ...(sector?.warps.map(({ to }) => atlas.sector(to)) ?? [])].filter(
      (there) => there !== undefined,
    );
    expect(around.length).toBeGreaterThan(1);
    for (const encoding of ['br', 'gzip'] as const)
      expect(await bytesOf(around, encoding)).toBeLessThanOrEqual(DELTA_KB);
  });
});
