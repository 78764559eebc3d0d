import { hash } from '@node-rs/argon2';
import { seededBytes } from '@sw/test-kit';
import { describe, expect, it } from 'vitest';
import { createPasswordHasher, DUMMY_HASH } from './password-hasher.ts';

const hasher = createPasswordHasher(seededBytes('salt'));

describe('createPasswordHasher', () => {
  it('accepts the password it hashed, in any Unicode spelling', async () => {
    const stored = await hasher.hash('café au lait 7');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await hasher.verify(stored, 'cafe\u0301 au lait 7')).toBe(true);
    expect(await hasher.verify(stored, 'cafe au lait 7')).toBe(false);
    expect(hasher.needsRehash(stored)).toBe(false);
  });

  it('accepts nothing where there is no password', async () => {
    expect(await hasher.verify(null, '')).toBe(false);
  });

  it('checks an unknown login at the same cost', () => {
    expect(hasher.needsRehash(DUMMY_HASH)).toBe(false);
  });

  it('wants a hash of other parameters made anew', async () => {
    const weak = await hash('gorse lamp ferry', { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    expect(hasher.needsRehash(weak)).toBe(true);
    expect(await hasher.verify(weak, 'gorse lamp ferry')).toBe(true);
  });
});
