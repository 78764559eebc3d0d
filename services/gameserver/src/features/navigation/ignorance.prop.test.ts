import { courseTable, emptyChart, isRefusal, learn, plotCourse } from '@sw/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otherGalaxy } from '../../testing/other-galaxy.ts';
import { terranRows } from '../../testing/plan-rows.ts';
import { movingShipOf } from '../courses/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { knowledgeOf } from '../knowledge/index.ts';
import { searchSectors } from '../map/index.ts';
import type { ShipRow } from '../player/index.ts';
import { freshHull } from '../player/index.ts';
import type { Atlas } from '../universe/index.ts';
import { buildAtlas } from '../universe/index.ts';
import { presentMoves, presentSector } from './sector-view.ts';

const SECTORS = 300;
const NOW = Date.parse('2102-01-01T05:30:00Z');
const rows = terranRows('ignorance');
const atlas = buildAtlas(rows);
const hidden = rows.warps.filter((warp) => warp.hidden);

const shipIn = (sectorId: number): ShipRow => ({
  ...freshHull('light_freighter', new Date(NOW)),
  id: '00000000-0000-4000-8000-000000000001',
  regionId: atlas.terran.id,
  registration: 'TER-1',
  name: 'Example',
  ownerId: '00000000-0000-4000-8000-000000000002',
  sectorId,
  status: 'in_space',
  stationId: null,
  dockedAt: null,
  isBound: false,
  isLoaner: false,
  version: 1,
});

/** A player who is in the last sector of those he has visited, and has scanned some others. */
interface Past {
  readonly visited: readonly number[];
  readonly scanned: readonly number[];
}

const hereOf = ({ visited }: Past): number => visited.at(-1) ?? 1;

const exitsIn = (galaxy: Atlas, numbers: readonly number[]): number[] =>
  numbers.flatMap(
    (number) =>
      galaxy
        .sector(number)
        ?.warps.filter(({ isHidden }) => !isHidden)
        .map(({ to }) => to) ?? [],
  );

const knowledgeIn = (galaxy: Atlas, { visited, scanned }: Past): Knowledge => {
  const seen = [...visited, ...scanned];
  const { chart } = learn(emptyChart(SECTORS), {
    visited: [...visited],
    scanned: [...scanned],
    charted: [...seen, ...exitsIn(galaxy, seen)],
  });
  return knowledgeOf(galaxy, [{ ...chart, regionId: galaxy.terran.id, version: 1n }], []);
};

/** Everything the galaxy answers this player: views, moves, courses and searches. */
const answersOf = (galaxy: Atlas, past: Past) => {
  const knowledge = knowledgeIn(galaxy, past);
  const ship = shipIn(hereOf(past));
  const state = { turns: 500, anchorMs: NOW, frac: 0 };
  const viewer = {
    ship,
    turns: { before: state, state, cap: 1_000, multiplierBp: 10_000 },
    knowledge,
    seenAt: new Map(past.visited.map((id) => [id, new Date(NOW)])),
    entries: new Map(),
  } as Parameters<typeof presentMoves>[1];
  const search = {
    from: ship.sectorId,
    ship: movingShipOf(ship),
    levelOf: knowledge.levelOf,
    knownHiddenWarps: knowledge.hiddenWarps,
    here: ship.sectorId,
  };
  const moves = presentMoves(galaxy, viewer, NOW);
  const ids = Array.from({ length: SECTORS }, (_, index) => index + 1);
  const content = { isLive: false, stations: [], warps: null, contacts: null, adrift: null, actions: [] };
  return {
    moves,
    sectors: ids
      .filter((id) => knowledge.levelOf(id) > 0)
      .map((id) => galaxy.sector(id))
      .map((sector) => (sector === undefined ? null : presentSector(sector, viewer, content))),
    courses: ids
      .filter((id) => id !== ship.sectorId && id % 7 === 0)
      .flatMap((to) =>
        (['turns', 'hops', 'safe'] as const).map((objective) => {
          const course = plotCourse(galaxy.graph, { ...search, to, objective });
          return isRefusal(course) ? course.code : course;
        }),
      ),
    found: ([undefined, 'station', 'planet', 'unexplored'] as const).map((has) =>
      searchSectors(
        {
          sectors: galaxy.sectorsOf(galaxy.terran),
          levelOf: knowledge.levelOf,
          showsContents: knowledge.showsContents,
          wayTo: courseTable(galaxy.graph, search),
          labels: new Map(),
          notes: new Map(),
        },
        { q: has === undefined ? 'o' : undefined, has, within: undefined } as Parameters<
          typeof searchSectors
        >[1],
      ),
    ),
  };
};

const arbSectors = (minLength: number, maxLength: number) =>
  fc.uniqueArray(fc.integer({ min: 1, max: SECTORS }), { minLength, maxLength });
const arbPast = fc.record({ visited: arbSectors(1, 20), scanned: arbSectors(0, 10) });

describe('what a player is told (I-15)', () => {
  it('does not change when only what he does not know changes', () => {
    fc.assert(
      fc.property(arbPast, (past) => {
        const knowledge = knowledgeIn(atlas, past);
        const near = new Set(exitsIn(atlas, [hereOf(past)]));
        const other = buildAtlas(
          otherGalaxy(rows, {
            isUnknown: (id, upTo) => knowledge.levelOf(id) <= upTo,
            isTerrainSeen: (id) => near.has(id),
          }),
        );
        expect(answersOf(other, past)).toEqual(answersOf(atlas, past));
      }),
      { numRuns: 25 },
    );
  });

  it('does not change with hidden tunnels that he has not found', () => {
    expect(hidden.length).toBeGreaterThan(0);
    const without = buildAtlas({ ...rows, warps: rows.warps.filter((warp) => !warp.hidden) });
    fc.assert(
      fc.property(arbPast, (past) => {
        expect(answersOf(without, past)).toEqual(answersOf(atlas, past));
      }),
      { numRuns: 15 },
    );
  });

  it('does change with what he knows: the comparison is not blind', () => {
    const past = { visited: [5, 9], scanned: [] };
    const altered = buildAtlas({
      ...rows,
      sectors: rows.sectors.map((sector) => (sector.id === 9 ? { ...sector, hazard: 3 } : sector)),
    });
    expect(answersOf(altered, past)).not.toEqual(answersOf(atlas, past));
  });
});
