import type { IRegularAllowedRuleType } from 'dependency-cruiser';
import { TEST_FILE } from '../tree/source-files.ts';
import { IMPORT_TABLE, TEST_WORKSPACES, UNRESTRICTED } from './import-table.ts';

/** Folders with our own code, as the beginning of a path. */
export const OURS = '^(?:packages|services|e2e|bench|scripts)/';

/** Paths of everything in workspaces with these names. */
export const inside = (names: readonly string[]): string =>
  `^(?:(?:packages|services)/)?(?:${names.join('|')})/`;

/** Paths of the tests in a workspace. */
const testsInside = (name: string): string => `(?=.*(?:${TEST_FILE.source}))${inside([name])}`;

/**
 * The import table as rules of dependency-cruiser: an import has to fit one of them. Tests may also use
 * at run time what is given to their workspace as types, and the test kit.
 */
export const allowedImports = (): IRegularAllowedRuleType[] => [
  { comment: 'Node and npm have rules of their own', from: {}, to: { pathNot: OURS } },
  { comment: 'itself', from: { path: '^((?:packages|services)/[^/]+|[^/]+)/' }, to: { path: '^$1/' } },
  { comment: 'the tools', from: { path: inside([UNRESTRICTED]) }, to: { path: OURS } },
  ...Object.entries(IMPORT_TABLE).flatMap(([name, row]) => [
    ...Object.entries(row).map(([imported, permission]) => ({
      from: { path: inside([name]) },
      to: {
        path: inside([imported]),
        ...(permission === 'types' ? { dependencyTypes: ['type-only' as const] } : {}),
      },
    })),
    { from: { path: testsInside(name) }, to: { path: inside([...Object.keys(row), 'test-kit']) } },
  ]),
  { from: { path: inside(TEST_WORKSPACES) }, to: { path: inside(['test-kit']) } },
];
