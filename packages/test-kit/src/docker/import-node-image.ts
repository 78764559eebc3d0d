import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type Docker from 'dockerode';

const ACCOUNTS = 'root:x:0:0:root:/root:/sbin/nologin\nnode:x:1000:1000::/home/node:/sbin/nologin\n';
const GROUPS = 'root:x:0:\nnode:x:1000:\n';
/** What native packages are linked with beyond what Node itself needs. */
const FURTHER_LIBRARIES = ['librt.so.1', 'libresolv.so.2', 'libutil.so.1'];
const CERTIFICATES = '/etc/ssl/certs/ca-certificates.crt';

/**
 * Stands in for the published Node image where none can be pulled: the Node this test runs on, the libraries
 * it needs, certificates and the two accounts, imported under `tag`. There is no shell in it.
 */
export const importNodeImage = async (docker: Docker, tag: string): Promise<void> => {
  const root = mkdtempSync(join(tmpdir(), 'sw-node-image-'));
  try {
    // A folder for temporary files is its owner's alone; this one becomes `/` of everybody in the container.
    chmodSync(root, 0o755);
    const node = realpathSync(process.execPath);
    place(root, node, '/usr/local/bin/node');
    for (const library of librariesOf(node)) place(root, realpathSync(library), library);
    if (existsSync(CERTIFICATES)) place(root, CERTIFICATES, CERTIFICATES);
    write(root, '/etc/passwd', ACCOUNTS);
    write(root, '/etc/group', GROUPS);
    mkdirSync(join(root, 'tmp'), { mode: 0o777 });
    await importTree(docker, { tag, root, paths: ['.'] });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};

/** Imports files below `root` as an image of one layer; links stay links. */
export const importTree = async (
  docker: Docker,
  tree: {
    readonly tag: string;
    readonly root: string;
    readonly paths: readonly string[];
    /** Folder of the image in which `root` shall lie, without a slash in front. */
    readonly below?: string;
  },
): Promise<void> => {
  const moved = tree.below === undefined ? [] : [`--transform=flags=r;s,^,${tree.below}/,`];
  // Folders that no entry names would be closed to everybody but root.
  const folders = [...new Set(tree.paths.flatMap(foldersAbove))];
  const entries = ['--no-recursion', ...folders, '--recursion', ...tree.paths];
  const tar = spawn('tar', ['-C', tree.root, '--owner=0', '--group=0', ...moved, '-c', ...entries], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [repo, version = 'latest'] = tree.tag.split(':');
  const progress = await docker.importImage(tar.stdout, {
    repo,
    tag: version,
    changes: 'ENV PATH=/usr/local/bin:/usr/bin:/bin',
  });
  await new Promise<void>((resolve, reject) => {
    docker.modem.followProgress(progress, (error) => (error === null ? resolve() : reject(error)));
  });
};

const foldersAbove = (path: string): readonly string[] => {
  const folder = dirname(path);
  return folder === '.' ? [] : [...foldersAbove(folder), folder];
};

/** The shared libraries a program is linked with, the loader among them. */
const librariesOf = (program: string): readonly string[] => {
  const listed = execFileSync('ldd', [program], { encoding: 'utf8' }).matchAll(/(\/\S+) \(0x/g);
  const libraries = [...listed].map(([, path = '']) => path);
  const folder = dirname(libraries.find((path) => path.includes('/libc.so')) ?? '/lib/libc.so');
  const further = FURTHER_LIBRARIES.map((name) => join(folder, name)).filter((path) => existsSync(path));
  return [...libraries, ...further];
};

const place = (root: string, from: string, to: string): void => {
  mkdirSync(dirname(join(root, to)), { recursive: true });
  cpSync(from, join(root, to), { dereference: true });
};

const write = (root: string, to: string, text: string): void => {
  mkdirSync(dirname(join(root, to)), { recursive: true });
  writeFileSync(join(root, to), text);
};
