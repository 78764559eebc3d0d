import { defineConfig } from 'vitest/config';

const TESTS = ['packages/*/src/**', 'services/*/src/**', 'scripts/**', 'bench/src/**'];
const INTEGRATION = '**/*.it.test.ts';

/**
 * Two projects. `unit`: examples, properties, goldens and components, without any server; files that
 * need a document begin with `// @vitest-environment happy-dom`. `it`: against a real PostgreSQL.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: TESTS.map((folder) => `${folder}/*.test.{ts,tsx}`),
          exclude: ['**/node_modules/**', INTEGRATION],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'it',
          include: TESTS.map((folder) => `${folder}/*.it.test.ts`),
          exclude: ['**/node_modules/**'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
