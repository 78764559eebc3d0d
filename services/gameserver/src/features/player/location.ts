import type { ShipStatus } from '@sw/rules';
import type { Atlas, AtlasSector } from '../universe/index.ts';
import type { ShipRow } from './player-row.ts';

/** The shape `sectorSummary` of the contracts. */
export const presentSectorSummary = (sector: AtlasSector) => ({
  id: sector.id,
  number: sector.number,
  code: sector.code,
  name: sector.name,
  regionName: sector.region.name,
  zone: sector.zone.kind,
  security: sector.zone.security,
});

/** The shape `locationView` of the contracts. */
export const presentLocation = (
  atlas: Atlas,
  ship: Pick<ShipRow, 'sectorId' | 'stationId'> & { readonly status: ShipStatus },
  autopilotUntil: Date | null,
) => {
  const sector = atlas.sector(ship.sectorId);
  if (sector === undefined) throw new Error(`ship in unknown sector ${ship.sectorId}`);
  const station = ship.stationId === null ? undefined : atlas.station(ship.stationId);
  return {
    regionName: sector.region.name,
    regionTitle: sector.region.title,
    sectorId: sector.id,
    sectorNumber: sector.number,
    sectorName: sector.name,
    zone: sector.zone.kind,
    security: sector.zone.security,
    state: ship.status === 'destroyed' || ship.status === 'derelict' ? ('in_space' as const) : ship.status,
    stationId: ship.stationId,
    stationName: station?.name ?? null,
    planetId: null,
    journeyId: null,
    autopilotUntil: autopilotUntil?.toISOString() ?? null,
  };
};
