import { randomUUID } from 'node:crypto';
import type { RegionPlan } from '@sw/rules';
import { generateRegion } from '@sw/rules';
import type { AtlasRows } from '../features/universe/index.ts';

/** Terran Space as the database would answer it; nothing of it touches a database. */
export const terranRows = (seed: string): AtlasRows =>
  rowsOf(
    generateRegion({
      generatorVersion: 1,
      seed,
      regionKind: 'terran_space',
      regionCode: 'TER',
      sectorCount: 300,
    }),
    { name: 'terran-space', firstSectorId: 1 },
  );

/** The rows a plan becomes, ids beginning at `firstSectorId`. */
export const rowsOf = (
  plan: RegionPlan,
  place: { readonly name: string; readonly firstSectorId: number; readonly firstWarpId?: number },
): AtlasRows => {
  const regionId = randomUUID();
  const toId = (number: number): number => place.firstSectorId + number - 1;
  const firstWarpId = place.firstWarpId ?? 1;
  const stations = plan.stations.map((station) => ({ ...station, id: randomUUID() }));
  return {
    regions: [
      {
        id: regionId,
        name: place.name,
        code: plan.regionCode,
        title: place.name,
        kind: plan.regionKind,
        sectorCount: plan.sectorCount,
        firstSectorId: place.firstSectorId,
        status: 'active',
        mapX: 0,
        mapY: 0,
        mapZ: 0,
        gatewaySectorId: plan.gatewayNumber === null ? null : toId(plan.gatewayNumber),
        nexusSectorId: null,
        hasPublicChart: true,
        regionTaxBp: 1000,
        topologyVersion: 1,
        ownerUserId: null,
        isRemote: false,
        linkToll: 0,
        entryPolicy: 'open',
        planHash: 'test',
      },
    ],
    zones: plan.zones.map((zone) => ({ ...zone, regionId })),
    clusters: plan.clusters.map((cluster) => ({ ...cluster, regionId })),
    sectors: plan.sectors.map((sector) => ({
      ...sector,
      id: toId(sector.number),
      regionId,
      protected: sector.isProtected,
    })),
    warps: plan.warps.map((warp, index) => ({
      id: BigInt(firstWarpId + index),
      linkId: BigInt(firstWarpId + warp.linkIndex),
      fromSectorId: toId(warp.from),
      toSectorId: toId(warp.to),
      kind: warp.kind,
      length: warp.length,
      extraCost: warp.extraCost,
      hidden: warp.isHidden,
    })),
    stations: stations.map((station) => ({
      ...station,
      sectorId: toId(station.sectorNumber),
      services: [...station.services],
    })),
    directions: stations.flatMap((station) =>
      station.market.map(({ commodity, direction }) => ({ stationId: station.id, commodity, direction })),
    ),
    planets: plan.planets.map((planet) => ({
      ...planet,
      id: randomUUID(),
      sectorId: toId(planet.sectorNumber),
    })),
    formations: plan.formations.map((formation) => ({
      ...formation,
      id: randomUUID(),
      regionId,
      memberNumbers: [...formation.memberNumbers],
    })),
  };
};
