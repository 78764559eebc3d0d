import type { KeyObject } from 'node:crypto';
import { AppError } from '@sw/service-kit';
import { errors, jwtVerify, SignJWT } from 'jose';

/** Who a token for one region is for: a player the region holds, or an operator with scopes over its world. */
export type RegionClaims = {
  readonly userId: string;
  readonly sessionId: string;
  readonly tokenVersion: number;
  readonly mfaAtMs: number | null;
} & (
  | { readonly kind: 'player'; readonly playerId: string; readonly epoch: bigint }
  | { readonly kind: 'admin'; readonly scopes: readonly string[] }
);

export const TOKEN_ISSUER = 'sw2102';
const MAX_CACHED = 20_000;

/** The audience of tokens that open one regional server and nothing else (rule book, platform 3.2). */
const audienceOf = (regionName: string): string => `region:${regionName}`;

/** Mints tokens for regional servers; the hub alone can. */
export const mintRegionToken = (
  signing: KeyObject,
  regionName: string,
  claims: RegionClaims,
  moment: { readonly tokenId: string; readonly nowMs: number; readonly ttlS: number },
): Promise<string> =>
  new SignJWT({
    sid: claims.sessionId,
    tv: claims.tokenVersion,
    ...(claims.mfaAtMs === null ? {} : { mfa_at: Math.floor(claims.mfaAtMs / 1000) }),
    ...(claims.kind === 'player'
      ? { pid: claims.playerId, ep: Number(claims.epoch) }
      : { scp: [...claims.scopes] }),
  })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
    .setIssuer(TOKEN_ISSUER)
    .setAudience(audienceOf(regionName))
    .setSubject(claims.userId)
    .setJti(moment.tokenId)
    .setIssuedAt(Math.floor(moment.nowMs / 1000))
    .setExpirationTime(Math.floor(moment.nowMs / 1000) + moment.ttlS)
    .sign(signing);

/** Verifies a token for this region at a moment. */
export type ReadRegionToken = (token: string, nowMs: number) => Promise<RegionClaims>;

/** Verifies with the hub's public key: algorithm, issuer and this region's audience are pinned. */
export const createRegionTokenReader = (hubKey: KeyObject, regionName: string): ReadRegionToken => {
  const seen = new Map<string, { readonly claims: RegionClaims; readonly expiresAtMs: number }>();
  return async (token, nowMs) => {
    const known = seen.get(token);
    if (known !== undefined && known.expiresAtMs > nowMs) return known.claims;
    try {
      const { payload } = await jwtVerify(token, hubKey, {
        algorithms: ['EdDSA'],
        issuer: TOKEN_ISSUER,
        audience: audienceOf(regionName),
        currentDate: new Date(nowMs),
        requiredClaims: ['sub', 'sid', 'tv', 'exp'],
      });
      const claims = claimsOf(payload);
      if (seen.size >= MAX_CACHED) seen.delete(seen.keys().next().value ?? '');
      seen.set(token, { claims, expiresAtMs: Number(payload.exp) * 1000 });
      return claims;
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw new AppError(error instanceof errors.JWTExpired ? 'token_expired' : 'unauthenticated');
    }
  };
};

const claimsOf = (payload: Readonly<Record<string, unknown>>): RegionClaims => {
  const mfaAt = payload['mfa_at'];
  const base = {
    userId: String(payload['sub']),
    sessionId: String(payload['sid']),
    tokenVersion: Number(payload['tv']),
    mfaAtMs: typeof mfaAt === 'number' ? mfaAt * 1000 : null,
  };
  const { pid, ep, scp } = payload;
  if (typeof pid === 'string' && typeof ep === 'number' && Number.isSafeInteger(ep)) {
    return { ...base, kind: 'player', playerId: pid, epoch: BigInt(ep) };
  }
  if (Array.isArray(scp)) return { ...base, kind: 'admin', scopes: scp.map(String) };
  throw new AppError('unauthenticated');
};
