import type { KeyObject } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { AppError } from './app-error.ts';

/** Who signs: the hub, the region-manager, or the server of one region (rule book, platform 8.4). */
export type ServiceIssuer = 'nexus' | 'region-manager' | `region:${string}`;
/** Whom a token opens: the internal endpoints of game servers, or the region-manager. */
export type ServiceAudience = 'internal' | 'region-manager';

/** What a verified service token says. */
export interface ServiceClaims {
  readonly issuer: ServiceIssuer;
  readonly scope: string | undefined;
  readonly tokenId: string;
}

/** Proves who this service is to another one. */
export interface ServiceSigner {
  readonly issuer: ServiceIssuer;
  /** A token for one call: it lives 60 s. */
  mint(audience: ServiceAudience, options?: { readonly scope?: string }): Promise<string>;
}

export interface ServiceSignerOptions {
  readonly issuer: ServiceIssuer;
  /** Ed25519. */
  readonly privateKey: KeyObject;
  readonly nowMs: () => number;
  readonly newId: () => string;
}

export interface ServiceVerifierOptions {
  readonly audience: ServiceAudience;
  /** The Ed25519 key an issuer is known by; undefined for one that is not known. */
  readonly keyOf: (issuer: ServiceIssuer) => Promise<KeyObject | undefined> | KeyObject | undefined;
}

/** Verifies a token at a moment. */
export type VerifyServiceToken = (token: string, nowMs: number) => Promise<ServiceClaims>;

const LIFE_S = 60;
/** Clocks of two machines may differ this much. */
const TOLERANCE_S = 5;
const ISSUER = /^(?:nexus|region-manager|region:[a-z][a-z0-9-]{1,31})$/;

/** Signs service tokens with the key of this service. */
export const createServiceSigner = ({
  issuer,
  privateKey,
  nowMs,
  newId,
}: ServiceSignerOptions): ServiceSigner => ({
  issuer,
  mint: (audience, options = {}) => {
    const issuedAtS = Math.floor(nowMs() / 1000);
    return new SignJWT(options.scope === undefined ? {} : { scope: options.scope })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setJti(newId())
      .setIssuedAt(issuedAtS)
      .setExpirationTime(issuedAtS + LIFE_S)
      .sign(privateKey);
  },
});

/**
 * Verifies service tokens: the issuer is read first and decides the key; algorithm, audience and life are pinned.
 *
 * @returns a function that throws `unauthenticated`, or `token_expired`, for whatever is not a token of a known
 *   issuer for this audience; one that claims to live longer than 60 s is refused as well
 */
export const createServiceVerifier = (options: ServiceVerifierOptions): VerifyServiceToken => {
  return async (token, nowMs) => {
    try {
      const issuer = issuerOf(token);
      const key = issuer === undefined ? undefined : await options.keyOf(issuer);
      if (issuer === undefined || key === undefined) throw new AppError('unauthenticated');
      const { payload } = await jwtVerify(token, key, {
        algorithms: ['EdDSA'],
        issuer,
        audience: options.audience,
        currentDate: new Date(nowMs),
        clockTolerance: TOLERANCE_S,
        maxTokenAge: LIFE_S,
        requiredClaims: ['iss', 'aud', 'exp', 'iat', 'jti'],
      });
      if (Number(payload.exp) - Number(payload.iat) > LIFE_S || Array.isArray(payload.aud)) {
        throw new AppError('unauthenticated');
      }
      const scope = payload['scope'];
      return {
        issuer,
        scope: typeof scope === 'string' ? scope : undefined,
        tokenId: String(payload.jti),
      };
    } catch (error) {
      if (error instanceof errors.JOSEError) {
        throw new AppError(error instanceof errors.JWTExpired ? 'token_expired' : 'unauthenticated');
      }
      throw error;
    }
  };
};

/** The issuer a token claims, unproved: it only chooses the key that must prove it. */
const issuerOf = (token: string): ServiceIssuer | undefined => {
  const [, payload = ''] = token.split('.');
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    const issuer = typeof claims === 'object' && claims !== null && 'iss' in claims ? claims.iss : undefined;
    return typeof issuer === 'string' && ISSUER.test(issuer) ? (issuer as ServiceIssuer) : undefined;
  } catch {
    return undefined;
  }
};
