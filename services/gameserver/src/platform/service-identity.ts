import { createPublicKey } from 'node:crypto';
import type { Database } from '@sw/db';
import type { ServiceIssuer, ServiceSigner, VerifyServiceToken } from '@sw/service-kit';
import { createServiceSigner, createServiceVerifier } from '@sw/service-kit';
import type { RoleConfig } from '../config-role.ts';
import type { Clock } from './clock.ts';
import type { ServerKeys } from './keys.ts';

/** How this server proves itself to other services, and how they prove themselves to it. */
export interface ServiceIdentity {
  readonly signer: ServiceSigner;
  readonly verify: VerifyServiceToken;
}

export interface ServiceIdentityParts {
  readonly config: RoleConfig;
  readonly keys: ServerKeys;
  readonly db: Database;
  readonly clock: Clock;
  readonly newId: () => string;
}

/**
 * The hub signs with the key of its user tokens and knows regions by the key of their attachment; a region signs
 * with its own and believes the hub alone (rule book, platform 8.4).
 */
export const createServiceIdentity = ({
  config,
  keys,
  db,
  clock,
  newId,
}: ServiceIdentityParts): ServiceIdentity => {
  const { regional, managerKey } = config;
  const common = { nowMs: clock, newId };
  if (regional !== null) {
    return {
      signer: createServiceSigner({
        ...common,
        issuer: `region:${regional.regionName}`,
        privateKey: regional.serviceKey,
      }),
      verify: createServiceVerifier({
        audience: 'internal',
        keyOf: (issuer) => (issuer === 'nexus' ? regional.hubKey : undefined),
      }),
    };
  }
  return {
    signer: createServiceSigner({ ...common, issuer: 'nexus', privateKey: keys.signing }),
    verify: createServiceVerifier({
      audience: 'internal',
      keyOf: async (issuer) => {
        if (issuer === 'region-manager') return managerKey ?? undefined;
        const pem = await regionKeyOf(db, issuer);
        return pem === null ? undefined : createPublicKey(pem);
      },
    }),
  };
};

const REGION_PREFIX = 'region:';

const regionKeyOf = async (db: Database, issuer: ServiceIssuer): Promise<string | null> => {
  if (!issuer.startsWith(REGION_PREFIX)) return null;
  const [row] = await db.sql<{ servicePublicKey: string | null }[]>`
    SELECT service_public_key FROM regions WHERE name = ${issuer.slice(REGION_PREFIX.length)}`;
  return row?.servicePublicKey ?? null;
};
