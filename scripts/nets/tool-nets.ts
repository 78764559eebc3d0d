import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installedBin } from '../process/installed-bin.ts';
import { runNode } from '../process/run-command.ts';
import { sourceFiles } from '../tree/source-files.ts';
import type { Net, NetResult } from './net.ts';

const LIMIT_MS = 240_000;

const runTool = async (root: string, script: string, args: readonly string[]): Promise<NetResult> => {
  const { exitCode, output } = await runNode(script, args, {
    cwd: root,
    limitMs: LIMIT_MS,
    env: { NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  return { ok: exitCode === 0, output };
};

/** Format and lint; warnings count as errors. */
export const biomeNet = (root: string): Net => ({
  name: 'format and lint',
  run: () =>
    runTool(root, installedBin('@biomejs/biome', 'biome'), [
      'ci',
      '--error-on-warnings',
      '--colors=off',
      '--max-diagnostics=200',
      '.',
    ]),
});

/** Files, exports and dependencies nobody uses, and dependencies nobody declared. */
export const knipNet = (root: string): Net => ({
  name: 'dead code',
  run: () => runTool(root, installedBin('knip', 'knip'), ['--no-progress']),
});

/** One net for every tsconfig of the repository, so that a failure names its package. */
export const typeNets = (root: string): readonly Net[] =>
  projectsOf(root).map((project) => ({
    name: `types ${project}`,
    run: () =>
      runTool(root, installedBin('typescript', 'tsc'), ['--noEmit', '--pretty', 'false', '-p', project]),
  }));

const projectsOf = (root: string): readonly string[] =>
  sourceFiles(root, ['.json']).filter(
    (path) =>
      /(?:^|\/)tsconfig(?:\.[a-z]+)?\.json$/.test(path) &&
      path !== 'tsconfig.base.json' &&
      hasSources(root, path.slice(0, path.lastIndexOf('/'))),
  );

/** The compiler refuses a project without any file, which a workspace that is only planned is. */
const hasSources = (root: string, folder: string): boolean =>
  readdirSync(join(root, folder), { recursive: true }).some((path) => /\.tsx?$/.test(String(path)));
