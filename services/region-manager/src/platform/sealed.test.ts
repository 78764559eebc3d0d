import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSealer } from './sealed.ts';

describe('a sealed secret', () => {
  const sealer = createSealer(randomBytes(32));

  it('is read again with the same key for the same purpose, and never looks the same twice', () => {
    const sealed = sealer.seal('hünter2', 'kepler/database');
    expect(sealer.open(sealed, 'kepler/database')).toBe('hünter2');
    expect(sealer.seal('hünter2', 'kepler/database')).not.toBe(sealed);
    expect(Buffer.from(sealed, 'base64').toString()).not.toContain('nter2');
  });

  it('is nothing for another region, with another key, or when it was changed', () => {
    const sealed = sealer.seal('secret', 'kepler/database');
    const changed = Buffer.from(sealed, 'base64');
    changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1);
    expect(() => sealer.open(sealed, 'vega/database')).toThrow();
    expect(() => createSealer(randomBytes(32)).open(sealed, 'kepler/database')).toThrow();
    expect(() => sealer.open(changed.toString('base64'), 'kepler/database')).toThrow();
    expect(() => sealer.open('', 'kepler/database')).toThrow();
  });
});
