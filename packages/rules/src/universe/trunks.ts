import { nexusGridPairs } from './cluster-tables.ts';
import type { DraftContext, LongWarp, Skeleton } from './draft.ts';

/** Phase 9: in the Nexus a two-way trunk joins the hubs of clusters that lie side by side; 31 in all. */
export function layTrunks(context: DraftContext, { hubs }: Skeleton): LongWarp[] {
  if (context.input.regionKind !== 'central_nexus') {
    return [];
  }
  return nexusGridPairs().map(([one, other]) => ({
    a: hubs[one]!,
    b: hubs[other]!,
    kind: 'trunk',
    isOneWay: false,
    isHidden: false,
  }));
}
