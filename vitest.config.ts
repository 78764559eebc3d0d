import { defineConfig } from 'vitest/config';

/** Names of tests that need a real PostgreSQL. */
const INTEGRATION = '**/*.it.test.ts';
/** Names of tests against servers that npm does not bring: Redis, nginx, Docker, Prometheus. */
const INFRA = '**/*.infra.test.ts';
const EVERYWHERE = [
  'packages/*/src/**',
  'packages/*/sim/**',
  'services/*/src/**',
  'scripts/**',
  'e2e/src/**',
  'bench/src/**',
];
/** Workspaces whose tests draw into a document. */
const BROWSER_LIKE = ['packages/ui/src/**', 'services/player-client/src/**', 'services/admin-ui/src/**'];
const NEVER = ['**/node_modules/**', '**/dist/**'];

function suffixed(folders: readonly string[], ...suffixes: readonly string[]): string[] {
  return folders.flatMap((folder) => suffixes.map((suffix) => `${folder}/*${suffix}`));
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: suffixed(EVERYWHERE, '.test.ts'),
          exclude: [...NEVER, INTEGRATION, INFRA, ...suffixed(BROWSER_LIKE, '.test.ts', '.test.tsx')],
        },
      },
      {
        test: {
          name: 'ui',
          environment: 'happy-dom',
          include: suffixed(BROWSER_LIKE, '.test.ts', '.test.tsx'),
          exclude: [...NEVER, INTEGRATION],
        },
      },
      {
        test: {
          name: 'it',
          environment: 'node',
          include: suffixed(EVERYWHERE, '.it.test.ts'),
          exclude: NEVER,
          globalSetup: ['./packages/test-kit/src/vitest-postgres.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'infra',
          environment: 'node',
          include: suffixed(EVERYWHERE, '.infra.test.ts'),
          exclude: NEVER,
          globalSetup: ['./packages/test-kit/src/vitest-postgres.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
