import type { Namespace } from '@sw/i18n';
import { createI18n } from '@sw/i18n';
import { rulesCatalogue } from '@sw/rules';
import { describe, expect, it } from 'vitest';
import { searchManual, topicBlocks } from './manual-text.ts';
import { CATALOGUE_TOPICS } from './manual-topics.ts';
import type { Writer } from './manual-values.ts';

const NAMESPACES: readonly Namespace[] = ['common', 'help'];

const writerOf = async (catalogue: unknown): Promise<Writer & { readonly missing: readonly string[] }> => {
  const missing: string[] = [];
  const i18n = await createI18n({
    language: 'en',
    namespaces: NAMESPACES,
    onMissingKey: (namespace, key) => missing.push(`${namespace}:${key}`),
  });
  return { catalogue, t: i18n.t, locale: 'en', missing };
};

const wordsOf = (writer: Writer): string[] =>
  CATALOGUE_TOPICS.flatMap((topic) =>
    topicBlocks(topic, writer).flatMap((block) =>
      block.kind === 'table' ? block.table.rows.flat() : [block.words],
    ),
  );

const served = (): unknown => JSON.parse(JSON.stringify(rulesCatalogue()));

/** The catalogue with every number put through `change`. */
function changed(value: unknown, change: (number: number) => number): unknown {
  if (typeof value === 'number') return change(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((part) => changed(part, change));
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, changed(part, change)]));
}

describe('the manual', () => {
  it('has a text for everything it names, in every topic', async () => {
    const writer = await writerOf(served());
    const words = wordsOf(writer);
    expect(writer.missing).toEqual([]);
    expect(words.filter((text) => text === '' || /[{}]|undefined|null|\bNaN\b/.test(text))).toEqual([]);
    for (const topic of CATALOGUE_TOPICS) expect(topicBlocks(topic, writer).length).toBeGreaterThan(1);
  });

  it('takes every number it shows from the catalogue', async () => {
    // Each number of the rules becomes one that nobody would write by hand; digits that are left are drift.
    let next = 700_000;
    const planted = new Set<string>();
    const strange = changed(served(), () => {
      next += 10_000;
      for (const digits of [next, next / 100]) planted.add(digits.toLocaleString('en-US').replace(/,/g, ''));
      return next;
    });
    const numbers = wordsOf(await writerOf(strange)).flatMap(
      (text) => text.replaceAll(/(?<=\d),(?=\d)/g, '').match(/\d+(?:\.\d+)?/g) ?? [],
    );
    // The formula of a price adds to and takes from one whole.
    const strangers = numbers.filter((number) => !planted.has(number) && number !== '1');
    expect(strangers).toEqual([]);
    expect(numbers.length).toBeGreaterThan(200);
  });

  it('says something else when a rule changes', async () => {
    const before = wordsOf(await writerOf(served()));
    const catalogue = served() as {
      facts: { trading: { halfSpreadBp: number } };
      turnCosts: { dock: number };
    };
    catalogue.facts.trading.halfSpreadBp = 1_225;
    catalogue.turnCosts.dock = 3;
    const after = wordsOf(await writerOf(catalogue));
    const differing = after.filter((text, index) => text !== before[index]);
    expect(differing.some((text) => text.includes('12.25'))).toBe(true);
    expect(differing.some((text) => /3\s?turns/.test(text))).toBe(true);
  });

  it('leaves a sentence out rather than say it without its number', async () => {
    const bare = await writerOf({ hash: '' });
    expect(wordsOf(bare).join(' ')).not.toMatch(/\d{2}|[{}]/);
    expect(wordsOf(bare).length).toBeGreaterThan(10);
  });
});

describe('looking for words in the manual', () => {
  it('finds passages and rows that have all of them, whatever their case', async () => {
    const writer = await writerOf(served());
    expect(searchManual('CARGO hauler', writer).map(({ topic }) => topic)).toContain('ships');
    expect(searchManual('mooring', writer).map(({ topic }) => topic)).toEqual(['stations']);
    expect(searchManual('mooring zebra', writer)).toEqual([]);
    expect(searchManual('   ', writer)).toEqual([]);
  });
});
