import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStream } from '../random/index.ts';
import { isRefusal } from '../refusal.ts';
import { buildGraphSector, buildGraphWarp } from '../testing/build-graph.ts';
import { buildRegionGraph } from './build-region-graph.ts';
import { SECTOR_TYPES, WARP_KINDS } from './constants.ts';
import { moveCost } from './move-cost.ts';
import { plotCourse } from './plot-course.ts';
import type {
  GraphSector,
  GraphWarp,
  KnowledgeLevel,
  MovingHull,
  PlotObjective,
  PlotRequest,
} from './types.ts';

const N = 100;
const BASE = 301;

interface World {
  readonly sectors: readonly GraphSector[];
  readonly warps: readonly GraphWarp[];
}

function randomWorld(seed: string): World {
  const random = createStream(seed, 'world');
  const sectors = Array.from({ length: N }, (_, index) =>
    buildGraphSector(BASE + index, {
      type: SECTOR_TYPES[random.roll(SECTOR_TYPES.length)] ?? 'standard',
      nebulaDensity: random.roll(2) * 100,
      hazard: random.roll(11),
      danger: random.roll(11),
      x: random.roll(500),
      y: random.roll(500),
    }),
  );
  const warps: GraphWarp[] = [];
  for (let link = 1; link <= 220; link++) {
    const [from, to] = [BASE + random.roll(N), BASE + random.roll(N)];
    if (from === to) {
      continue;
    }
    const kind = WARP_KINDS[random.roll(WARP_KINDS.length)] ?? 'lane';
    const extraCost = kind === 'tunnel' ? 3 + 3 * random.roll(2) : 0;
    const isHidden = kind === 'tunnel' && random.roll(2) === 0;
    warps.push(buildGraphWarp(link * 2, from, to, { linkId: link, kind, extraCost, isHidden }));
    if (random.roll(4) > 0) {
      warps.push(buildGraphWarp(link * 2 + 1, to, from, { linkId: link, kind, extraCost, isHidden }));
    }
  }
  return { sectors, warps };
}

function request(overrides: Partial<PlotRequest>): PlotRequest {
  const ship: MovingHull = { type: 'fast_courier', upgrades: {}, conditionMilli: 100_000, fault: 'none' };
  return { from: BASE, to: BASE + 1, objective: 'turns', ship, levelOf: () => 3, ...overrides };
}

/** Weight and hops between all pairs, the slow and obvious way. */
function floydWarshall({ sectors, warps }: World, objective: PlotObjective, ship: MovingHull): number[][] {
  const best = sectors.map((_, a) => sectors.map((__, b) => (a === b ? 0 : Number.POSITIVE_INFINITY)));
  for (const warp of warps.filter(({ isHidden }) => !isHidden)) {
    const [from, to] = [sectors[warp.from - BASE], sectors[warp.to - BASE]] as [GraphSector, GraphSector];
    const turns = moveCost(ship, warp, to, from);
    const safe = turns + 2 * Math.max(0, to.hazard - 4) + to.danger;
    const weight = { turns, safe, hops: 1 }[objective];
    const row = best[warp.from - BASE] as number[];
    // One number for both criteria: weight first, hops second.
    row[warp.to - BASE] = Math.min(row[warp.to - BASE] as number, weight * 1_000 + 1);
  }
  for (let via = 0; via < N; via++) {
    for (let a = 0; a < N; a++) {
      for (let b = 0; b < N; b++) {
        const detour = (best[a]?.[via] as number) + (best[via]?.[b] as number);
        (best[a] as number[])[b] = Math.min(best[a]?.[b] as number, detour);
      }
    }
  }
  return best;
}

describe('plotCourse', () => {
  it.each(['turns', 'hops', 'safe'] as const)(
    'P7: equals Floyd–Warshall on 100 sectors (%s)',
    (objective) => {
      for (const seed of ['a', 'b', 'c']) {
        const world = randomWorld(seed);
        const graph = buildRegionGraph(world.sectors, world.warps);
        const { ship } = request({});
        const reference = floydWarshall(world, objective, ship);
        for (let a = 0; a < N; a += 3) {
          for (let b = 0; b < N; b++) {
            const course = plotCourse(graph, request({ from: BASE + a, to: BASE + b, objective }));
            const expected = reference[a]?.[b] as number;
            if (isRefusal(course)) {
              expect(course.code).toBe('no_route');
              expect(expected).toBe(Number.POSITIVE_INFINITY);
              continue;
            }
            const weight = course.hops.reduce((sum, { to, cost }) => {
              const sector = world.sectors[to - BASE] as GraphSector;
              const safe = cost + 2 * Math.max(0, sector.hazard - 4) + sector.danger;
              return sum + { turns: cost, safe, hops: 1 }[objective];
            }, 0);
            expect(weight * 1_000 + course.totalHops).toBe(expected);
          }
        }
      }
    },
  );

  it('P6: the plotted cost is the sum of the move costs along the way', () => {
    const world = randomWorld('p6');
    const graph = buildRegionGraph(world.sectors, world.warps);
    const byId = new Map(world.warps.map((warp) => [warp.id, warp]));
    const arbEnd = fc.integer({ min: BASE, max: BASE + N - 1 });
    const arbShip = fc.record({
      type: fc.constantFrom('scout_ship', 'light_freighter', 'cargo_hauler', 'colony_ship', 'escape_pod'),
      upgrades: fc.record({ engine: fc.integer({ min: 0, max: 4 }) }),
      conditionMilli: fc.integer({ min: 0, max: 100_000 }),
      fault: fc.constantFrom('none', 'engine'),
      towSize: fc.constantFrom(null, 'medium'),
    }) as unknown as fc.Arbitrary<MovingHull>;
    const arbEvent = fc.constantFrom(10_000, 8_000, 15_000);
    const arbGoal = fc.constantFrom('turns', 'hops', 'safe') as fc.Arbitrary<PlotObjective>;
    fc.assert(
      fc.property(arbEnd, arbEnd, arbShip, arbEvent, arbGoal, (from, to, ship, moveCostBp, objective) => {
        const course = plotCourse(graph, request({ from, to, ship, moveCostBp, objective }));
        fc.pre(!isRefusal(course));
        if (isRefusal(course)) {
          return;
        }
        let at = from;
        let sum = 0;
        for (const hop of course.hops) {
          const warp = byId.get(hop.warpId) as GraphWarp;
          expect([warp.from, warp.to]).toEqual([at, hop.to]);
          const [origin, target] = [world.sectors[at - BASE], world.sectors[hop.to - BASE]];
          sum += moveCost(ship, warp, target as GraphSector, origin as GraphSector, moveCostBp);
          at = hop.to;
        }
        expect(at).toBe(to);
        expect(course.totalTurns).toBe(sum);
      }),
    );
  });

  it('P9: never uses a hidden warp that was not revealed', () => {
    const world = randomWorld('hidden');
    const graph = buildRegionGraph(world.sectors, world.warps);
    const hidden = world.warps.filter(({ isHidden }) => isHidden);
    fc.assert(
      fc.property(fc.nat({ max: N - 1 }), fc.nat({ max: N - 1 }), fc.subarray(hidden), (a, b, revealed) => {
        const knownHiddenWarps = new Set(revealed.map(({ id }) => id));
        const links = new Set(revealed.map(({ linkId }) => linkId));
        const course = plotCourse(graph, request({ from: BASE + a, to: BASE + b, knownHiddenWarps }));
        for (const { warpId } of isRefusal(course) ? [] : course.hops) {
          const warp = world.warps.find(({ id }) => id === warpId) as GraphWarp;
          expect(!warp.isHidden || links.has(warp.linkId)).toBe(true);
        }
      }),
    );
  });

  it('I-15: two worlds that differ only in what the player does not know give the same course', () => {
    const world = randomWorld('fog');
    const arbLevels = fc.array(fc.constantFrom<KnowledgeLevel>(0, 1, 2, 3), { minLength: N, maxLength: N });
    fc.assert(
      fc.property(arbLevels, fc.nat({ max: N - 1 }), fc.nat({ max: N - 1 }), (levels, a, b) => {
        const levelOf = (id: number): KnowledgeLevel => levels[id - BASE] ?? 0;
        const other: World = {
          sectors: world.sectors.map((sector) =>
            levelOf(sector.id) >= 2
              ? sector
              : { ...sector, type: 'black_hole', hazard: 10, nebulaDensity: 0 },
          ),
          warps: world.warps.filter(
            ({ from, to, linkId, isHidden }) =>
              !isHidden &&
              (levelOf(from) >= 2 ||
                (levelOf(to) >= 2 && world.warps.some((back) => back.linkId === linkId && back.from === to))),
          ),
        };
        const plotted = [world, other].map(({ sectors, warps }) =>
          plotCourse(
            buildRegionGraph(sectors, warps),
            request({ from: BASE + a, to: BASE + b, objective: 'safe', levelOf }),
          ),
        );
        expect(plotted[0]).toEqual(plotted[1]);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same answer whatever the order of its input', () => {
    const world = randomWorld('order');
    const graphs = [
      buildRegionGraph(world.sectors, world.warps),
      buildRegionGraph(world.sectors.toReversed(), world.warps.toReversed()),
    ];
    for (let to = BASE; to < BASE + N; to++) {
      const courses = graphs.map((graph) => plotCourse(graph, request({ to })));
      expect(courses[0]).toEqual(courses[1]);
    }
  });
});
