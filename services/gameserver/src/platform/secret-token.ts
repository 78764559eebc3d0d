import { createHash } from 'node:crypto';
import type { RandomBytes } from './random.ts';

/** A secret that is handed out once and only kept as its hash. */
export interface SecretToken {
  /** 32 random bytes, base64url. */
  readonly token: string;
  readonly hash: Buffer;
}

/** SHA-256 of the token's text; the random bytes behind it need no slow hash. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

export const createSecretToken = (random: RandomBytes): SecretToken => {
  const token = Buffer.from(random(32)).toString('base64url');
  return { token, hash: hashToken(token) };
};
