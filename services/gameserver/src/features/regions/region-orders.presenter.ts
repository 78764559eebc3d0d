import type { ReplyOf } from '@sw/contracts';
import type { INTERNAL_ENDPOINTS } from '@sw/contracts/internal';
import type { Atlas } from '../universe/index.ts';
import type { GovernanceRow, RegionZoneRow, RegistryRow } from './region.repository.ts';

export type RegionOrders = ReplyOf<(typeof INTERNAL_ENDPOINTS)['postRegionCounters']>;
type NexusLink = NonNullable<RegionOrders['link']>;

/** The link of a region as its server must know it; null while it has none. */
export const presentLink = (atlas: Atlas, region: RegistryRow): NexusLink | null => {
  const end = region.nexusSectorId === null ? undefined : atlas.sector(region.nexusSectorId);
  const isLinked = ['active', 'suspended', 'grace'].includes(region.status);
  if (end === undefined || region.gatewaySectorId === null || !isLinked) return null;
  const { region: nexus, cluster, zone } = end;
  return {
    gatewaySectorNumber: region.gatewaySectorId - region.firstSectorId + 1,
    nexus: {
      id: nexus.id,
      name: nexus.name,
      code: nexus.code,
      title: nexus.title,
      sectorCount: nexus.sectorCount,
      firstSectorId: nexus.firstSectorId,
      map: { x: nexus.mapX, y: nexus.mapY, z: nexus.mapZ },
      zone: {
        kind: zone.kind,
        name: zone.name,
        startNumber: zone.startNumber,
        endNumber: zone.endNumber,
        policing: zone.policing,
        danger: zone.danger,
      },
      cluster: {
        index: cluster.index,
        name: cluster.name,
        hubNumber: cluster.hubNumber,
        x: cluster.centerX,
        y: cluster.centerY,
        z: cluster.centerZ,
      },
    },
    sector: { number: end.number, name: end.name, x: end.x, y: end.y, z: end.z },
  };
};

/** Everything the server of a region has to apply to itself. */
export const presentOrders = (
  atlas: Atlas,
  region: RegistryRow,
  zones: readonly RegionZoneRow[],
  governance: GovernanceRow,
): RegionOrders => ({
  status: region.status,
  title: region.title,
  ownerUserId: region.ownerUserId,
  suspendedAt: region.suspendedAt?.toISOString() ?? null,
  link: presentLink(atlas, region),
  zones: [...zones],
  governance: {
    governanceType: governance.governanceType,
    regionTaxBp: region.regionTaxBp,
    linkToll: BigInt(governance.linkToll),
    entryPolicy: governance.entryPolicy,
    motto: governance.motto,
    description: governance.description,
    greeting: governance.greeting,
    palette: governance.palette === null ? null : [...governance.palette],
    banner: governance.banner,
  },
});
