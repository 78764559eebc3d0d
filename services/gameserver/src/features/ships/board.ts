import type { CargoHold } from '@sw/rules';
import { loadCargo, totalCostOf } from '@sw/rules';
import type { FleetChange } from './fleet-moment.ts';
import type { FleetRow } from './fleet-row.ts';
import type { FleetEntry } from './fleet-state.ts';
import { GONE } from './new-ship.ts';

/**
 * What becomes of the ship a pilot leaves for another: a pod is discarded and its load goes along, a loaner goes back to
 * its dealer, any other stays where it is.
 */
export const leaveFor = (
  from: FleetEntry,
  to: { readonly row: FleetRow; readonly hold: CargoHold },
): Pick<FleetChange, 'changed' | 'discardedPodId' | 'holds' | 'registry'> => {
  if (from.row.type === 'escape_pod') {
    const hold = from.hold.items.reduce(
      (loaded, item) => loadCargo(loaded, item.kind, item.quantity, totalCostOf(item)),
      to.hold,
    );
    return {
      discardedPodId: from.row.id,
      ...(from.hold.items.length === 0 ? {} : { holds: new Map([[to.row.id, hold]]) }),
    };
  }
  if (!from.row.isLoaner) return { changed: [from.row] };
  return {
    changed: [{ ...from.row, ...GONE }],
    registry: [
      { shipId: from.row.id, kind: 'scrapped', credits: 0n, stationId: from.row.stationId, name: null },
    ],
  };
};
