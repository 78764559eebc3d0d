import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from './seal.ts';

const key = randomBytes(32);

describe('a sealed value', () => {
  it('opens with its key in its place', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (plain, context) => {
        const sealed = seal(key, randomBytes, context, plain);
        expect([...unseal(key, context, sealed)]).toEqual([...plain]);
      }),
    );
  });

  it('opens nowhere else, with no other key, and never when a bit was changed', () => {
    const sealed = seal(key, randomBytes, 'mfa|a', Buffer.from('secret'));
    expect(() => unseal(key, 'mfa|b', sealed)).toThrow();
    expect(() => unseal(randomBytes(32), 'mfa|a', sealed)).toThrow();
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => unseal(key, 'mfa|a', changed)).toThrow();
    }
  });

  it('looks different every time', () => {
    const twice = [1, 2].map(() => seal(key, randomBytes, 'x', Buffer.from('same')).toString('hex'));
    expect(twice[0]).not.toBe(twice[1]);
  });
});
