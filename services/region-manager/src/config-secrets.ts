import type { KeyObject } from 'node:crypto';
import { createPublicKey, hkdfSync } from 'node:crypto';
import type { EnvironmentName } from '@sw/service-kit';
import { readPrivateKey, readPublicKey, StartupError } from '@sw/service-kit';

const KEY_BYTES = 32;
const SAMPLES = [/change.?me/i, /^(.)\1+$/, /example/i, /^secret/i, /^password/i, /^postgres$/i];

/** The key this service signs with, and the one it knows the hub by. */
export interface ManagerKeys {
  readonly own: KeyObject;
  readonly ownPublic: KeyObject;
  readonly hub: KeyObject;
  /** As regional servers get it: they verify with the same key what the hub signs. */
  readonly hubPem: string;
}

/** @throws StartupError for a key that is none, or of another kind. */
export const readServiceKeys = (raw: {
  readonly SERVICE_KEY: string;
  readonly JWT_PUBLIC_KEY: string;
}): ManagerKeys => {
  const own = readPrivateKey('SERVICE_KEY_FILE', raw.SERVICE_KEY);
  const hub = readPublicKey('JWT_PUBLIC_KEY', raw.JWT_PUBLIC_KEY);
  return {
    own,
    ownPublic: createPublicKey(own),
    hub,
    hubPem: hub.export({ type: 'spki', format: 'pem' }).toString(),
  };
};

/**
 * The key secrets of regions are sealed with: 32 bytes as base64, or derived from the service key, so that one
 * secret less has to be kept.
 *
 * @throws StartupError when it is set and not 32 bytes.
 */
export const encryptionKeyFrom = (setting: string | undefined, own: KeyObject): Buffer => {
  if (setting === undefined) {
    const material = own.export({ type: 'pkcs8', format: 'der' });
    return Buffer.from(hkdfSync('sha256', material, 'sectorwars', 'region-manager secrets', KEY_BYTES));
  }
  const key = Buffer.from(setting, 'base64');
  if (key.length !== KEY_BYTES) throw new StartupError('DATA_ENCRYPTION_KEY must be 32 bytes as base64.');
  return key;
};

/** @throws StartupError when a production value is one that stands in examples. */
export const assertNoSample = (name: string, value: string, environment: EnvironmentName): void => {
  if (environment !== 'production' || !SAMPLES.some((sample) => sample.test(value))) return;
  throw new StartupError(`${name} is a sample value; set a random one.`);
};
