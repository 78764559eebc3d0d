import { describe, expect, it } from 'vitest';
import { isRefusal } from '../refusal.ts';
import { buildGraphSector, buildGraphWarp, buildLanes } from '../testing/build-graph.ts';
import { buildRegionGraph, nodeOf } from './build-region-graph.ts';
import { hopDistances } from './hop-distances.ts';
import { exitsOf, terrainOf, visibleEdges, warpAt } from './known-warps.ts';
import { moveFacts, warpOptions } from './move-facts.ts';
import { affordableHops, plotCourse } from './plot-course.ts';
import type { KnowledgeLevel, PlotRequest } from './types.ts';

const ship = { type: 'light_freighter', upgrades: {}, conditionMilli: 100_000, fault: 'none' } as const;

/**
 * Terran 1–4 in a ring with a hidden tunnel 1 ⇄ 3, a one-way lane 4 → 301, and the Nexus 301–302 behind a link 2 ⇄ 302.
 */
const graph = buildRegionGraph(
  [
    ...[1, 2, 3, 4].map((id) => buildGraphSector(id)),
    ...[301, 302].map((id) => buildGraphSector(id, { regionId: 'nexus', zone: 'expanse', danger: 6 })),
  ],
  [
    ...buildLanes([
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 1],
      [301, 302],
    ]),
    buildGraphWarp(50, 1, 3, { linkId: 50, kind: 'tunnel', extraCost: 3, isHidden: true, length: 200 }),
    buildGraphWarp(51, 3, 1, { linkId: 50, kind: 'tunnel', extraCost: 3, isHidden: true, length: 200 }),
    buildGraphWarp(60, 2, 302, { linkId: 60, kind: 'nexus_link', length: 0 }),
    buildGraphWarp(61, 302, 2, { linkId: 60, kind: 'nexus_link', length: 0 }),
    buildGraphWarp(70, 4, 301, { linkId: 70 }),
  ],
);

function plot(overrides: Partial<PlotRequest>) {
  return plotCourse(graph, { from: 1, to: 3, objective: 'turns', ship, levelOf: () => 3, ...overrides });
}

function way(overrides: Partial<PlotRequest>): number[] | string {
  const course = plot(overrides);
  return isRefusal(course) ? course.code : course.hops.map(({ to }) => to);
}

describe('buildRegionGraph', () => {
  it('indexes sectors of several regions, with gaps', () => {
    expect(graph.baseId).toBe(1);
    expect(nodeOf(graph, 301)).toBe(300);
    expect([0, 5, 300, 303, 1.5, Number.NaN].map((id) => nodeOf(graph, id))).toEqual([
      -1, -1, -1, -1, -1, -1,
    ]);
    expect(graph.regionIds).toEqual(['terran', 'nexus']);
    expect(terrainOf(graph, 5)).toBeNull();
  });

  it('orders the warps of a sector by target and finds the way back', () => {
    const edges = visibleEdges(graph, 1, new Set([50]));
    expect(edges.map((edge) => warpAt(graph, edge).to)).toEqual([2, 3, 4]);
    const tunnel = edges[1] as number;
    expect(warpAt(graph, tunnel)).toEqual({
      id: 50,
      to: 3,
      kind: 'tunnel',
      length: 200,
      extraCost: 3,
      isHidden: true,
    });
    expect(warpAt(graph, graph.reverse[tunnel] as number)).toMatchObject({ id: 51, to: 1 });
    expect(graph.reverse[visibleEdges(graph, 4)[2] as number]).toBe(-1);
  });

  it('refuses a warp into nowhere', () => {
    expect(() => buildRegionGraph([buildGraphSector(1)], [buildGraphWarp(1, 1, 2)])).toThrow(RangeError);
  });

  it('builds a graph of nothing', () => {
    expect(buildRegionGraph([], []).nodeCount).toBe(0);
  });
});

describe('what a player sees of the warps', () => {
  it('shows a hidden tunnel only after it was revealed, from either end', () => {
    expect(exitsOf(graph, 1)).toEqual([2, 4]);
    expect(exitsOf(graph, 1, new Set([51]))).toEqual([2, 3, 4]);
    expect(exitsOf(graph, 999)).toEqual([]);
  });

  it('gathers the facts of a move', () => {
    const facts = moveFacts(graph, 1, 2);
    expect(facts.target).toMatchObject({ sectorId: 2, type: 'standard', exits: [1, 3, 302] });
    expect(facts.warps).toMatchObject([{ id: 0, kind: 'lane', status: 'active', toll: 0n }]);
    expect(moveFacts(graph, 1, 3).warps).toEqual([]);
    expect(moveFacts(graph, 1, 3, new Set([50])).warps).toHaveLength(1);
    expect(moveFacts(graph, 1, 77).target).toBeNull();
    expect(() => moveFacts(graph, 77, 1)).toThrow(RangeError);
    expect(warpOptions(graph, 2).map(({ to }) => to)).toEqual([1, 3, 302]);
  });
});

describe('plotCourse', () => {
  it('takes the lower sector id among equals', () => {
    expect(way({})).toEqual([2, 3]);
  });

  it('avoids what it is told to, but never the ends', () => {
    expect(way({ avoid: new Set([2]) })).toEqual([4, 3]);
    expect(way({ avoid: new Set([1, 3]) })).toEqual([2, 3]);
    expect(way({ avoid: new Set([2, 4]) })).toBe('no_route');
  });

  it('uses a revealed tunnel where it pays', () => {
    const knownHiddenWarps = new Set([51]);
    expect(way({ knownHiddenWarps, objective: 'hops' })).toEqual([3]);
    expect(plot({ knownHiddenWarps })).toMatchObject({ totalTurns: 6, totalHops: 1 });
  });

  it('crosses regions by link', () => {
    expect(plot({ to: 301 })).toMatchObject({ totalTurns: 6, totalHops: 2, risk: 'high' });
    expect(way({ to: 301, avoid: new Set([4]) })).toEqual([2, 302, 301]);
  });

  it('knows the warps of scanned sectors and the way back of two-way ones', () => {
    const only = (levels: Readonly<Record<number, KnowledgeLevel>>) => (id: number) => levels[id] ?? 0;
    expect(way({ levelOf: only({ 1: 3, 2: 1, 3: 1 }) })).toBe('no_route');
    expect(way({ levelOf: only({ 1: 3, 2: 2, 3: 1 }) })).toEqual([2, 3]);
    expect(way({ levelOf: only({ 1: 3, 2: 1, 3: 2 }) })).toEqual([2, 3]);
    expect(way({ from: 4, to: 301, levelOf: only({ 4: 1, 301: 2 }) })).toBe('no_route');
    expect(way({ levelOf: only({ 1: 3, 2: 2 }) })).toBe('not_found');
    expect(way({ to: 888 })).toBe('not_found');
  });

  it('names the nearest sector it can reach', () => {
    const levelOf = (id: number): KnowledgeLevel => (id <= 2 ? 3 : 1);
    expect(plot({ to: 4, levelOf, avoid: new Set([3]) })).toMatchObject({ totalHops: 1 });
    const island = buildRegionGraph(
      [
        buildGraphSector(1),
        buildGraphSector(2),
        buildGraphSector(3),
        buildGraphSector(9, { regionId: 'far' }),
      ],
      buildLanes([[1, 2]]),
    );
    const request: PlotRequest = { from: 1, to: 3, objective: 'turns', ship, levelOf: () => 3 };
    expect(plotCourse(island, request)).toEqual({ code: 'no_route', details: { nearestKnown: 2 } });
    expect(plotCourse(island, { ...request, to: 9 })).toEqual({
      code: 'no_route',
      details: { nearestKnown: null },
    });
  });

  it('needs no way to where it is', () => {
    expect(plot({ to: 1 })).toEqual({ from: 1, hops: [], totalTurns: 0, totalHops: 0, risk: 'low' });
  });

  it('tells nothing of terrain the player has not seen, except beside him', () => {
    const rocks = buildRegionGraph(
      [1, 2, 3].map((id) => buildGraphSector(id, id === 1 ? {} : { type: 'asteroid_field', hazard: 4 })),
      buildLanes([
        [1, 2],
        [2, 3],
      ]),
    );
    const levelOf = (id: number): KnowledgeLevel => (id === 3 ? 2 : 1);
    const request: PlotRequest = {
      from: 1,
      to: 3,
      objective: 'turns',
      ship,
      levelOf: (id) => (id === 1 ? 3 : levelOf(id)),
    };
    const blind = plotCourse(rocks, request);
    expect(blind).toMatchObject({
      hops: [
        { cost: 3, hazard: null, knownLevel: 1 },
        { cost: 4, hazard: 4 },
      ],
    });
    const beside = plotCourse(rocks, { ...request, here: 1 });
    expect(beside).toMatchObject({ hops: [{ cost: 4, hazard: 4 }, { cost: 4 }] });
  });

  it('flies round hostile forces and danger when it shall be safe', () => {
    expect(way({ objective: 'safe', hostileSectors: new Set([2]) })).toEqual([4, 3]);
    expect(way({ objective: 'turns', hostileSectors: new Set([2]) })).toEqual([2, 3]);
  });

  it('leaves gates out on request', () => {
    const gated = buildRegionGraph(
      [1, 2, 3].map((id) => buildGraphSector(id)),
      [
        ...buildLanes([
          [1, 2],
          [2, 3],
        ]),
        buildGraphWarp(90, 1, 3, { kind: 'gate' }),
      ],
    );
    const request: PlotRequest = { from: 1, to: 3, objective: 'turns', ship, levelOf: () => 3 };
    expect(plotCourse(gated, request)).toMatchObject({ totalTurns: 1 });
    expect(plotCourse(gated, { ...request, useGates: false })).toMatchObject({ totalTurns: 6 });
  });

  it('refuses courses of more than 200 hops', () => {
    const chain = (count: number) =>
      buildRegionGraph(
        Array.from({ length: count + 1 }, (_, index) => buildGraphSector(index + 1)),
        buildLanes(Array.from({ length: count }, (_, index) => [index + 1, index + 2] as const)),
      );
    const request = (to: number): PlotRequest => ({ from: 1, to, objective: 'hops', ship, levelOf: () => 3 });
    expect(plotCourse(chain(200), request(201))).toMatchObject({ totalHops: 200 });
    expect(plotCourse(chain(201), request(202))).toMatchObject({ code: 'no_route' });
  });

  it('counts the hops that turns pay for', () => {
    const course = plot({});
    expect(
      isRefusal(course) ? [] : [0, 2, 3, 5, 6, 99].map((turns) => affordableHops(course, turns)),
    ).toEqual([0, 0, 1, 1, 2, 2]);
  });
});

describe('hopDistances', () => {
  it('counts visible warps only', () => {
    const from1 = hopDistances(graph, 1);
    expect([1, 2, 3, 4, 302, 301].map((id) => from1.hopsTo(id))).toEqual([0, 1, 2, 1, 2, 2]);
    expect(from1.hopsTo(77)).toBe(Number.POSITIVE_INFINITY);
    expect(hopDistances(graph, 77).hopsTo(1)).toBe(Number.POSITIVE_INFINITY);
  });
});
