import { AppError } from '@sw/service-kit';
import { errors, jwtVerify, SignJWT } from 'jose';
import type { ServerKeys } from '../platform/keys.ts';

/** What an access token says (rule book, platform 3.2). */
export interface AccessClaims {
  readonly audience: 'player' | 'admin';
  readonly userId: string;
  readonly playerId: string | undefined;
  readonly sessionId: string;
  readonly tokenVersion: number;
  /** How the session was proved: `pwd`, `otp`, or the provider that vouched. */
  readonly amr: readonly string[];
  /** When it was last proved in full, whole seconds; null when never since signing in. */
  readonly mfaAtMs: number | null;
  readonly expiresAtMs: number;
}

const ISSUER = 'sw2102';
const MAX_CACHED = 20_000;

export interface AccessTokens {
  mint(claims: Omit<AccessClaims, 'expiresAtMs'>, tokenId: string, nowMs: number): Promise<string>;
  /** Verifies signature, issuer, audience and time; a token seen before is looked up until it expires. */
  verify(token: string, nowMs: number): Promise<AccessClaims>;
}

/** Mints and verifies EdDSA access tokens that live `ttlS` seconds. */
export const createAccessTokens = (keys: ServerKeys, ttlS: number): AccessTokens => {
  const seen = new Map<string, AccessClaims>();

  const remember = (token: string, claims: AccessClaims): void => {
    if (seen.size >= MAX_CACHED) seen.delete(seen.keys().next().value ?? '');
    seen.set(token, claims);
  };

  return {
    mint: (claims, tokenId, nowMs) =>
      new SignJWT({
        pid: claims.playerId,
        sid: claims.sessionId,
        tv: claims.tokenVersion,
        amr: claims.amr,
        ...(claims.mfaAtMs === null ? {} : { mfa_at: Math.floor(claims.mfaAtMs / 1000) }),
      })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
        .setIssuer(ISSUER)
        .setAudience(claims.audience)
        .setSubject(claims.userId)
        .setJti(tokenId)
        .setIssuedAt(Math.floor(nowMs / 1000))
        .setExpirationTime(Math.floor(nowMs / 1000) + ttlS)
        .sign(keys.signing),
    verify: async (token, nowMs) => {
      const known = seen.get(token);
      if (known !== undefined) {
        if (known.expiresAtMs > nowMs) return known;
        seen.delete(token);
        throw new AppError('token_expired');
      }
      const claims = await readToken(keys, token, nowMs);
      remember(token, claims);
      return claims;
    },
  };
};

const readToken = async (keys: ServerKeys, token: string, nowMs: number): Promise<AccessClaims> => {
  try {
    const { payload } = await jwtVerify(token, keys.verifying, {
      algorithms: ['EdDSA'],
      issuer: ISSUER,
      audience: ['player', 'admin'],
      currentDate: new Date(nowMs),
      requiredClaims: ['sub', 'sid', 'tv', 'exp'],
    });
    return {
      audience: payload.aud === 'admin' ? 'admin' : 'player',
      userId: String(payload.sub),
      playerId: typeof payload['pid'] === 'string' ? payload['pid'] : undefined,
      sessionId: String(payload['sid']),
      tokenVersion: Number(payload['tv']),
      amr: Array.isArray(payload['amr']) ? payload['amr'].map(String) : [],
      mfaAtMs: typeof payload['mfa_at'] === 'number' ? payload['mfa_at'] * 1000 : null,
      expiresAtMs: Number(payload.exp) * 1000,
    };
  } catch (error) {
    throw new AppError(error instanceof errors.JWTExpired ? 'token_expired' : 'unauthenticated');
  }
};
