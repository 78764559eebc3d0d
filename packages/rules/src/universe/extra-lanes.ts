import { roundedShare } from './apportion.ts';
import { LANES } from './constants.ts';
import type { DraftContext } from './draft.ts';
import { shuffled } from './draw.ts';
import type { Candidate } from './lane-candidates.ts';
import type { LaneNetwork } from './lane-network.ts';

/**
 * The last part of phase 4: short extra lanes in shuffled order up to 1.75 (Nexus 1.5) lanes per sector. A first
 * pass gives about half of the candidates at a leaf, which keeps dead ends rare without removing them.
 */
export function layExtraLanes(
  context: DraftContext,
  candidates: readonly Candidate[],
  network: LaneNetwork,
): void {
  const { sectorCount, regionKind } = context.input;
  const stream = context.stream('extra_lanes');
  const per = regionKind === 'central_nexus' ? LANES.nexusPerHundredSectors : LANES.perHundredSectors;
  const target = roundedShare(per * sectorCount, 100);
  const limit = LANES.extraLength * LANES.extraLength;
  const short = candidates.filter(({ lengthSquared }) => lengthSquared <= limit);
  const order = shuffled(stream, short);

  const lay = ({ a, b }: Candidate) => {
    const hasRoom = network.degree[a]! < LANES.maxDegree && network.degree[b]! < LANES.maxDegree;
    if (network.lanes.length < target && hasRoom && !network.has(a, b)) {
      network.add(a, b, 'extra');
    }
  };
  for (const pair of order) {
    const touchesLeaf = network.degree[pair.a] === 1 || network.degree[pair.b] === 1;
    if (touchesLeaf && stream.roll(100) < LANES.leafChancePercent) {
      lay(pair);
    }
  }
  for (const pair of order) {
    lay(pair);
  }
}
