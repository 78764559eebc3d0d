import { describe, expect, it } from 'vitest';
import { REPOSITORY } from '../tree/repository.ts';
import { allNets } from './all-nets.ts';

describe('the check', () => {
  const names = allNets(REPOSITORY).map(({ name }) => name);

  it('spreads every net', () => {
    expect(names.filter((name) => !name.startsWith('types '))).toEqual([
      'format and lint',
      'boundaries',
      'colours',
      'leftovers',
      'dependency list',
      'documents',
      'dead code',
    ]);
  });

  it('type-checks every project, the pure ones without Node types', () => {
    expect(names).toEqual(
      expect.arrayContaining([
        'types packages/contracts/tsconfig.json',
        'types packages/contracts/tsconfig.test.json',
        'types packages/rules/tsconfig.json',
        'types packages/rules/tsconfig.test.json',
        'types packages/service-kit/tsconfig.json',
        'types scripts/tsconfig.json',
        'types services/gameserver/tsconfig.json',
        'types services/player-client/tsconfig.json',
      ]),
    );
  });
});
