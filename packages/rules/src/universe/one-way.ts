import { ONE_WAY_PERCENT } from './constants.ts';
import type { DraftContext, Skeleton } from './draft.ts';
import type { Lane, LaneNetwork } from './lane-network.ts';
import type { ZoneKind } from './types.ts';

/** Phase 7: some extra lanes without an end in Federation become one-way, in a random direction. */
export function turnOneWay(context: DraftContext, skeleton: Skeleton, network: LaneNetwork): LaneNetwork {
  const stream = context.stream('one_way');
  return network.mapped((lane) => {
    const percent = lane.role === 'extra' ? chancePercent(skeleton.zoneOf, lane) : 0;
    if (percent === 0 || stream.roll(100) >= percent) {
      return lane;
    }
    const isTurned = stream.roll(2) === 1;
    return { ...lane, isOneWay: true, a: isTurned ? lane.b : lane.a, b: isTurned ? lane.a : lane.b };
  });
}

/** The chance of the less policed zone; none with an end in Federation. */
function chancePercent(zoneOf: readonly ZoneKind[], { a, b }: Lane): number {
  const chances = [ONE_WAY_PERCENT[zoneOf[a]!], ONE_WAY_PERCENT[zoneOf[b]!]];
  return chances.includes(0) ? 0 : Math.max(...chances);
}
