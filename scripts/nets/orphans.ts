import { isTestFile } from '../tree/source-files.ts';
import type { ImportGraph } from './import-graph.ts';
import type { Finding } from './net.ts';

/** Files that are started or read by tools rather than imported. */
const STARTED =
  /(?:^scripts\/[^/]+\.ts|\/main\.tsx?|\.config\.ts|\.d\.ts|\.migration\.ts|\/migrations\/[^/]+\.ts)$/;

/** Files that import nothing and that nobody imports. */
export const orphans = (graph: ImportGraph): readonly Finding[] => {
  const connected = new Set(graph.units.flatMap((unit) => [...unit.doors.values()]));
  for (const { from, target } of graph.edges) {
    connected.add(from);
    if (target.kind === 'file') connected.add(target.file);
  }
  return graph.files
    .filter((file) => !connected.has(file) && !isTestFile(file) && !STARTED.test(file))
    .map((file) => ({ rule: 'orphan', file, message: 'imports nothing and is imported by nobody' }));
};
