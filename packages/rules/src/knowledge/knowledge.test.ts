import { describe, expect, it } from 'vitest';
import { buildRegionGraph } from '../navigation/index.ts';
import { buildGraphSector, buildGraphWarp, buildLanes } from '../testing/build-graph.ts';
import type { Chart } from './index.ts';
import {
  arrive,
  bitOfSector,
  checkScan,
  discoveryReward,
  emptyBitmap,
  emptyChart,
  forceBand,
  hasSector,
  isFoundBy,
  isStale,
  learn,
  levelOf,
  levelReader,
  mergeCharts,
  publicChart,
  rangeIn,
  scanAdjacent,
  scanDeep,
  sectorsIn,
  trafficBand,
  withSector,
  withSectors,
} from './index.ts';

describe('sector bitmap', () => {
  it('keeps 5000 sectors in 625 bytes', () => {
    expect(emptyBitmap(5_000)).toHaveLength(625);
    expect(emptyBitmap(300)).toHaveLength(38);
  });

  it('is laid out as set_bit(bytea, number − 1)', () => {
    expect(withSector(emptyBitmap(16), 1)).toEqual(Uint8Array.of(0b0000_0001, 0));
    expect(withSector(emptyBitmap(16), 8)).toEqual(Uint8Array.of(0b1000_0000, 0));
    expect(withSector(emptyBitmap(16), 9)).toEqual(Uint8Array.of(0, 0b0000_0001));
    expect(bitOfSector(9)).toBe(8);
  });

  it('is never changed in place, whatever kind of array it came as', () => {
    class View extends Uint8Array {
      override slice(): View {
        return this;
      }
    }
    const before = new View(2);
    expect(withSector(before, 3)).toEqual(Uint8Array.of(0b100, 0));
    expect([...before]).toEqual([0, 0]);
  });

  it('holds what was put in and nothing else', () => {
    const set = withSectors(emptyBitmap(5_000), [5_000, 1, 77, 78]);
    expect(sectorsIn(set)).toEqual([1, 77, 78, 5_000]);
    expect([0, -1, 2, 76, 5_001, 99_999].filter((number) => hasSector(set, number))).toEqual([]);
  });

  it('leaves the old set alone and refuses numbers outside', () => {
    const set = emptyBitmap(16);
    withSector(set, 3);
    expect(sectorsIn(set)).toEqual([]);
    expect(() => withSector(set, 17)).toThrow(RangeError);
    expect(() => withSector(set, 0)).toThrow(RangeError);
  });
});

describe('chart', () => {
  it('rises by arrival: visited, exits charted', () => {
    const { chart, gained } = arrive(emptyChart(20), 5, [4, 6]);
    expect([3, 4, 5, 6].map((number) => levelOf(chart, number))).toEqual([0, 1, 3, 1]);
    expect(gained).toEqual([
      { number: 4, level: 1 },
      { number: 5, level: 3 },
      { number: 6, level: 1 },
    ]);
  });

  it('never decreases, and gains only what is new', () => {
    const first = arrive(emptyChart(20), 5, [4, 6]).chart;
    const { chart, gained } = learn(first, { scanned: [4, 5], charted: [5, 6, 7, 7] });
    expect([4, 5, 6, 7].map((number) => levelOf(chart, number))).toEqual([2, 3, 1, 1]);
    expect(gained).toEqual([
      { number: 4, level: 2 },
      { number: 7, level: 1 },
    ]);
    expect(arrive(chart, 5, [4, 6]).gained).toEqual([]);
  });

  it('keeps visited inside scanned inside charted', () => {
    const { chart } = learn(emptyChart(20), { visited: [3], scanned: [2], charted: [1] });
    expect([chart.visited, chart.scanned, chart.charted].map(sectorsIn)).toEqual([[3], [2, 3], [1, 2, 3]]);
  });

  it('joins the knowledge of several', () => {
    const mine = learn(emptyChart(20), { visited: [1], charted: [2] }).chart;
    const theirs = learn(emptyChart(20), { scanned: [2, 9] }).chart;
    expect([1, 2, 9, 10].map((number) => levelOf(mergeCharts([mine, theirs]), number))).toEqual([3, 2, 2, 0]);
  });

  it('reads levels by galaxy-wide id', () => {
    const chartOf = (number: number): Chart => learn(emptyChart(300), { scanned: [number] }).chart;
    const read = levelReader([
      { firstSectorId: 1, sectorCount: 300, chart: chartOf(300) },
      { firstSectorId: 301, sectorCount: 5_000, chart: chartOf(1) },
    ]);
    expect([299, 300, 301, 302, 5_301, 0].map(read)).toEqual([0, 2, 2, 0, 0, 0]);
  });
});

describe('publicChart', () => {
  const region = {
    kind: 'terran_space',
    sectorCount: 30,
    federationEnd: 3,
    gatewayNumber: 15,
    hubNumbers: [],
    linkEndNumbers: [],
    hasPublicChart: false,
    exitsOf: (number: number) => [number + 1],
  } as const;
  const levels = (chart: Chart) => [sectorsIn(chart.scanned), sectorsIn(chart.charted)];

  it('shows the Federation zone of Terran Space, capital and gateway', () => {
    expect(levels(publicChart(region))).toEqual([
      [1, 2, 3, 15],
      [1, 2, 3, 4, 15, 16],
    ]);
  });

  it('follows the setting of a player-owned region', () => {
    const owned = { ...region, kind: 'player_owned' } as const;
    expect(levels(publicChart({ ...owned, hasPublicChart: true }))[0]).toEqual([1, 2, 3, 15]);
    expect(levels(publicChart(owned))[0]).toEqual([1, 15]);
    expect(levels(publicChart({ ...owned, gatewayNumber: null }))[0]).toEqual([1]);
  });

  it('shows hubs and link ends of the Nexus', () => {
    const nexus = {
      ...region,
      kind: 'central_nexus',
      federationEnd: 0,
      gatewayNumber: null,
      hubNumbers: [1, 11],
      linkEndNumbers: [20, 11],
      hasPublicChart: true,
    } as const;
    expect(levels(publicChart(nexus))).toEqual([
      [1, 11, 20],
      [1, 2, 11, 12, 20, 21],
    ]);
  });
});

/** 1 – 2 – 3 – 4 in a row, a nebula at 2, hidden two-way tunnel 1 ⇄ 5, hidden one-way 6 → 1, hidden 3 → 7. */
const graph = buildRegionGraph(
  [1, 2, 3, 4, 5, 6, 7].map((id) =>
    buildGraphSector(id, id === 2 ? { type: 'nebula', nebulaDensity: 50 } : {}),
  ),
  [
    ...buildLanes([
      [1, 2],
      [2, 3],
      [3, 4],
    ]),
    buildGraphWarp(50, 1, 5, { linkId: 50, kind: 'tunnel', isHidden: true }),
    buildGraphWarp(51, 5, 1, { linkId: 50, kind: 'tunnel', isHidden: true }),
    buildGraphWarp(60, 6, 1, { linkId: 60, kind: 'tunnel', isHidden: true }),
    buildGraphWarp(70, 3, 7, { linkId: 70, kind: 'tunnel', isHidden: true }),
  ],
);
const nothing: ReadonlySet<number> = new Set();

describe('scanAdjacent', () => {
  it('scans the targets of visible warps and charts what lies behind them', () => {
    expect(scanAdjacent(graph, 1, nothing)).toEqual({
      scanned: [{ sectorId: 2, isObscured: true }],
      charted: [3],
    });
    expect(scanAdjacent(graph, 3, nothing)).toEqual({
      scanned: [
        { sectorId: 2, isObscured: true },
        { sectorId: 4, isObscured: false },
      ],
      charted: [1],
    });
  });

  it('looks through a revealed tunnel', () => {
    expect(scanAdjacent(graph, 1, new Set([50])).scanned.map(({ sectorId }) => sectorId)).toEqual([2, 5]);
  });
});

describe('scanDeep', () => {
  const always = (roll: number) => () => roll;

  it('charts everything within range', () => {
    const scan = (range: number) => scanDeep(graph, 1, range, nothing, always(99));
    expect(scan(0).charted).toEqual([]);
    expect(scan(1).charted).toEqual([2]);
    expect(scan(2).charted).toEqual([2, 3]);
    expect(scan(9).charted).toEqual([2, 3, 4]);
  });

  it('reveals tunnels that leave or enter the sector, both ways of a two-way one', () => {
    expect(scanDeep(graph, 1, 2, nothing, always(59))).toEqual({
      charted: [2, 3, 5, 6],
      revealed: [50, 51, 60],
    });
  });

  it('misses at 60 with range 2: 40 + 10 × 2 percent', () => {
    expect(scanDeep(graph, 1, 2, nothing, (id) => (id === 50 ? 60 : 59))).toEqual({
      charted: [2, 3, 6],
      revealed: [60],
    });
  });

  it('is never surer than 95 percent', () => {
    const found = (roll: number) => scanDeep(graph, 3, 9, nothing, always(roll)).revealed;
    expect(found(94)).toEqual([70]);
    expect(found(95)).toEqual([]);
  });

  it('asks one roll a tunnel, by one id for both ways, and none for what is known', () => {
    const asked: number[] = [];
    const ask = (id: number): number => {
      asked.push(id);
      return 99;
    };
    scanDeep(graph, 1, 2, nothing, ask);
    expect(asked).toEqual([50, 60]);
    scanDeep(graph, 1, 2, new Set([51, 60]), ask);
    expect(asked).toEqual([50, 60]);
  });
});

describe('rangeIn', () => {
  it.each([
    ['standard', 5, 5],
    ['nebula', 5, 2],
    ['nebula', 1, 0],
    ['star_cluster', 5, 6],
    ['star_cluster', 0, 0],
  ] as const)('%s with range %d sees %d', (type, range, expected) => {
    expect(rangeIn({ type }, range)).toBe(expected);
  });
});

describe('checkScan', () => {
  const state = {
    hasActiveShip: true,
    isInTransit: false,
    here: { type: 'standard', hazard: 0, nebulaDensity: 0 },
    turns: { turns: 4, anchorMs: 0, frac: 0 },
    turnCap: 1_000,
    turnMultiplierBp: 10_000,
  } as const;
  const core = { type: 'nebula', hazard: 3, nebulaDensity: 100 } as const;

  it.each([
    [{}, 'adjacent', undefined],
    [{}, 'deep', 'insufficient_turns'],
    [{ hasActiveShip: false }, 'adjacent', 'no_active_ship'],
    [{ isInTransit: true }, 'adjacent', 'in_transit'],
    [{ here: core }, 'adjacent', 'sensors_blind'],
    [{ here: { ...core, nebulaDensity: 70 } }, 'adjacent', undefined],
    [{ here: core, turns: { turns: 5, anchorMs: 0, frac: 0 } }, 'deep', undefined],
  ] as const)('%j, %s: %s', (change, mode, code) => {
    expect(checkScan({ ...state, ...change }, mode, 0)?.code).toBe(code);
  });
});

describe('snapshots', () => {
  it('grow stale after 24 h', () => {
    expect(isStale(0, 86_400_000)).toBe(false);
    expect(isStale(0, 86_400_001)).toBe(true);
    expect(isStale(null, 0)).toBe(true);
  });

  it('tell bands, not counts', () => {
    expect([0, 1, 10, 11, 50, 51].map(forceBand)).toEqual([
      'none',
      'light',
      'light',
      'medium',
      'medium',
      'heavy',
    ]);
    expect([0, 1, 3, 4].map(trafficBand)).toEqual(['none', 'some', 'some', 'busy']);
  });
});

describe('discoveryReward', () => {
  const nothingNew = {
    isFirstOwnVisit: false,
    isFirstInGalaxy: false,
    rankPointsToday: 0,
    formations: [],
    formationsToday: 0,
    completesNebula: false,
  };

  it.each([
    [false, false, 0, 0, 0n],
    [true, false, 0, 1, 0n],
    [true, true, 0, 3, 20n],
    [true, true, 98, 2, 20n],
    [true, true, 99, 1, 20n],
    [true, true, 100, 0, 20n],
    [true, true, 250, 0, 20n],
    [false, true, 0, 0, 0n],
  ])(
    'first own %s, first of all %s, %d today',
    (...[isFirstOwnVisit, isFirstInGalaxy, rankPointsToday, rankPoints, credits]) => {
      const reward = discoveryReward({ ...nothingNew, isFirstOwnVisit, isFirstInGalaxy, rankPointsToday });
      expect(reward).toMatchObject({ rankPoints, credits });
      expect(reward.awards.reduce((sum, { points }) => sum + points, 0)).toBe(rankPoints);
      expect(reward.legs).toEqual(
        credits === 0n ? [] : [{ from: 'MINT', to: 'wallet', amount: 20n, reason: 'discovery' }],
      );
    },
  );

  it('pays landmarks by rarity, the first hundred of a day', () => {
    const formations = ['pocket', 'bubble', 'dead_end'] as const;
    expect(discoveryReward({ ...nothingNew, formations })).toMatchObject({
      credits: 1_750n,
      formationCredits: [1_000n, 500n, 250n],
    });
    expect(discoveryReward({ ...nothingNew, formations, formationsToday: 99 })).toMatchObject({
      credits: 1_000n,
      formationCredits: [1_000n, 0n, 0n],
    });
  });

  it('pays whoever completes a nebula first', () => {
    expect(discoveryReward({ ...nothingNew, completesNebula: true }).credits).toBe(1_000n);
  });
});

describe('isFoundBy', () => {
  const visited = (...numbers: number[]) => withSectors(emptyBitmap(50), numbers);

  it.each([
    ['dead_end', [7], [], [7], true],
    ['pocket', [7, 8, 9], [], [8], true],
    ['pocket', [7, 8, 9], [8], [7, 8], false],
    ['bubble', [7, 8, 9], [7], [7, 8], true],
    ['bubble', [7, 8, 9], [], [7], false],
    ['corridor', [7, 8, 9, 10], [7], [7, 10], true],
    ['backdoor', [7, 8], [], [7], false],
    ['backdoor', [7, 8], [7], [7, 8], true],
    ['crossroads', [7], [7], [7, 8], false],
  ] as const)('a %s of %j from %j to %j: %s', (kind, memberNumbers, before, after, expected) => {
    expect(isFoundBy({ kind, memberNumbers }, visited(...before), visited(...after))).toBe(expected);
  });
});
