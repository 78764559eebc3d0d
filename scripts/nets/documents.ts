import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sourceFiles } from '../tree/source-files.ts';
import type { Finding, Net } from './net.ts';
import { reportFindings } from './net.ts';

/** A link of Markdown to a file of this repository, without what stands behind `#`. */
const LINK = /\]\((?!\w+:|#)([^)#\s]+)(?:#[^)]*)?\)/g;
/** A path in code quotes that begins at the root; patterns and placeholders name no file. */
const PATH = /`((?:packages|services|scripts|e2e|bench|docs)\/[\w./@-]+)`/g;
/** What a build or a measurement leaves is not there before it has run. */
const MADE = /\/(?:output|dist)(?:\/|$)/;
const SCRIPT = /`(?:[A-Z_]+=\S+ )*npm run ([\w:-]+)/g;

/** Files, folders and scripts that documents name and that do not exist. */
export const documents = (root: string): readonly Finding[] => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly scripts?: Readonly<Record<string, string>>;
  };
  const scripts = manifest.scripts ?? {};
  return sourceFiles(root, ['.md']).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const named = (pattern: RegExp): readonly string[] =>
      [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].filter((name) => name !== '');
    return [
      ...named(LINK)
        .filter((path) => !existsSync(join(root, dirname(file), path)))
        .map((path) => ({ rule: 'dead-link', file, message: `${path} is not there` })),
      ...named(PATH)
        .filter((path) => !MADE.test(path) && !existsSync(join(root, path)))
        .map((path) => ({ rule: 'no-such-path', file, message: `${path} is not there` })),
      ...named(SCRIPT)
        .filter((name) => scripts[name] === undefined)
        .map((name) => ({ rule: 'no-such-script', file, message: `npm run ${name} does nothing` })),
    ];
  });
};

export const documentsNet = (root: string): Net => ({
  name: 'documents',
  run: () => reportFindings(documents(root)),
});
