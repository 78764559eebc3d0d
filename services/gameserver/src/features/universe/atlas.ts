import type { MarketDirection } from '@sw/rules';
import { buildRegionGraph, securityOf } from '@sw/rules';
import type { AtlasRows } from './atlas.repository.ts';
import type {
  Atlas,
  AtlasFormation,
  AtlasPlanet,
  AtlasRegion,
  AtlasSector,
  AtlasStation,
  AtlasWarp,
} from './atlas-types.ts';

const BULK = ['ore', 'organics', 'equipment', 'fuel'] as const;
const LETTER: Readonly<Record<MarketDirection, string>> = { buys: 'B', sells: 'S', both: 'X' };

/** Puts the rows of the static galaxy together as arrays and indexes in memory. */
export const buildAtlas = (rows: AtlasRows, version = 0n): Atlas => {
  const zonesOf = Map.groupBy(rows.zones, (zone) => zone.regionId);
  const clustersOf = Map.groupBy(rows.clusters, (cluster) => cluster.regionId);
  const regions: AtlasRegion[] = rows.regions.map((row) => ({
    ...row,
    zones: (zonesOf.get(row.id) ?? []).map((zone) => ({ ...zone, security: securityOf(zone.policing) })),
    clusters: clustersOf.get(row.id) ?? [],
  }));

  const regionById = new Map(regions.map((region) => [region.id, region]));
  // Regions that are being made, and the remains of closed ones, are no part of the galaxy.
  const isOfGalaxy = new Set(
    rows.sectors.flatMap(({ id, regionId }) => (regionById.has(regionId) ? [id] : [])),
  );

  const directions = new Map(
    rows.directions.map((row) => [`${row.stationId} ${row.commodity}`, row.direction]),
  );
  const stations: AtlasStation[] = rows.stations
    .filter(({ sectorId }) => isOfGalaxy.has(sectorId))
    .map((row) => ({
      ...row,
      tradeCode: BULK.map((commodity) => {
        const direction = directions.get(`${row.id} ${commodity}`);
        return direction === undefined ? '-' : LETTER[direction];
      }).join(''),
    }));
  const stationsIn = Map.groupBy(stations, (station) => station.sectorId);
  const planets: readonly AtlasPlanet[] = rows.planets.filter(({ sectorId }) => isOfGalaxy.has(sectorId));
  const planetsIn = Map.groupBy(planets, (planet) => planet.sectorId);

  const linkSizes = new Map<bigint, number>();
  const warpRows = rows.warps.filter(
    ({ fromSectorId, toSectorId }) => isOfGalaxy.has(fromSectorId) && isOfGalaxy.has(toSectorId),
  );
  for (const { linkId } of warpRows) linkSizes.set(linkId, (linkSizes.get(linkId) ?? 0) + 1);
  const warps: AtlasWarp[] = warpRows.map((row) => ({
    id: Number(row.id),
    linkId: Number(row.linkId),
    from: row.fromSectorId,
    to: row.toSectorId,
    kind: row.kind,
    length: row.length,
    extraCost: row.extraCost,
    isHidden: row.hidden,
    isOneWay: linkSizes.get(row.linkId) === 1,
  }));
  const warpsFrom = Map.groupBy(warps, (warp) => warp.from);
  const warpsTo = Map.groupBy(warps, (warp) => warp.to);

  const formationsIn = new Map<string, AtlasFormation[]>();
  for (const formation of rows.formations) {
    for (const number of formation.memberNumbers) {
      const place = `${formation.regionId} ${number}`;
      formationsIn.set(place, [...(formationsIn.get(place) ?? []), formation]);
    }
  }

  const sectors = new Map<number, AtlasSector>();
  for (const row of rows.sectors) {
    const region = regionById.get(row.regionId);
    const zone = region?.zones.find((candidate) => candidate.kind === row.zone);
    const cluster = region?.clusters[row.clusterIndex];
    if (region === undefined || zone === undefined || cluster === undefined) continue;
    sectors.set(row.id, {
      ...row,
      code: `${region.code}-${row.number}`,
      region,
      zone,
      cluster,
      isProtected: row.protected,
      stations: stationsIn.get(row.id) ?? [],
      planets: planetsIn.get(row.id) ?? [],
      warps: warpsFrom.get(row.id) ?? [],
      formations: formationsIn.get(`${region.id} ${row.number}`) ?? [],
    });
  }

  // A regional server has neither: its own region is where everybody begins who is nowhere.
  const terran =
    regions.find((region) => region.kind === 'terran_space') ?? regions.find((region) => !region.isRemote);
  if (terran === undefined) throw new Error('the galaxy has no Terran Space');
  const sectorsOf = Map.groupBy(sectors.values(), (sector) => sector.region.id);
  const regionByName = new Map(regions.map((region) => [region.name, region]));
  const stationById = new Map(stations.map((station) => [station.id, station]));
  const planetById = new Map(planets.map((planet) => [planet.id, planet]));
  const warpById = new Map(warps.map((warp) => [warp.id, warp]));

  return {
    version,
    regions,
    terran,
    graph: buildRegionGraph(
      [...sectors.values()].map((sector) => ({
        id: sector.id,
        regionId: sector.region.id,
        zone: sector.zone.kind,
        type: sector.type,
        hazard: sector.hazard,
        nebulaDensity: sector.nebulaDensity,
        danger: sector.zone.danger,
        // Regions lie apart: the offset keeps distances between them meaningful.
        x: sector.region.mapX + sector.x,
        y: sector.region.mapY + sector.y,
        z: sector.region.mapZ + sector.z,
      })),
      warps,
    ),
    regionByName: (name) => regionByName.get(name),
    regionById: (id) => regionById.get(id),
    sector: (id) => sectors.get(id),
    sectorsOf: (region) => sectorsOf.get(region.id) ?? [],
    station: (id) => stationById.get(id),
    stations: () => stationById.values(),
    planet: (id) => planetById.get(id),
    warp: (id) => warpById.get(id),
    warpsInto: (sectorId) => warpsTo.get(sectorId) ?? [],
    rename: (sectorId, name) => {
      const sector = sectors.get(sectorId);
      if (sector !== undefined) sector.name = name;
    },
  };
};
