import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { messageArguments } from './message-syntax.ts';
import { NAMESPACES, SOURCE_LANGUAGE } from './namespaces.ts';
import { pseudoMessage } from './pseudo-locale.ts';

const files = import.meta.glob<string>('../locales/*/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

interface CatalogueFile {
  readonly language: string;
  readonly namespace: string;
  readonly raw: string;
  readonly texts: Record<string, unknown>;
}

const catalogues: CatalogueFile[] = Object.entries(files).map(([path, raw]) => {
  const [language = '', file = ''] = path.split('/').slice(-2);
  return { language, namespace: file.replace('.json', ''), raw, texts: JSON.parse(raw) };
});

const source = new Map(
  catalogues.filter((file) => file.language === SOURCE_LANGUAGE).map((file) => [file.namespace, file]),
);

/** `warps.title`, `station_class.11`: by feature; a part that repeats a field of the wire keeps its spelling. */
const KEY = /^[a-z0-9_]+(\.[a-z0-9_][A-Za-z0-9_]*)*$/;

function parse(text: string): void {
  new IntlMessageFormat(text, 'en');
}

describe('the source language', () => {
  it('has every namespace and no other', () => {
    expect([...source.keys()].sort()).toEqual([...NAMESPACES].sort());
  });
});

describe.each(catalogues)('$language/$namespace', ({ namespace, raw, texts }) => {
  const keys = Object.keys(texts);

  it('is flat, with keys by feature', () => {
    expect(Object.values(texts).filter((text) => typeof text !== 'string')).toEqual([]);
    expect(keys.filter((key) => !KEY.test(key))).toEqual([]);
  });

  it('is sorted and names each key once', () => {
    const written = [...raw.matchAll(/^ {2}"([^"]+)":/gm)].map((match) => match[1]);
    // Integer-like keys would be moved to the front by the parser.
    expect(written).toEqual([...new Set(written)].sort());
    expect(written).toHaveLength(keys.length);
  });

  it('holds ICU messages without markup or exclamation marks', () => {
    for (const [key, text] of Object.entries(texts)) {
      expect(() => parse(String(text)), key).not.toThrow();
      expect(() => parse(pseudoMessage(String(text))), `${key} as pseudo-locale`).not.toThrow();
      expect(String(text), key).not.toMatch(/<(?!\/?[a-z0-9]+>)|&[a-z]+;|!/);
    }
  });

  it('knows only keys and arguments of the source', () => {
    const english = source.get(namespace)?.texts ?? {};
    for (const [key, text] of Object.entries(texts)) {
      expect(english, key).toHaveProperty([key]);
      expect([...messageArguments(String(text))].sort(), key).toEqual(
        [...messageArguments(String(english[key]))].sort(),
      );
    }
  });
});
