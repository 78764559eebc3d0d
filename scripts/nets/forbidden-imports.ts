import type { IRegularForbiddenRuleType } from 'dependency-cruiser';
import { TEST_FILE } from '../tree/source-files.ts';
import { inside, OURS } from './allowed-imports.ts';
import { PURE_WORKSPACES, TEST_WORKSPACES } from './import-table.ts';

/** Files that are started or read by tools rather than imported. */
const STARTED =
  '(?:^scripts/[^/]+\\.ts|/main\\.tsx?|/healthcheck\\.ts|\\.config\\.ts|\\.d\\.ts|/migrations/[^/]+\\.ts|/public/[^/]+\\.js)$';

const pureWorkspaces = (): IRegularForbiddenRuleType[] =>
  Object.entries(PURE_WORKSPACES).flatMap(([name, packages]) => {
    const from = { path: inside([name]), pathNot: TEST_FILE.source };
    return [
      {
        name: 'pure-without-node',
        comment: 'rules and contracts do no I/O and know no Node (docs/adr/0002)',
        from,
        to: { dependencyTypes: ['core'] },
      },
      {
        name: 'pure-without-packages',
        comment: 'rules depend on nothing, contracts on zod alone (docs/adr/0002)',
        from,
        to: {
          path: '(?:^|/)node_modules/',
          pathNot: packages.map((allowed) => `node_modules/${allowed}/`),
        },
      },
    ];
  });

/** What no import may do, wherever the table allows it. The names are what an exception quotes. */
const rules = (): IRegularForbiddenRuleType[] => [
  ...pureWorkspaces(),
  {
    name: 'unresolved-import',
    comment: 'there is no such file, or the package does not export it',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'package-door',
    comment: 'import a workspace by its name, not by a path',
    from: { path: '^((?:packages|services)/[^/]+|[^/]+)/' },
    to: {
      path: OURS,
      pathNot: '^(?:$1|scripts)/',
      dependencyTypes: ['local'],
      dependencyTypesNot: ['aliased'],
    },
  },
  {
    name: 'testing-entry',
    comment: 'test support is for tests',
    from: { pathNot: [TEST_FILE.source, inside(TEST_WORKSPACES)] },
    to: { path: `${OURS}.*(?:${TEST_FILE.source})` },
  },
  {
    name: 'feature-door',
    comment: 'enter a feature by its index.ts',
    from: { path: '^(services/[^/]+/src/features)/([^/]+)/' },
    to: { path: '^$1/[^/]+/', pathNot: ['^$1/$2/', '^$1/[^/]+/index\\.ts$'] },
  },
  {
    // The clients' router loads single screens lazily; a door that imports them all would undo that.
    name: 'feature-door',
    comment: 'enter a feature by its index.ts',
    from: { path: '^(services/(?:gameserver|region-manager)/src)/', pathNot: '/src/features/' },
    to: { path: '^$1/features/[^/]+/', pathNot: '^$1/features/[^/]+/index\\.ts$' },
  },
  {
    name: 'scene-data',
    comment: 'the scene draws what it is given and asks nobody',
    from: { path: '^services/[^/]+/src/scene/' },
    to: { path: inside(['api-client']) },
  },
  { name: 'cycle', comment: 'it imports itself through others', from: {}, to: { circular: true } },
  {
    name: 'orphan',
    comment: 'it imports nothing and is imported by nobody',
    from: { orphan: true, path: OURS, pathNot: [TEST_FILE.source, STARTED] },
    to: {},
  },
];

/** All of them fail the check. */
export const forbiddenImports = (): IRegularForbiddenRuleType[] =>
  rules().map((rule) => ({ ...rule, severity: 'error' }));
