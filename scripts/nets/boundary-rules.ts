import { isTestFile } from '../tree/source-files.ts';
import type { Edge, ImportGraph } from './import-graph.ts';
import { IMPORT_TABLE, PURE_UNITS, TEST_UNITS, UNRESTRICTED_UNITS } from './import-table.ts';
import type { Finding } from './net.ts';
import type { Unit } from './units.ts';
import { unitOfFile } from './units.ts';

/** One import with both ends known. */
interface Crossing {
  readonly edge: Edge;
  readonly from: Unit;
  /** The unit of the imported file; undefined for Node, npm and nowhere. */
  readonly to: Unit | undefined;
  readonly file: string | undefined;
  readonly inTest: boolean;
}

type Rule = (crossing: Crossing) => string | undefined;

/** Each rule answers with a complaint or with nothing. The name is what an exception quotes. */
const RULES: Readonly<Record<string, Rule>> = {
  'unresolved-import': ({ edge }) =>
    edge.target.kind === 'nowhere' ? 'there is no such file, or the package does not export it' : undefined,

  'import-table': ({ edge, from, to, inTest }) => {
    if (to === undefined || to === from || UNRESTRICTED_UNITS.has(from.name)) return undefined;
    if (to.name === 'test-kit' && (inTest || TEST_UNITS.has(from.name))) return undefined;
    const permission = IMPORT_TABLE[from.name]?.[to.name];
    if (permission === undefined) return `${from.name} may not import ${to.name}`;
    return permission === 'types' && !edge.isTypeOnly && !inTest
      ? `${from.name} may import only types of ${to.name}`
      : undefined;
  },

  'package-door': ({ edge, from, to }) =>
    to !== undefined &&
    to !== from &&
    edge.target.kind === 'file' &&
    !edge.target.viaPackage &&
    to.packageName !== ''
      ? `import ${to.packageName} by its name, not by a path`
      : undefined,

  'testing-entry': ({ from, to, file, inTest }) =>
    file !== undefined && to !== undefined && !inTest && !TEST_UNITS.has(from.name) && isTestFile(file)
      ? 'test support is for tests'
      : undefined,

  'pure-unit': ({ edge, from, inTest }) => {
    const allowed = PURE_UNITS[from.name];
    if (allowed === undefined || inTest) return undefined;
    if (edge.target.kind === 'node') return `${from.name} does no I/O and knows no Node`;
    return edge.target.kind === 'npm' && !allowed.has(edge.target.packageName)
      ? `${from.name} may not depend on ${edge.target.packageName}`
      : undefined;
  },

  'feature-door': ({ edge, from, file }) => {
    if (file === undefined || !from.isService) return undefined;
    const entered = featureOf(file);
    if (entered === undefined || featureOf(edge.from)?.folder === entered.folder || entered.isDoor)
      return undefined;
    // The clients' router loads single screens lazily; a door that imports them all would undo that.
    const isFeature = featureOf(edge.from) !== undefined;
    return isFeature || from.name === 'gameserver' || from.name === 'region-manager'
      ? `go through ${entered.folder}/index.ts`
      : undefined;
  },

  'scene-data': ({ edge, to }) =>
    edge.from.includes('/src/scene/') && to?.name === 'api-client'
      ? 'the scene draws what it is given and asks nobody'
      : undefined,
};

const featureOf = (file: string): { readonly folder: string; readonly isDoor: boolean } | undefined => {
  const match = /^(services\/[^/]+\/src\/features\/[^/]+)\/(.+)$/.exec(file);
  return match?.[1] === undefined ? undefined : { folder: match[1], isDoor: match[2] === 'index.ts' };
};

/** Every import that a rule forbids. */
export const forbiddenImports = (graph: ImportGraph): readonly Finding[] =>
  graph.edges.flatMap((edge) => {
    const from = unitOfFile(graph.units, edge.from);
    if (from === undefined) return [];
    const file = edge.target.kind === 'file' ? edge.target.file : undefined;
    const to = file === undefined ? undefined : unitOfFile(graph.units, file);
    const crossing: Crossing = { edge, from, to, file, inTest: isTestFile(edge.from) };
    return Object.entries(RULES).flatMap(([rule, complain]) => {
      const message = complain(crossing);
      return message === undefined
        ? []
        : [{ rule, file: edge.from, target: file ?? edge.specifier, message }];
    });
  });
