import type { ReplyOf } from '@sw/contracts';
import type { INTERNAL_ENDPOINTS } from '@sw/contracts/internal';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { findOwner, findRegion, findRegionZones } from './region.repository.ts';

export type RegionCertificate = ReplyOf<(typeof INTERNAL_ENDPOINTS)['getRegionCertificate']>;

/** What the world of a region is made of; the region-manager asks it before it makes anything. */
export const readCertificate = async (deps: Deps, name: string): Promise<RegionCertificate> => {
  const { sql } = deps.db;
  const [region] = await findRegion(sql, name);
  if (region === undefined) throw new AppError('not_found');
  const [zones, owners] = await Promise.all([
    findRegionZones(sql, region.id),
    region.ownerUserId === null ? [] : findOwner(sql, region.ownerUserId),
  ]);
  return {
    id: region.id,
    name: region.name,
    code: region.code,
    title: region.title,
    status: region.status,
    sectorCount: region.sectorCount,
    firstSectorId: region.firstSectorId,
    seed: region.seed,
    generatorVersion: region.generatorVersion,
    map: { x: region.mapX, y: region.mapY, z: region.mapZ },
    zones: [...zones],
    ownerUserId: region.ownerUserId,
    entitled: owners[0]?.isEntitled ?? false,
  };
};
