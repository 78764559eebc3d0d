import { describe, expect, it } from 'vitest';
import { createStream } from '../random/index.ts';
import { nexusInput, planFor } from '../testing/region-inputs.ts';
import { clusterNames, newNameBook } from './names.ts';

describe('newNameBook', () => {
  it('numbers a name only when the draws keep repeating', () => {
    const book = newNameBook();
    expect([1, 2, 3].map(() => book.claim(() => 'Ashmere'))).toEqual(['Ashmere', 'Ashmere 2', 'Ashmere 3']);
  });

  it('prefers another draw to a number', () => {
    const book = newNameBook();
    const draws = ['Ashmere', 'Ashmere', 'Brightwatch'];
    expect([book.claim(() => draws.shift()!), book.claim(() => draws.shift()!)]).toEqual([
      'Ashmere',
      'Brightwatch',
    ]);
  });
});

describe('names of a region', () => {
  const plan = planFor(nexusInput('golden'));
  const namesOf = (items: readonly { readonly name: string }[]) => items.map(({ name }) => name);

  it.each([
    ['stations', namesOf(plan.stations)],
    ['planets', namesOf(plan.planets)],
    ['formations', namesOf(plan.formations)],
    ['sectors', namesOf(plan.sectors)],
    ['clusters', namesOf(plan.clusters)],
  ])('are unique: %s', (_kind, names) => {
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => name.length >= 3 && name.length <= 64)).toBe(true);
  });

  it('gives the largest region distinct cluster names', () => {
    expect(new Set(clusterNames(createStream('seed', 'names'), 50)).size).toBe(50);
  });
});
