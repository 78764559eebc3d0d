import type { RandomStream } from '../random/index.ts';
import { roundedShare } from './apportion.ts';
import { CLUSTER_BIAS } from './cluster-tables.ts';
import { TUNNELS } from './constants.ts';
import type { DraftContext, LongWarp, Skeleton } from './draft.ts';
import { isMain } from './draft.ts';
import { shuffled, weightedOrder } from './draw.ts';
import { isFar } from './pocket-exits.ts';

interface TunnelEnds {
  readonly a: number;
  readonly b: number;
}

/**
 * Phase 10: long warps between main sectors that are neither capital nor hub and have no tunnel yet. 15 % are
 * one-way, 30 % hidden; a tunnel that touches Federation is never hidden.
 */
export function digTunnels(
  context: DraftContext,
  skeleton: Skeleton,
  entrances: readonly LongWarp[],
): LongWarp[] {
  const stream = context.stream('tunnels');
  const pairs = pairUp(stream, skeleton, tunnelCount(context), new Set(entrances.map(({ a }) => a)));
  const oneWay = new Set(
    shuffled(stream, [...pairs.keys()]).slice(0, roundedShare(TUNNELS.oneWayPercent * pairs.length, 100)),
  );
  const hidden = new Set(
    weightedOrder(stream, [...pairs.keys()], (index) => hiddenWeight(skeleton, pairs[index]!)).slice(
      0,
      roundedShare(TUNNELS.hiddenPercent * pairs.length, 100),
    ),
  );
  return pairs.map(({ a, b }, index) => ({
    a,
    b,
    kind: 'tunnel',
    isOneWay: oneWay.has(index),
    isHidden: hidden.has(index),
  }));
}

/** Natural tunnels of a region, pocket entrances not counted. */
export function tunnelCount({ input }: Pick<DraftContext, 'input'>): number {
  return input.regionKind === 'central_nexus'
    ? TUNNELS.nexusCount
    : roundedShare(TUNNELS.perHundredSectors * input.sectorCount, 100);
}

/** Walks a shuffled list of sectors: each takes the next later sector that is far enough away. */
function pairUp(
  stream: RandomStream,
  skeleton: Skeleton,
  count: number,
  taken: ReadonlySet<number>,
): TunnelEnds[] {
  const waiting = shuffled(
    stream,
    [...skeleton.zoneOf.keys()].filter(
      (sector) => isMain(skeleton, sector) && !skeleton.hubs.includes(sector) && !taken.has(sector),
    ),
  );
  const pairs: TunnelEnds[] = [];
  while (pairs.length < count && waiting.length > 0) {
    const a = waiting.shift()!;
    const partner = waiting.findIndex((b) => isFar(skeleton, a, b));
    if (partner !== -1) {
      const [b] = waiting.splice(partner, 1);
      pairs.push({ a, b: b! });
    }
  }
  return pairs;
}

function hiddenWeight({ zoneOf, clusters, clusterOf }: Skeleton, { a, b }: TunnelEnds): number {
  if (zoneOf[a] === 'federation' || zoneOf[b] === 'federation') {
    return 0;
  }
  const weights = [a, b].map((end) => CLUSTER_BIAS[clusters[clusterOf[end]!]!.type].hiddenTunnels);
  return Math.max(...weights);
}
