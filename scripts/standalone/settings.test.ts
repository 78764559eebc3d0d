import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataFolder, standaloneEnvironment } from './environment.ts';
import { isPortFree } from './free-port.ts';
import { prepareLogFile } from './log-file.ts';
import { givenJwtSecret, keptJwtSecret } from './secrets.ts';
import { readyLine, welcome } from './welcome.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sectorwars-settings-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('standaloneEnvironment', () => {
  it('is development on this machine, whatever the shell says', () => {
    expect(standaloneEnvironment({})).toEqual({ ENVIRONMENT: 'development', HOST: '127.0.0.1' });
    expect(standaloneEnvironment({ ENVIRONMENT: 'production', HOST: 'x86_64-conda-linux-gnu' })).toEqual({
      ENVIRONMENT: 'development',
      HOST: '127.0.0.1',
    });
  });

  it('passes an address on, for the server to judge', () => {
    expect(standaloneEnvironment({ HOST: '0.0.0.0' })['HOST']).toBe('0.0.0.0');
    expect(standaloneEnvironment({ HOST: '::1' })['HOST']).toBe('::1');
  });
});

describe('dataFolder', () => {
  it('is the one in the checkout unless another is named', () => {
    expect(dataFolder({})).toMatch(/\.sectorwars$/);
    expect(dataFolder({ SW_DATA_DIR: '' })).toMatch(/\.sectorwars$/);
    expect(dataFolder({ SW_DATA_DIR: folder })).toBe(folder);
    expect(dataFolder({ SW_DATA_DIR: 'mine', INIT_CWD: folder })).toBe(join(folder, 'mine'));
  });
});

describe('the secret', () => {
  it('is made once and kept to its owner', () => {
    const secret = keptJwtSecret(folder);
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(keptJwtSecret(folder)).toBe(secret);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o077).toBe(0);
  });

  it('is not silently replaced when it cannot be read', () => {
    writeFileSync(join(folder, 'secrets.json'), 'torn');
    expect(() => keptJwtSecret(folder)).toThrow('secrets.json cannot be read: restore it');
  });

  it('must be given, and be long enough, for a database of somebody’s own', () => {
    expect(() => givenJwtSecret({}, false)).toThrow('JWT_SECRET is required together with DATABASE_URL');
    expect(() => givenJwtSecret({ JWT_SECRET: 'short' }, false)).toThrow('JWT_SECRET has 5 characters');
    expect(() => givenJwtSecret({ JWT_SECRET: 'short' }, true)).toThrow('JWT_SECRET has 5 characters');
    expect(givenJwtSecret({}, true)).toBeUndefined();
    expect(givenJwtSecret({ JWT_SECRET: 'k'.repeat(32) }, false)).toBe('k'.repeat(32));
  });
});

describe('prepareLogFile', () => {
  it('keeps a small log and puts a large one aside', () => {
    const path = prepareLogFile(folder);
    writeFileSync(path, 'line\n');
    prepareLogFile(folder);
    expect(statSync(path).size).toBe(5);
    writeFileSync(path, Buffer.alloc(10_000_001));
    prepareLogFile(folder);
    expect(statSync(path).size).toBe(0);
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(statSync(`${path}.1`).size).toBe(10_000_001);
  });
});

describe('welcome', () => {
  const url = 'http://localhost:8080';

  it('names the two addresses, and the first sign-in once', () => {
    const text = welcome({
      url,
      clientDirs: { player: 'dist', admin: 'dist' },
      adminCredentials: { username: 'admin', password: 'generated' },
    });
    expect(text).toContain('Play     http://localhost:8080\n');
    expect(text).toContain('Operate  http://localhost:8080/admin/\n');
    expect(text).toContain('Operator admin / generated ');
    expect(welcome({ url, clientDirs: {} })).not.toMatch(/Operat/);
  });

  it('can be found by a program', () => {
    expect(JSON.parse(readyLine(url).replace(/^SECTORWARS_READY /, ''))).toEqual({ url });
  });
});

describe('ports', () => {
  it('tells a free port from a taken one', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await isPortFree(port, '127.0.0.1')).toBe(false);
    await new Promise((resolve) => server.close(resolve));
    expect(await isPortFree(port, '127.0.0.1')).toBe(true);
  });
});
