import { holdsTow } from '@sw/rules';
import type { OutboxEvent } from '../../realtime/outbox.ts';
import { event, playerChannel } from '../../realtime/outbox.ts';
import { NO_TOW } from '../player/index.ts';
import { derelictsSeen, releasedFrom } from '../towing/index.ts';
import type { Atlas } from '../universe/index.ts';
import type { FleetRow } from './fleet-row.ts';
import type { FleetEntry, FleetState } from './fleet-state.ts';

/** What ends with a tow. */
export interface EndedTow {
  readonly rows: readonly FleetRow[];
  readonly events: readonly OutboxEvent[];
}

/**
 * Ends the tow of a player whose command left its two ships apart, whatever the command was: abandoned, blown up, sold,
 * boarded another, took the beam out, cast off. At most one of his ships towed, the one he flew.
 */
export const endBrokenTow = (
  atlas: Atlas,
  { active, player, nowMs }: FleetState,
  after: ReadonlyMap<string, FleetEntry>,
): EndedTow => {
  const towedId = active.row.towShipId;
  const tug = after.get(active.row.id);
  const towed = towedId === null ? undefined : after.get(towedId);
  if (towedId === null || tug === undefined || towed === undefined) return { rows: [], events: [] };
  if (holdsTow(tug.ship, towed.ship)) return { rows: [], events: [] };
  const freed: FleetRow = { ...tug.row, ...NO_TOW };
  const { row } = towed;
  if (row.status !== 'in_space' && row.status !== 'docked') return { rows: [freed], events: [] };
  const { place, state } = releasedFrom(atlas, row, nowMs);
  return {
    rows: [freed, { ...row, ...place }],
    events: [
      event(playerChannel(player.id), 'tow.changed', { shipId: row.id, name: row.name, state }),
      ...(state === 'adrift' ? [derelictsSeen(row.sectorId)] : []),
    ],
  };
};
