import type { DraftContext, Topology } from './draft.ts';
import { isMain } from './draft.ts';
import type { Adjacency } from './graph.ts';
import { bridgesFrom } from './graph-bridges.ts';
import { twoWayAdjacency, undirectedAdjacency } from './lane-adjacency.ts';
import { drawFormationName, newNameBook } from './names.ts';
import type { FormationKind, FormationPlan } from './types.ts';

const CORRIDOR_MIN = 4;
const CROSSROADS_DEGREE = 6;
const BUBBLE_MIN = 3;
const BUBBLE_MAX = 25;

/** A landmark without a name, in sector indices. */
interface Formation {
  readonly kind: FormationKind;
  readonly anchor: number;
  readonly members: readonly number[];
}

/**
 * Phase 14: the landmarks of the finished map (rule book, world 4.6), detected, never stamped; ordered by kind and
 * anchor.
 */
export function findFormations(context: DraftContext, topology: Topology): FormationPlan[] {
  const stream = context.stream('formation_names');
  const book = newNameBook();
  const bubbles = findBubbles(topology);
  const formations = [
    ...findDeadEnds(topology),
    ...findCorridors(topology),
    ...findCrossroads(topology),
    ...bubbles,
    ...findBackdoors(topology, bubbles),
    ...topology.pockets.map((members): Formation => ({ kind: 'pocket', anchor: members[0]!, members })),
  ];
  return formations.map(({ kind, anchor, members }) => ({
    kind,
    name: book.claim(() => drawFormationName(stream, kind)),
    anchorNumber: anchor + 1,
    memberNumbers: [...members].sort((left, right) => left - right).map((member) => member + 1),
  }));
}

/** Sectors whose only way out is one lane. */
function findDeadEnds(topology: Topology): Formation[] {
  const lanesOut = new Uint8Array(topology.sectorCount);
  const othersOut = new Uint8Array(topology.sectorCount);
  for (const { a, b, isOneWay } of topology.lanes.lanes) {
    lanesOut[a]!++;
    lanesOut[b]! += isOneWay ? 0 : 1;
  }
  for (const { a, b, isOneWay } of topology.longWarps) {
    othersOut[a]!++;
    othersOut[b]! += isOneWay ? 0 : 1;
  }
  return [...topology.zoneOf.keys()]
    .filter((sector) => lanesOut[sector] === 1 && othersOut[sector] === 0)
    .map((sector) => ({ kind: 'dead_end', anchor: sector, members: [sector] }));
}

/** Maximal chains of at least 4 sectors that have two lanes each. */
function findCorridors(topology: Topology): Formation[] {
  const { degree } = topology.lanes;
  const neighbours = undirectedAdjacency(topology.lanes);
  const seen = new Set<number>();
  const corridors: Formation[] = [];
  for (const start of topology.zoneOf.keys()) {
    if (degree[start] === 2 && !seen.has(start)) {
      const members = chainThrough(neighbours, degree, start);
      for (const member of members) {
        seen.add(member);
      }
      if (members.length >= CORRIDOR_MIN) {
        corridors.push({ kind: 'corridor', anchor: start, members });
      }
    }
  }
  return corridors;
}

function chainThrough(neighbours: Adjacency, degree: Uint8Array, start: number): number[] {
  const members = new Set([start]);
  const queue = [start];
  // The queue grows while it is walked.
  for (const member of queue) {
    for (const next of neighbours[member]!) {
      if (degree[next] === 2 && !members.has(next)) {
        members.add(next);
        queue.push(next);
      }
    }
  }
  return queue;
}

function findCrossroads(topology: Topology): Formation[] {
  return [...topology.zoneOf.keys()]
    .filter((sector) => topology.lanes.degree[sector]! >= CROSSROADS_DEGREE)
    .map((sector) => ({ kind: 'crossroads', anchor: sector, members: [sector] }));
}

/**
 * Parts of the main network outside Federation that hang on one two-way lane; of nested ones only the largest that
 * is still a bubble. The anchor is the sector behind the lane.
 */
function findBubbles(topology: Topology): Formation[] {
  const claimed = new Set<number>();
  const bubbles: Formation[] = [];
  for (const { inner, farSide } of bridgesFrom(twoWayAdjacency(topology.lanes), 0)) {
    // Outer bridges are discovered before the bridges behind them, so the first fit is the largest.
    const isFit =
      farSide.length >= BUBBLE_MIN &&
      farSide.length <= BUBBLE_MAX &&
      farSide.every((sector) => topology.zoneOf[sector] !== 'federation' && isMain(topology, sector));
    if (isFit && !claimed.has(inner)) {
      bubbles.push({ kind: 'bubble', anchor: inner, members: farSide });
      for (const sector of farSide) {
        claimed.add(sector);
      }
    }
  }
  return bubbles.sort((left, right) => left.anchor - right.anchor);
}

/** One-way warps from outside into a bubble; the anchor is the sector they enter. */
function findBackdoors({ lanes, longWarps }: Topology, bubbles: readonly Formation[]): Formation[] {
  const bubbleOf = new Map(
    bubbles.flatMap(({ anchor, members }) => members.map((member): [number, number] => [member, anchor])),
  );
  return [...lanes.lanes, ...longWarps]
    .filter(({ a, b, isOneWay }) => isOneWay && bubbleOf.has(b) && bubbleOf.get(a) !== bubbleOf.get(b))
    .map(({ a, b }): Formation => ({ kind: 'backdoor', anchor: b, members: [a, b] }))
    .sort((left, right) => left.anchor - right.anchor || left.members[0]! - right.members[0]!);
}
