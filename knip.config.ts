import type { KnipConfig } from 'knip';

/** What a stylesheet loads, as imports, so that fonts and partial sheets count as used. */
const cssAsImports = (css: string): string =>
  [...css.matchAll(/(?:@import\s+|url\()\s*['"]([^'"]+)['"]/g)]
    .map(([, path]) => `import '${path}';`)
    .join('\n');

/** Entries of packages are the files their manifests export; tests are found by the test runner's settings. */
const config: KnipConfig = {
  ignoreExportsUsedInFile: true,
  compilers: { css: cssAsImports },
  // The parser that dependency-cruiser looks for at run time (docs/adr/0011), and types that the compiler
  // finds by itself for the web apps; the files of the documentation page are looked up by their path.
  ignoreDependencies: ['@swc/core', '@types/react-dom', 'swagger-ui-dist'],
  ignoreBinaries: ['flock', 'ldd', 'mount', 'runuser', 'sha256sum', 'umount'],
  workspaces: {
    // The second entry is preloaded into services by its path.
    '.': {
      entry: ['scripts/*.{ts,mjs}', 'scripts/bootstrap/end-with-parent.mjs'],
      project: ['scripts/**/*.{ts,mjs,css}'],
    },
    // The second is what health checks of containers run.
    'packages/service-kit': { entry: ['src/healthcheck.ts'], project: ['src/**/*.ts'] },
    'packages/*': { project: ['src/**/*.{ts,tsx,css}'] },
    // The lab is a page of its own for measurements, never part of what is served.
    'services/*': {
      entry: ['src/main.{ts,tsx}', 'src/cli.ts', 'src/lab/main.tsx', 'vite.lab.config.ts'],
      project: ['src/**/*.{ts,tsx,css}'],
    },
    // Its own test settings name the journeys alone; the tests of its tools run with the unit tests.
    e2e: { entry: ['src/**/*.test.ts', 'src/lab/measure-galaxy.ts'], project: ['src/**/*.{ts,css}'] },
    bench: { entry: ['src/main.ts'], project: ['src/**/*.{ts,css}'] },
  },
};

export default config;
