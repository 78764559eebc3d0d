import type { KeyObject } from 'node:crypto';
import { createHmac, createPrivateKey, createPublicKey, hkdfSync } from 'node:crypto';

/** Everything that is derived from `JWT_SECRET` (rule book, platform 3.2). */
export interface ServerKeys {
  readonly signing: KeyObject;
  readonly verifying: KeyObject;
  /** HMAC key of cursors, throttling keys and device cookies. */
  readonly hmac: Buffer;
  /** Key of everything players must not predict, market drift above all. */
  readonly economy: Uint8Array;
  /** Key under which secrets of accounts are sealed in the database. */
  readonly data: Buffer;
}

const PKCS8_ED25519_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * Derives the keys with HKDF-SHA-256, one purpose each.
 *
 * @param dataKey 32 bytes instead of the derived key for data (`DATA_ENCRYPTION_KEY`)
 */
export const deriveKeys = (secret: string, dataKey?: Buffer): ServerKeys => {
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, 'sectorwars2102', purpose, 32));
  const signing = createPrivateKey({
    key: Buffer.concat([PKCS8_ED25519_PREFIX, derive('jwt')]),
    format: 'der',
    type: 'pkcs8',
  });
  return {
    signing,
    verifying: createPublicKey(signing),
    hmac: derive('hmac'),
    economy: new Uint8Array(derive('economy')),
    data: dataKey ?? derive('data'),
  };
};

/** Keyed hash of a text, base64url. */
export const keyedHash = (key: Buffer, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64url');
