import type { Namespace } from '@sw/i18n';
import { createI18n, loadCatalogue, messageArguments, NAMESPACES } from '@sw/i18n';
import { describe, expect, it } from 'vitest';
import { formatMessage, IcuFormat } from './icu-format.ts';

const VALUES: readonly (readonly [string, (name: string) => unknown])[] = [
  ['words', (name) => `<${name}>`],
  ['0', () => 0],
  ['1', () => 1],
  ['1234', () => 1234],
  ['yes', () => 'yes'],
  ['none', () => 'none'],
];

/** The console reads its own texts with the full engine. */
const READ_HERE = NAMESPACES.filter((namespace) => !namespace.startsWith('admin'));

describe('messages of the catalogues', () => {
  for (const namespace of READ_HERE)
    it(`read in ${namespace} as the full engine reads them`, async () => {
      const i18n = await createI18n({ language: 'en', namespaces: [namespace as Namespace] });
      const catalogue = await loadCatalogue('en', namespace);
      const full = i18n.t as (key: string, values: Record<string, unknown>) => string;
      for (const [key, message] of Object.entries(catalogue))
        for (const [, make] of VALUES) {
          const values = Object.fromEntries(messageArguments(message).map((name) => [name, make(name)]));
          const wanted = full(`${namespace}:${key}`, values);
          // A plural of words cannot be counted: both show something, and neither matters.
          if (wanted.includes('NaN')) continue;
          expect(`${key}: ${new IcuFormat().parse(message, values, 'en')}`).toBe(`${key}: ${wanted}`);
        }
    });
});

describe('message syntax', () => {
  it('nests, counts and quotes', () => {
    const message =
      "{n, plural, =0 {none} one {# '{'hold'}'} other {# of {who, select, me {mine} other {theirs}}}}";
    expect(formatMessage(message, { n: 0, who: 'me' }, 'en')).toBe('none');
    expect(formatMessage(message, { n: 1, who: 'me' }, 'en')).toBe('1 {hold}');
    expect(formatMessage(message, { n: 2000, who: 'you' }, 'en')).toBe('2,000 of theirs');
    expect(formatMessage("it's ''quoted''", {}, 'en')).toBe("it's 'quoted'");
  });

  it('shows a message that lacks a value as it is written', () => {
    expect(new IcuFormat().parse('{a} of {b}', { a: 1 }, 'en')).toBe('{a} of {b}');
    expect(new IcuFormat().parse('{a, date}', { a: 1 }, 'en')).toBe('{a, date}');
  });
});
