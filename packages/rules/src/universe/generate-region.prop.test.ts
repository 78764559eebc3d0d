import { describe, expect, it } from 'vitest';
import { nexusInput, playerInput, regionProblems, terranInput } from '../testing/region-inputs.ts';
import { NEXUS_SECTORS } from './constants.ts';
import { generateRegion } from './generate-region.ts';
import { planHash } from './plan-hash.ts';

/** A run may ask for more seeds than the default, or for none; a failing seed is in the name of the test. */
function seedCount(variable: string, standard: number): number {
  const wanted = Number(process.env[variable] || standard);
  return Number.isInteger(wanted) && wanted >= 0 ? wanted : standard;
}

function seeds(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `property ${index}`);
}

describe('every region holds its invariants', () => {
  it.each(seeds(seedCount('SW_TERRAN_SEEDS', 40)))('Terran Space, seed "%s"', (seed) => {
    expect(regionProblems(terranInput(seed))).toEqual([]);
  });

  it.each([100, 101, 149, 150, 199, 200, 333, 500, 754, 1_000])('a player region of %i sectors', (size) => {
    expect(regionProblems(playerInput('property', size))).toEqual([]);
  });

  it.each(seeds(seedCount('SW_NEXUS_SEEDS', 3)))(
    'the Nexus, seed "%s"',
    (seed) => {
      expect(regionProblems(nexusInput(seed))).toEqual([]);
    },
    20_000,
  );
});

describe('determinism', () => {
  it.each([
    ['Terran Space', terranInput('again')],
    ['a player region', playerInput('again', 250)],
  ])('%s comes out the same twice', (_name, input) => {
    expect(planHash(generateRegion(input))).toBe(planHash(generateRegion({ ...input })));
  });

  it('another seed, code or size is another region', () => {
    const hashes = [
      playerInput('one', 120),
      playerInput('two', 120),
      { ...playerInput('one', 120), regionCode: 'ABC' },
      playerInput('one', 121),
    ].map((input) => planHash(generateRegion(input)));
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe('retries', () => {
  // The first draft of this seed strands a pocket 129 ly from the nearest sector its exit may lead to.
  const unlucky = { ...playerInput('s354', 200), regionCode: 'P01' };

  it('drafts again with the seed suffix and records the attempt', () => {
    const plan = generateRegion(unlucky);
    expect(plan.attempt).toBe(1);
    expect(plan.seed).toBe('s354');
    expect(regionProblems(unlucky)).toEqual([]);
  });
});

describe('refused inputs', () => {
  it.each([
    ['a Nexus of another size', { ...nexusInput('x'), sectorCount: NEXUS_SECTORS - 1 }],
    ['a small player region', playerInput('x', 99)],
    ['a large player region', playerInput('x', 1_001)],
    ['a fraction of a sector', playerInput('x', 100.5)],
    ['an empty seed', terranInput('')],
    ['a long seed', terranInput('x'.repeat(65))],
    ['a lower-case code', { ...terranInput('x'), regionCode: 'ter' }],
    ['another generator', { ...terranInput('x'), generatorVersion: 0 }],
    ['a narrow zone', { ...playerInput('x', 100), zoneProfile: { federationEnd: 19, borderEnd: 60 } }],
    ['zones out of order', { ...playerInput('x', 100), zoneProfile: { federationEnd: 60, borderEnd: 50 } }],
    ['a zoned Nexus', { ...nexusInput('x'), zoneProfile: { federationEnd: 2_000, borderEnd: 4_000 } }],
  ])('%s', (_name, input) => {
    expect(() => generateRegion(input)).toThrow(RangeError);
  });

  it('accepts shifted zones and keeps every invariant', () => {
    const input = { ...playerInput('x', 240), zoneProfile: { federationEnd: 60, borderEnd: 190 } };
    expect(regionProblems(input)).toEqual([]);
    expect(generateRegion(input).zones.map(({ endNumber }) => endNumber)).toEqual([60, 190, 240]);
  });
});
