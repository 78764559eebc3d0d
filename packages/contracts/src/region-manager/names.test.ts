import { describe, expect, it } from 'vitest';
import { RESERVED_REGION_NAMES, regionNameFault, regionSlug } from './names.ts';

describe('the name of a region', () => {
  it.each(['abc', 'kepler', 'kepler-22b', 'a-1-b', 'x'.repeat(32), 'regional', 'hub2'])(
    '%s is one',
    (name) => {
      expect(regionNameFault(name)).toBeNull();
      expect(regionSlug.safeParse(name).success).toBe(true);
    },
  );

  it.each<readonly [string, string]>([
    ['ab', 'length'],
    ['x'.repeat(33), 'length'],
    ['', 'length'],
    ['Kepler', 'characters'],
    ['kepler_22', 'characters'],
    ['-kepler', 'characters'],
    ['kepler-', 'characters'],
    ['kep--ler', 'characters'],
    ['1kepler', 'characters'],
    ['kepler\n', 'characters'],
    ['kep/ler', 'characters'],
    ["k'; drop", 'characters'],
    ['képler', 'characters'],
    ['../../etc', 'characters'],
    ['region-kepler', 'reserved'],
    ...RESERVED_REGION_NAMES.filter((name) => name.length >= 3).map((name) => [name, 'reserved'] as const),
  ])('%j is none: %s', (name, fault) => {
    expect(regionNameFault(name)).toBe(fault);
    expect(regionSlug.safeParse(name).success).toBe(false);
  });
});
