import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const CLIENT = fileURLToPath(new URL('../../../services/player-client', import.meta.url));
const VITE = fileURLToPath(new URL('../../../node_modules/vite/bin/vite.js', import.meta.url));
const LIMIT_MS = 180_000;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

export interface Lab {
  /** Address of the page for a chart of so many sectors, and frames of each movement over it. */
  galaxyOf(sectors: number, frames: number): string;
  dispose(): void;
}

/** Builds the lab of the player client into a folder of its own and serves it to this machine. */
export const serveLab = async (): Promise<Lab> => {
  const folder = mkdtempSync(join(tmpdir(), 'sw-lab-'));
  await promisify(execFile)(
    process.execPath,
    [VITE, 'build', '--config', 'vite.lab.config.ts', '--outDir', folder],
    { cwd: CLIENT, timeout: LIMIT_MS, env: { ...process.env, NODE_ENV: 'production' } },
  );
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://lab');
    const path = join(folder, normalize(pathname === '/lab/galaxy' ? '/lab.html' : pathname));
    try {
      response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
      response.end(readFileSync(path));
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    galaxyOf: (sectors, frames) => `http://127.0.0.1:${port}/lab/galaxy?n=${sectors}&frames=${frames}`,
    dispose: () => {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
