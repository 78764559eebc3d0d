import { regionSlug } from '@sw/contracts/region-manager';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { databaseOf, dataVolumeOf, hostOf, redisPrefixOf, roleOf } from './names.ts';

const names = fc
  .stringMatching(/^[a-z][a-z0-9]{0,4}(?:-[a-z0-9]{1,4}){0,4}$/)
  .filter((name) => regionSlug.safeParse(name).success);

it('names everything after the region', () => {
  expect([hostOf('kepler-22'), databaseOf('kepler-22'), roleOf('kepler-22')]).toEqual([
    'region-kepler-22-server',
    'region_kepler_22',
    'region_kepler_22_app',
  ]);
  expect([dataVolumeOf('kepler-22'), redisPrefixOf('kepler-22')]).toEqual([
    'sw_region_kepler_22_data',
    'r:kepler-22:',
  ]);
});

it('gives different regions different names, short enough for PostgreSQL', () => {
  fc.assert(
    fc.property(names, names, (one, other) => {
      for (const nameOf of [hostOf, databaseOf, roleOf, dataVolumeOf, redisPrefixOf]) {
        expect(nameOf(one) === nameOf(other)).toBe(one === other);
        expect(nameOf(one).length).toBeLessThan(63);
      }
    }),
  );
});
