import { LANES, TUNNELS } from './constants.ts';
import type { DraftContext, LongWarp, Skeleton } from './draft.ts';
import { isMain } from './draft.ts';
import { pickOne, shuffled } from './draw.ts';
import { byLength, candidateOf } from './lane-candidates.ts';
import type { LaneNetwork } from './lane-network.ts';
import { distanceSquared } from './spatial-grid.ts';

/**
 * Phase 8: each pocket gets one visible one-way lane out, to the nearest main sector of its cluster (never one of
 * Federation, where no one-way lane may end), and half of the pockets one hidden one-way tunnel in.
 */
export function openPockets(context: DraftContext, skeleton: Skeleton, network: LaneNetwork): LongWarp[] {
  const stream = context.stream('pocket_exits');
  for (const members of skeleton.pockets) {
    layExit(skeleton, network, members);
  }
  const order = shuffled(stream, [...skeleton.pockets.keys()]);
  const withEntrance = order
    .slice(0, Math.ceil(skeleton.pockets.length / 2))
    .sort((left, right) => left - right);

  const entrances: LongWarp[] = [];
  for (const pocket of withEntrance) {
    const inside = pickOne(stream, skeleton.pockets[pocket]!);
    const outside = shuffled(stream, tunnelEnds(skeleton)).find(
      (sector) => !entrances.some(({ a }) => a === sector) && isFar(skeleton, sector, inside),
    );
    if (outside !== undefined) {
      entrances.push({ a: outside, b: inside, kind: 'tunnel', isOneWay: true, isHidden: true });
    }
  }
  return entrances;
}

/** Main sectors outside Federation that are no hubs: where a hidden tunnel may start. */
function tunnelEnds(skeleton: Skeleton): number[] {
  return [...skeleton.zoneOf.keys()].filter(
    (sector) =>
      isMain(skeleton, sector) && skeleton.zoneOf[sector] !== 'federation' && !skeleton.hubs.includes(sector),
  );
}

/** Whether the two sectors are far enough apart for a tunnel. */
export function isFar(skeleton: Skeleton, one: number, other: number): boolean {
  return distanceSquared(skeleton.points, one, other) >= TUNNELS.minLength * TUNNELS.minLength;
}

function layExit(skeleton: Skeleton, network: LaneNetwork, members: readonly number[]): void {
  const open = [...skeleton.zoneOf.keys()].filter(
    (sector) =>
      isMain(skeleton, sector) &&
      skeleton.zoneOf[sector] !== 'federation' &&
      network.degree[sector]! < LANES.maxDegree,
  );
  const cluster = skeleton.clusterOf[members[0]!];
  const nearby = open.filter((sector) => skeleton.clusterOf[sector] === cluster);
  const [exit] = members
    .filter((member) => network.degree[member]! < LANES.maxDegree)
    .flatMap((member) =>
      (nearby.length > 0 ? nearby : open).map((main) => candidateOf(skeleton, member, main)),
    )
    .sort(byLength);
  if (exit) {
    const [from, to] = isMain(skeleton, exit.a) ? [exit.b, exit.a] : [exit.a, exit.b];
    network.add(from, to, 'pocket_exit', true);
  }
}
