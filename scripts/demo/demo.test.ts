import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDemoOptions } from './options.ts';
import { findRunningServer } from './running-server.ts';
import { Tally } from './summary.ts';

describe('readDemoOptions', () => {
  it('has defaults and takes what is given', () => {
    expect(readDemoOptions([])).toEqual({ players: 12, minutes: 10, url: undefined, seed: 'demo' });
    expect(readDemoOptions(['--players', '3', '--url', 'http://x/'])).toMatchObject({
      players: 3,
      url: 'http://x',
    });
  });

  it.each(['0', '-1', '1.5', 'many', '201'])('refuses %s players in one sentence', (players) => {
    expect(() => readDemoOptions([`--players=${players}`])).toThrow(
      '--players must be a whole number from 1 to 200',
    );
  });
});

describe('findRunningServer', () => {
  let url: string;
  let dataDir: string;
  const server = createServer((_, response) => response.end('{}'));

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'sw-demo-'));
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });

  afterEach(async () => {
    rmSync(dataDir, { recursive: true });
    await new Promise((resolve) => server.close(resolve));
  });

  it('takes what was named', async () => {
    const env = { SW_DATA_DIR: dataDir, DATABASE_URL: 'postgres://elsewhere' };
    expect(await findRunningServer(env, url)).toEqual({ url, databaseUrl: 'postgres://elsewhere' });
  });

  it('says what to do when nothing runs', async () => {
    await expect(findRunningServer({ SW_DATA_DIR: dataDir }, undefined)).rejects.toThrow('npm start');
    const env = { SW_DATA_DIR: dataDir, DATABASE_URL: 'postgres://elsewhere' };
    await expect(findRunningServer(env, 'http://127.0.0.1:1')).rejects.toThrow('No server answers');
  });
});

it('a tally counts by kind', () => {
  const tally = new Tally();
  tally.add('moved');
  tally.add('moved');
  tally.add('rested');
  expect(tally.line(135_000)).toBe('02:15  2 flights, 0 dockings, 0 purchases, 0 sales, 0 lines said');
});
