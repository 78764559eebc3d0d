import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ICruiseResult, IViolation } from 'dependency-cruiser';
import { cruise } from 'dependency-cruiser';
import readConfig from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { REPOSITORY } from '../tree/repository.ts';
import { applyExceptions } from './apply-exceptions.ts';
import type { BoundaryException } from './exceptions.ts';
import { BOUNDARY_EXCEPTIONS } from './exceptions.ts';
import type { Finding, Net } from './net.ts';
import { reportFindings } from './net.ts';

const CONFIG = join(REPOSITORY, '.dependency-cruiser.mjs');
const FOLDERS = ['packages', 'services', 'e2e', 'bench', 'scripts'];
/** What dependency-cruiser calls an import that fits no row of `allowed`. */
const NOT_ALLOWED = 'not-in-allowed';

/** Everything wrong with the imports below a root (docs/adr/0011). */
export const checkBoundaries = async (
  root: string,
  exceptions: readonly BoundaryException[] = BOUNDARY_EXCEPTIONS,
): Promise<readonly Finding[]> => {
  const folders = FOLDERS.filter((folder) => existsSync(join(root, folder)));
  const { output } = await cruise(folders, { ...(await readConfig(CONFIG)), baseDir: root });
  if (typeof output === 'string') throw new Error(output);
  return applyExceptions(output.summary.violations.map(findingOf(output)), exceptions);
};

const findingOf = ({ summary }: ICruiseResult) => {
  const comments = new Map(summary.ruleSetUsed?.forbidden?.map((rule) => [rule.name, rule.comment]));
  return ({ rule, from, to, unresolvedTo, cycle, type }: IViolation): Finding => ({
    rule: rule.name === NOT_ALLOWED ? 'import-table' : rule.name,
    file: from,
    ...(type === 'module' ? {} : { target: to.includes('node_modules/') ? (unresolvedTo ?? to) : to }),
    message:
      rule.name === NOT_ALLOWED
        ? 'scripts/nets/import-table.ts does not allow it, or only its types'
        : `${comments.get(rule.name)}${cycle === undefined ? '' : `: ${cycle.map(({ name }) => name).join(', ')}`}`,
  });
};

export const boundariesNet = (root: string): Net => ({
  name: 'boundaries',
  run: async () => reportFindings(await checkBoundaries(root)),
});
