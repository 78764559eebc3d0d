import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import type { Caller } from '../../http/caller.ts';
import { hubAddress, regionAddress } from './region-address.ts';
import { findWhereabouts } from './whereabouts.repository.ts';

/**
 * The context of a path below `/regions/{regionName}` (rule book, platform 1): the region must be known here, and a
 * player must be in it, else `wrong_region` with the address where he goes on. A regional server is its region.
 */
export const enterRegion = async (deps: Deps, regionName: string, caller: Caller): Promise<void> => {
  const { regional } = deps.config;
  if (regional !== null) {
    if (regional.regionName !== regionName) throw new AppError('not_found');
    return;
  }
  if (deps.atlas().regionByName(regionName) === undefined) throw new AppError('not_found');
  if (caller.kind !== 'player') return;
  const [row] = await findWhereabouts(deps.db.sql, caller.playerId);
  if (row === undefined || row.regionName === regionName) return;
  const place =
    row.remoteName === null
      ? hubAddress(row.regionName ?? '')
      : regionAddress(deps.config, { name: row.remoteName, endpoint: row.remoteEndpoint });
  throw new AppError('wrong_region', { ...place });
};
