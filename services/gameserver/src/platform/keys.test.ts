import { sign, verify } from 'node:crypto';
import { expect, it } from 'vitest';
import { deriveKeys, keyedHash } from './keys.ts';
import { createSecretToken, hashToken } from './secret-token.ts';

const SECRET = 'kQ9v-test-only-zT4mWx7rBn2LpHs6YdGf';
const raw = (secret: string) => {
  const { signing, hmac, economy } = deriveKeys(secret);
  return [signing.export({ format: 'der', type: 'pkcs8' }), hmac, Buffer.from(economy)].map((key) =>
    key.toString('hex'),
  );
};

it('one secret always gives the same keys, another other ones', () => {
  expect(raw(SECRET)).toEqual(raw(SECRET));
  for (const [index, key] of raw(`${SECRET}!`).entries()) expect(key).not.toBe(raw(SECRET)[index]);
});

it('each purpose has a key of its own', () => {
  const [signing = '', hmac = '', economy = ''] = raw(SECRET);
  expect(signing.endsWith(hmac) || signing.endsWith(economy) || hmac === economy).toBe(false);
});

it('what is signed can be verified', () => {
  const { signing, verifying } = deriveKeys(SECRET);
  const text = Buffer.from('text');
  expect(verify(null, text, verifying, sign(null, text, signing))).toBe(true);
  expect(verify(null, text, deriveKeys('other'.repeat(8)).verifying, sign(null, text, signing))).toBe(false);
});

it('a keyed hash depends on key and text', () => {
  const { hmac, economy } = deriveKeys(SECRET);
  expect(keyedHash(hmac, 'a')).toBe(keyedHash(hmac, 'a'));
  expect(
    new Set([keyedHash(hmac, 'a'), keyedHash(hmac, 'b'), keyedHash(Buffer.from(economy), 'a')]).size,
  ).toBe(3);
});

it('a secret token is 32 bytes of text and kept only as its hash', () => {
  const { token, hash } = createSecretToken(() => new Uint8Array(32).fill(255));
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(hash).toEqual(hashToken(token));
  expect(hash.toString('utf8')).not.toContain(token);
});
