import type { ImportGraph } from './import-graph.ts';
import type { Finding } from './net.ts';

/**
 * Groups of files that import each other in a circle at run time, one finding a group. Types may refer
 * to each other: nothing is loaded for them. (Tarjan's strongly connected components.)
 */
export const importCycles = (graph: ImportGraph): readonly Finding[] => {
  const next = new Map<string, string[]>(graph.files.map((file) => [file, []]));
  for (const { from, target, isTypeOnly } of graph.edges) {
    if (target.kind === 'file' && !isTypeOnly) next.get(from)?.push(target.file);
  }
  return stronglyConnected(next).map((group) => {
    const files = [...group].sort();
    return { rule: 'cycle', file: files[0] ?? '', message: `imports itself through ${files.join(', ')}` };
  });
};

const stronglyConnected = (next: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] => {
  const order = new Map<string, number>();
  const stack: string[] = [];
  const groups: string[][] = [];

  const enter = (file: string): number => {
    const index = order.size;
    order.set(file, index);
    stack.push(file);
    let low = index;
    for (const neighbour of next.get(file) ?? []) {
      if (!order.has(neighbour)) low = Math.min(low, enter(neighbour));
      else if (stack.includes(neighbour)) low = Math.min(low, order.get(neighbour) ?? low);
    }
    if (low === index) {
      const group = stack.splice(stack.indexOf(file));
      if (group.length > 1 || (next.get(file) ?? []).includes(file)) groups.push(group);
    }
    return low;
  };

  for (const file of next.keys()) if (!order.has(file)) enter(file);
  return groups;
};
