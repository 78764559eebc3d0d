import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Deps } from '../deps.ts';
import type { RegionRow } from '../store/region-row.ts';
import { keepSecret } from '../store/regions.repository.ts';

type SecretName = 'database' | 'redis' | 'serviceKey' | 'server';

const PASSWORD_BYTES = 32;

/** Secrets of regions as the database keeps them: drawn once, sealed before they are used anywhere. */
export interface RegionSecrets {
  databasePassword(region: RegionRow): Promise<string>;
  redisPassword(region: RegionRow): Promise<string>;
  /** What the server derives keys of its own from, those of its cursors among them. */
  serverSecret(region: RegionRow): Promise<string>;
  /** Private Ed25519 key as PEM: with it the region signs what it calls. */
  serviceKey(region: RegionRow): Promise<string>;
}

const newPassword = (): string => randomBytes(PASSWORD_BYTES).toString('base64url');

const newServiceKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** The public half, as the hub is given it. */
export const publicKeyOf = (privatePem: string): string =>
  createPublicKey(privatePem).export({ type: 'spki', format: 'pem' }).toString();

export const createRegionSecrets = ({ db, sealer }: Pick<Deps, 'db' | 'sealer'>): RegionSecrets => {
  const keep = async (region: RegionRow, name: SecretName, draw: () => string): Promise<string> => {
    const purpose = `${region.name}/${name}`;
    const present = region.secrets[name];
    if (present !== undefined) return sealer.open(present, purpose);
    const [kept] = await db.write((sql) => [
      keepSecret(sql, region.name, name, sealer.seal(draw(), purpose)),
    ]);
    const [row] = kept;
    if (row === undefined) throw new Error('a region vanished while its secret was drawn');
    return sealer.open(row.sealed, purpose);
  };
  return {
    databasePassword: (region) => keep(region, 'database', newPassword),
    redisPassword: (region) => keep(region, 'redis', newPassword),
    serverSecret: (region) => keep(region, 'server', newPassword),
    serviceKey: (region) => keep(region, 'serviceKey', newServiceKey),
  };
};
