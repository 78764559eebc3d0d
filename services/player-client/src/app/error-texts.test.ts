import { ERROR_CODES } from '@sw/contracts/errors';
import { loadCatalogue } from '@sw/i18n';
import { describe, expect, it } from 'vitest';

const texts = await loadCatalogue('en', 'errors');

/** Texts of the client's own: no server sends these. */
const CLIENT_CODES = ['offline', 'unknown'];

describe('English error texts', () => {
  it('say every code of the registry', () => {
    expect(ERROR_CODES.filter((code) => texts[code] === undefined)).toEqual([]);
  });

  it('say no code that the registry does not have', () => {
    const known = new Set<string>([...ERROR_CODES, ...CLIENT_CODES]);
    const strays = Object.keys(texts).filter((key) => !known.has(key.replace(/\.detail$/, '')));
    expect(strays).toEqual([]);
  });
});
