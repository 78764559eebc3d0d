import { applyExceptions } from './apply-exceptions.ts';
import { forbiddenImports } from './boundary-rules.ts';
import { importCycles } from './cycles.ts';
import type { BoundaryException } from './exceptions.ts';
import { BOUNDARY_EXCEPTIONS } from './exceptions.ts';
import { readImportGraph } from './import-graph.ts';
import type { Finding, Net } from './net.ts';
import { reportFindings } from './net.ts';
import { orphans } from './orphans.ts';

/** Everything wrong with the imports below a root (docs/adr/0011). */
export const checkBoundaries = (
  root: string,
  exceptions: readonly BoundaryException[] = BOUNDARY_EXCEPTIONS,
): readonly Finding[] => {
  const graph = readImportGraph(root);
  return applyExceptions([...forbiddenImports(graph), ...importCycles(graph), ...orphans(graph)], exceptions);
};

export const boundariesNet = (root: string): Net => ({
  name: 'boundaries',
  run: () => reportFindings(checkBoundaries(root)),
});
