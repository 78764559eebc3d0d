import type { EndpointDeclaration } from '@sw/contracts';
import type { AnyStatement } from '@sw/db';
import { towEnd } from '@sw/rules';
import type { Command } from '../../http/command.ts';
import type { OutboxEvent } from '../../realtime/outbox.ts';
import { event, playerChannel, sectorChannel } from '../../realtime/outbox.ts';
import type { ShipRow } from '../player/index.ts';
import type { Atlas } from '../universe/index.ts';
import { nearestStation } from '../universe/index.ts';
import { loadTowed } from './carry.ts';
import type { TowedPlace } from './towing.repository.ts';
import { clearTow, writeTowed } from './towing.repository.ts';

/** Where a ship is once the line is off it, and how that is told. */
export interface Released {
  readonly place: TowedPlace;
  readonly state: 'moored' | 'adrift';
}

/** Lets a ship go where it is: at its berth it stays, in space it drifts, a bound one is brought to the nearest station. */
export const releasedFrom = (
  atlas: Atlas,
  ship: Pick<ShipRow, 'sectorId' | 'regionId' | 'stationId' | 'dockedAt' | 'isBound'> & {
    readonly status: string;
  },
  nowMs: number,
): Released => {
  const { sectorId, regionId, stationId, dockedAt } = ship;
  const here = { sectorId, regionId, stationId, dockedAt, derelictAt: null };
  const end = towEnd(ship.status === 'docked', ship.isBound);
  if (end === 'berth') return { place: { ...here, status: 'docked' }, state: 'moored' };
  const near = end === 'station' ? nearestStation(atlas, sectorId, () => true) : null;
  if (near === null) {
    return { place: { ...here, status: 'derelict', derelictAt: new Date(nowMs) }, state: 'adrift' };
  }
  return {
    place: {
      sectorId: near.sector.id,
      regionId: near.sector.region.id,
      status: 'docked',
      stationId: near.station.id,
      dockedAt: new Date(nowMs),
      derelictAt: null,
    },
    state: 'moored',
  };
};

/** Ends the tow of a ship that leaves by other means than a warp; nothing where it tows nothing. */
export const dropTow = async (
  command: Pick<Command<EndpointDeclaration>, 'load' | 'sql'>,
  atlas: Atlas,
  tug: Pick<ShipRow, 'id' | 'ownerId' | 'sectorId' | 'towShipId'>,
  nowMs: number,
): Promise<{ readonly writes: AnyStatement[]; readonly events: OutboxEvent[] }> => {
  const towed = await loadTowed(command, atlas, tug, nowMs);
  if (towed === null) return { writes: [], events: [] };
  const { place, state } = releasedFrom(atlas, towed, nowMs);
  return {
    writes: [clearTow(command.sql, tug.id), writeTowed(command.sql, towed, place)],
    events: [
      event(playerChannel(tug.ownerId), 'tow.changed', { shipId: towed.id, name: towed.name, state }),
      ...(state === 'adrift' ? [derelictsSeen(tug.sectorId)] : []),
    ],
  };
};

/** Tells a sector that what drifts in it is not what it was. */
export const derelictsSeen = (sectorId: number): OutboxEvent =>
  event(sectorChannel(sectorId), 'sector.updated', { sectorId, parts: ['derelicts'] });
