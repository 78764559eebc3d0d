import { describe, expect, it } from 'vitest';
import { largestFiles, packageSizes, percentile } from './size-report.ts';
import { isTestFile } from './source-files.ts';

const files = [
  { path: 'packages/rules/src/a.ts', lines: 10 },
  { path: 'packages/rules/src/b.ts', lines: 30 },
  { path: 'packages/rules/src/c.ts', lines: 20 },
  { path: 'packages/rules/src/a.test.ts', lines: 90 },
  { path: 'scripts/check.ts', lines: 40 },
];

describe('sizes', () => {
  it('are median, p90 and tests per line of code for each package', () => {
    expect(packageSizes(files)).toEqual([
      { folder: 'packages/rules', files: 3, lines: 60, median: 20, p90: 30, testRatio: 1.5 },
      { folder: 'scripts', files: 1, lines: 40, median: 40, p90: 40, testRatio: 0 },
    ]);
  });

  it('name the largest files that are not tests', () => {
    expect(largestFiles(files, 2).map(({ path }) => path)).toEqual([
      'scripts/check.ts',
      'packages/rules/src/b.ts',
    ]);
  });

  it.each([
    [[], 0.5, 0],
    [[7], 0.9, 7],
    [[1, 2, 3, 4], 0.5, 2],
    [[5, 1, 4, 2, 3, 6, 7, 8, 9, 10], 0.9, 9],
  ])('percentile of %j at %d is %d', (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });
});

describe('isTestFile', () => {
  it.each([
    ['packages/db/src/a.it.test.ts', true],
    ['packages/ui/src/A.test.tsx', true],
    ['e2e/src/specs/trade.spec.ts', true],
    ['packages/db/src/testing.ts', true],
    ['packages/rules/src/testing/arbitraries.ts', true],
    ['packages/db/src/attesting.ts', false],
    ['services/gameserver/src/features/testing-ground/index.ts', false],
  ])('%s: %s', (path, expected) => {
    expect(isTestFile(path)).toBe(expected);
  });
});
