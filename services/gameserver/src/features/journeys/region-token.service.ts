import { isWorldScope } from '@sw/contracts';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import type { AdminCaller, PlayerCaller } from '../../http/caller.ts';
import { mintRegionToken } from '../../http/region-token.ts';
import type { RegionAddress } from './region-address.ts';
import { hubAddress, regionAddress } from './region-address.ts';
import { findRemoteRegion, findWhereabouts } from './whereabouts.repository.ts';

export interface RegionToken {
  readonly accessToken: string;
  readonly expiresIn: number;
  readonly place: RegionAddress;
}

interface TokenVersionRow {
  readonly tokenVersion: number;
}

const momentOf = (deps: Deps, nowMs: number) => ({
  tokenId: deps.newId(),
  nowMs,
  ttlS: deps.config.accessTokenTtlS,
});

const tokenVersionOf = async (deps: Deps, userId: string): Promise<number> => {
  const [row] = await deps.db.sql<TokenVersionRow[]>`SELECT token_version FROM users WHERE id = ${userId}`;
  if (row === undefined) throw new AppError('session_revoked');
  return row.tokenVersion;
};

/**
 * A token for the region that holds the player (rule book, platform 3.2); it carries his epoch, so that it is worth
 * nothing after he has left.
 *
 * Refuses `wrong_region` with his address when it is another one, `in_transit` while nobody holds him.
 */
export const issueRegionToken = async (
  deps: Deps,
  caller: PlayerCaller,
  regionName: string,
  nowMs: number,
): Promise<RegionToken> => {
  const [row] = await findWhereabouts(deps.db.sql, caller.playerId);
  if (row === undefined || row.holding === 'here') {
    throw new AppError('wrong_region', { ...hubAddress(row?.regionName ?? '') });
  }
  if (row.remoteName === null || row.holding === 'leaving') throw new AppError('in_transit');
  const place = regionAddress(deps.config, { name: row.remoteName, endpoint: row.remoteEndpoint });
  if (row.remoteName !== regionName) throw new AppError('wrong_region', { ...place });
  const accessToken = await mintRegionToken(
    deps.keys.signing,
    regionName,
    {
      kind: 'player',
      userId: caller.userId,
      playerId: caller.playerId,
      sessionId: caller.sessionId,
      tokenVersion: await tokenVersionOf(deps, caller.userId),
      mfaAtMs: caller.provedAtMs,
      epoch: row.epoch,
    },
    momentOf(deps, nowMs),
  );
  return { accessToken, expiresIn: deps.config.accessTokenTtlS, place };
};

/** A token for the world of one region, with those of the operator's scopes that are over worlds. */
export const issueAdminRegionToken = async (
  deps: Deps,
  caller: AdminCaller,
  regionName: string,
  nowMs: number,
): Promise<RegionToken> => {
  const [region] = await findRemoteRegion(deps.db.sql, regionName);
  if (region === undefined) throw new AppError('not_found');
  const accessToken = await mintRegionToken(
    deps.keys.signing,
    regionName,
    {
      kind: 'admin',
      userId: caller.userId,
      sessionId: caller.sessionId,
      tokenVersion: await tokenVersionOf(deps, caller.userId),
      mfaAtMs: caller.provedAtMs,
      scopes: [...caller.scopes].filter(isWorldScope),
    },
    momentOf(deps, nowMs),
  );
  return {
    accessToken,
    expiresIn: deps.config.accessTokenTtlS,
    place: regionAddress(deps.config, region),
  };
};
