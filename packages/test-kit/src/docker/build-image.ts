import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import dockerignore from '@balena/dockerignore';
import type Docker from 'dockerode';

export interface ImageBuild {
  readonly tag: string;
  /** Folder that is the build context; its `.dockerignore` counts. */
  readonly root: string;
  /** Path of the Dockerfile below it. */
  readonly dockerfile: string;
  readonly args: Readonly<Record<string, string>>;
}

/** Too much to walk through, and in no context. */
const NEVER_WALKED = new Set(['node_modules', '.git', 'dist', '.sectorwars']);

/**
 * Builds an image by BuildKit inside the engine, so that stages nobody needs are not run.
 *
 * @throws Error with what the failing step wrote
 */
export const buildImage = async (docker: Docker, build: ImageBuild): Promise<void> => {
  const tar = spawn('tar', ['-C', build.root, '--owner=0', '--group=0', '-c', '-T', '-'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  tar.stdin.end(contextFiles(build.root).join('\n'));
  const progress = await docker.buildImage(tar.stdout, {
    t: build.tag,
    dockerfile: build.dockerfile,
    buildargs: { ...build.args },
    version: '2',
  });
  const written: string[] = [];
  await new Promise<void>((resolve, reject) => {
    docker.modem.followProgress(
      progress,
      (error) => {
        if (error === null) resolve();
        else reject(new Error(`${build.dockerfile}: ${error.message}\n${written.slice(-40).join('')}`));
      },
      (event: { readonly aux?: unknown }) => {
        if (typeof event.aux === 'string') written.push(printable(event.aux));
      },
    );
  });
};

/** Its types put the function one level too deep for modules of Node. */
const newRules = dockerignore as unknown as typeof dockerignore.default;

/** Files of the build context as a Docker client would send them. */
export const contextFiles = (root: string): readonly string[] => {
  const rules = newRules().add(readFileSync(join(root, '.dockerignore'), 'utf8'));
  return filesBelow(root, '').filter((file) => !rules.ignores(file));
};

const filesBelow = (root: string, folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return [path];
    return NEVER_WALKED.has(entry.name) ? [] : filesBelow(root, path);
  });

/** Progress of BuildKit is binary; what steps wrote stands in it as text. */
const printable = (aux: string): string =>
  Buffer.from(aux, 'base64')
    .toString('utf8')
    .replace(/[^\n\x20-\x7e]+/g, ' ');
