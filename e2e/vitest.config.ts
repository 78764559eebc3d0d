import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * The journeys have a configuration of their own: they start real servers and browsers, one file
 * after another, and are run by `npm run test:e2e`, not with the tests beside the code.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    name: 'e2e',
    include: ['src/**/*.spec.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 240_000,
    bail: 0,
  },
});
