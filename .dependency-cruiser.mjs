import { allowedImports } from './scripts/nets/allowed-imports.ts';
import { forbiddenImports } from './scripts/nets/forbidden-imports.ts';

/**
 * Boundaries between the folders of this repository (docs/adr/0011). `npm run check` tests them together
 * with the exceptions of scripts/nets/exceptions.ts.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
const config = {
  forbidden: forbiddenImports(),
  allowed: allowedImports(),
  allowedSeverity: 'error',
  options: {
    // Of TypeScript only its types are used from version 7 on; this parser needs nothing else.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    // Results of builds and hidden folders, but not those of installed packages, which are imported.
    exclude: {
      path: '^(?:packages/[^/]+|services/[^/]+|e2e|bench|scripts)/(?:dist|coverage|output|\\.[^/]+)/',
    },
    // Workspaces and packages are entered through their `exports` alone.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
};

export default config;
