/**
 * Who may import whom (docs/adr/0011), by the last part of the folder of a workspace. A workspace may
 * always import itself; whatever is not listed is forbidden. `types`: types only, nothing that exists at
 * run time. `.dependency-cruiser.mjs` turns this into rules.
 */
type Row = Readonly<Record<string, 'yes' | 'types'>>;

const CLIENT: Row = { rules: 'types', contracts: 'yes', 'api-client': 'yes', ui: 'yes', i18n: 'yes' };

export const IMPORT_TABLE: Readonly<Record<string, Row>> = {
  rules: {},
  contracts: { rules: 'yes' },
  'service-kit': { contracts: 'yes' },
  db: { 'service-kit': 'yes' },
  'web-server': { 'service-kit': 'yes' },
  'api-client': { contracts: 'yes' },
  ui: {},
  i18n: {},
  bots: { rules: 'yes', contracts: 'yes', 'api-client': 'yes' },
  'test-kit': { rules: 'yes', contracts: 'yes', 'service-kit': 'yes', db: 'yes' },
  gameserver: { rules: 'yes', contracts: 'yes', 'service-kit': 'yes', db: 'yes' },
  'region-manager': { contracts: 'yes', 'service-kit': 'yes', db: 'yes' },
  'nginx-gateway': { 'service-kit': 'yes' },
  monitoring: {},
  'player-client': CLIENT,
  'admin-ui': CLIENT,
  e2e: { contracts: 'yes', 'api-client': 'yes' },
  bench: {
    rules: 'yes',
    contracts: 'yes',
    'service-kit': 'yes',
    'api-client': 'yes',
    db: 'yes',
    bots: 'yes',
    'test-kit': 'yes',
  },
};

/** The tools of the repository start and inspect everything, and nothing imports them. */
export const UNRESTRICTED = 'scripts';

/** They exist for tests and measurements; others may import the test kit only from tests. */
export const TEST_WORKSPACES: readonly string[] = ['test-kit', 'e2e', 'bench', UNRESTRICTED];

/** npm packages that pure workspaces may use; every other one is governed by its manifest alone. */
export const PURE_WORKSPACES: Readonly<Record<string, readonly string[]>> = {
  rules: [],
  contracts: ['zod'],
};
