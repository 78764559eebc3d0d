import type { ReplyOf } from '@sw/contracts';
import type { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import type { AdminRegionRow } from './admin-regions.repository.ts';

type AdminRegion = ReplyOf<(typeof ADMIN_ENDPOINTS)['listRegions']>['items'][number];

const moment = (at: Date | null): string | null => at?.toISOString() ?? null;

/** A region as the table of the console shows it. */
export const presentAdminRegion = (row: AdminRegionRow): AdminRegion => ({
  id: row.id,
  name: row.name,
  code: row.code,
  title: row.title,
  kind: row.kind,
  status: row.status,
  owner: row.ownerUserId === null ? null : { userId: row.ownerUserId, username: row.ownerName },
  sectorCount: row.sectorCount,
  isManaged: row.isManaged,
  onlinePlayers: row.onlinePlayers,
  activePlayers: row.activePlayers,
  version: row.instanceVersion,
  reportedAt: moment(row.countedAt),
  createdAt: row.createdAt.toISOString(),
  suspendedAt: moment(row.suspendedAt),
  terminatedAt: moment(row.terminatedAt),
});
