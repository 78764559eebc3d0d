import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { RandomBytes } from './random.ts';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals bytes with AES-256-GCM: nonce, tag, ciphertext. `context` says what and whose they are; a sealed value that was
 * moved to another place does not open there.
 */
export const seal = (key: Buffer, random: RandomBytes, context: string, plain: Uint8Array): Buffer => {
  const iv = Buffer.from(random(IV_BYTES));
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
};

/** Opens what `seal` closed. Throws when key, context or a single bit differs. */
export const unseal = (key: Buffer, context: string, sealed: Uint8Array): Buffer => {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
};
