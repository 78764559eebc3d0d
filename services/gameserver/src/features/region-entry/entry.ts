import type { Ingress } from '@sw/rules';
import { entryToll, ingressOf } from '@sw/rules';
import type { Atlas, AtlasRegion } from '../universe/index.ts';
import type { EntryRow } from './entry.repository.ts';

/** Whether somebody may pass a link, and what it costs him. */
export interface Entry {
  readonly ingress: Ingress;
  readonly toll: bigint;
}

/** Terran Space and the Nexus are open to everybody, and so is every way within a region. */
const FREE: Entry = { ingress: 'open', toll: 0n };

/** Whoever is in a region of these may leave it and come back. */
const ALIVE: ReadonlySet<string> = new Set(['active', 'suspended', 'grace']);

/** The region whose gateway a sector is: arriving there may be entering it. Null for every other sector. */
export const gatedRegion = (atlas: Atlas, sectorId: number): AtlasRegion | null => {
  const sector = atlas.sector(sectorId);
  if (sector === undefined || sector.region.kind !== 'player_owned') return null;
  return sector.region.gatewaySectorId === sectorId ? sector.region : null;
};

/** How a region receives somebody. */
export const entryOf = (row: EntryRow | undefined, userId: string): Entry => {
  if (row === undefined) return FREE;
  const isOwner = row.ownerUserId === userId;
  // Who has a stake there the other server knows: it decides itself before anything leaves.
  if (row.isRemote && ALIVE.has(row.status)) {
    return { ingress: 'open', toll: entryToll(row.linkToll, isOwner) };
  }
  return {
    ingress: ingressOf({ ...row, isOwner, isOutOfReach: row.isRemote }),
    toll: entryToll(row.linkToll, isOwner),
  };
};

/** What a hop costs as the galaxy in memory knows it: for plans, which promise nothing. */
export const plannedToll = (
  atlas: Atlas,
  fromSectorId: number,
  toSectorId: number,
  userId: string,
): bigint => {
  const region = gatedRegion(atlas, toSectorId);
  if (region === null || atlas.sector(fromSectorId)?.region === region) return 0n;
  return entryToll(region.linkToll, region.ownerUserId === userId);
};
