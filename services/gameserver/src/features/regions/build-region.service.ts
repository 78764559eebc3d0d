import type { Database } from '@sw/db';
import type { RegionPlan } from '@sw/rules';
import { generateRegion } from '@sw/rules';
import { writeWorld } from '../universe/index.ts';
import type { RegionCertificate } from './certificate.service.ts';
import { findLastWarp, insertStep, lockRegion, touchRegistry, writeStatus } from './region.repository.ts';

/** The plan of a region's world: the same certificate gives the same plan on every server. */
export const planOf = (certificate: RegionCertificate): RegionPlan => {
  const [federation, border] = certificate.zones;
  return generateRegion({
    generatorVersion: certificate.generatorVersion,
    seed: certificate.seed,
    regionKind: 'player_owned',
    regionCode: certificate.code,
    sectorCount: certificate.sectorCount,
    ...(federation === undefined || border === undefined
      ? {}
      : { zoneProfile: { federationEnd: federation.endNumber, borderEnd: border.endNumber } }),
  });
};

/**
 * Writes the world of a registered region in one transaction and leaves it `attaching`; false when somebody else did,
 * or the region is no longer being made.
 */
export const storeWorld = (
  db: Database,
  certificate: RegionCertificate,
  plan: RegionPlan,
  { nowMs, newId }: { nowMs: number; newId: () => string },
): Promise<boolean> =>
  db.command(async (tx) => {
    const { sql } = tx;
    const [, regions, warps] = await tx.load(
      touchRegistry(sql),
      lockRegion(sql, certificate.name),
      findLastWarp(sql),
    );
    const [region] = regions;
    if (region?.status !== 'provisioning') {
      await tx.commit();
      return false;
    }
    await tx.commit(
      ...writeWorld(sql, plan, {
        id: region.id,
        firstSectorId: region.firstSectorId,
        firstWarpId: Number(warps[0]?.id ?? 0n) + 1,
        nowMs,
        newId,
      }),
      writeStatus(sql, region.id, 'attaching'),
      insertStep(sql, region.id, nowMs, {
        step: 'generated',
        outcome: 'done',
        detail: `${plan.sectors.length} sectors, ${plan.stations.length} stations, ${plan.planets.length} planets`,
      }),
    );
    return true;
  });
