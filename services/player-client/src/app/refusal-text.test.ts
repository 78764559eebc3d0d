import { NetworkError } from '@sw/api-client';
import { createI18n } from '@sw/i18n';
import { describe, expect, it } from 'vitest';
import { refusalOf } from './refusal-text.ts';

const i18n = await createI18n({ language: 'en', namespaces: ['errors'] });
const codeOf = (error: unknown) => refusalOf(i18n, error, 0).code;

describe('failures without an answer', () => {
  it('say that nobody answers, also where a part of the program could not be fetched', () => {
    expect(codeOf(new NetworkError('no route'))).toBe('offline');
    expect(codeOf(new TypeError('Failed to fetch dynamically imported module: /assets/a.js'))).toBe(
      'offline',
    );
    expect(codeOf(new TypeError('error loading dynamically imported module'))).toBe('offline');
    expect(codeOf(new TypeError('Importing a module script failed.'))).toBe('offline');
  });

  it('blame the program for everything else', () => {
    expect(codeOf(new TypeError('x is not a function'))).toBe('internal');
  });
});
