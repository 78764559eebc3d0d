import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeBareClone } from '../testing/bare-clone.ts';
import type { Owner, OwnerOptions } from '../testing/owner.ts';
import { startOwner } from '../testing/owner.ts';
import { stampOf } from './process-stamp.ts';

const isRoot = process.getuid?.() === 0;
/** An ordinary user without an account of any kind but the system's. */
const NOBODY = 65_534;

let folder: string;
let dataDir: string;
let owners: Owner[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sectorwars-launcher-'));
  chmodSync(folder, 0o755);
  dataDir = join(folder, '.sectorwars');
  owners = [];
});

afterEach(async () => {
  for (const owner of owners) {
    const location = owner.location;
    if (owner.process.exitCode === null && owner.process.signalCode === null) await owner.stop();
    if (owner.postmasterPid && stampOf(owner.postmasterPid)) process.kill(owner.postmasterPid, 'SIGINT');
    if (owner.postmasterPid) await expect.poll(() => stampOf(owner.postmasterPid)).toBeUndefined();
    if (location && location !== dataDir) rmSync(location, { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
});

async function start(options?: OwnerOptions): Promise<Owner> {
  const owner = await startOwner(dataDir, options);
  owners.push(owner);
  return owner;
}

async function ask<T extends object>(owner: Owner, text: string): Promise<T[]> {
  expect(owner.error).toBeUndefined();
  const sql = postgres(owner.url, { max: 1, onnotice: () => undefined });
  try {
    return [...(await sql.unsafe<T[]>(text))];
  } finally {
    await sql.end();
  }
}

async function remember(owner: Owner): Promise<void> {
  await ask(owner, `create table if not exists kept (id int); insert into kept values (1)`);
}

async function remembered(owner: Owner): Promise<number> {
  return (await ask(owner, 'select id from kept')).length;
}

describe('a first start in an empty environment', () => {
  it('yields a server that sorts, encodes and authenticates as production does', async () => {
    const owner = await start();
    const [facts] = await ask(
      owner,
      `select current_setting('server_encoding') as encoding, current_setting('listen_addresses') as listen,
              current_setting('unix_socket_directories') as sockets, datlocprovider as provider,
              datlocale as locale, (select count(*)::int from pg_hba_file_rules where auth_method <> 'scram-sha-256') as open
       from pg_database where datname = current_database()`,
    );
    expect(facts).toEqual({
      encoding: 'UTF8',
      listen: '127.0.0.1',
      sockets: '',
      provider: 'b',
      locale: 'C.UTF-8',
      open: 0,
    });
  });

  it('keeps a random password to its owner', async () => {
    const owner = await start();
    const url = new URL(owner.url);
    expect(url.password).toMatch(/^[\w-]{32}$/);
    expect(statSync(join(dataDir, 'database.json')).mode & 0o077).toBe(0);
    url.password = 'wrong';
    const sql = postgres(url.href, { max: 1 });
    await expect(sql`select 1`).rejects.toMatchObject({ code: '28P01' });
    await sql.end();
  });

  it('begins anew when an earlier one was interrupted half way', async () => {
    mkdirSync(join(dataDir, 'postgres.new', 'base'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres.new', 'PG_VERSION'), '18\n');
    const owner = await start();
    await remember(owner);
    expect(existsSync(join(owner.location, 'postgres.new'))).toBe(false);
  });
});

describe('a data folder', () => {
  it('may have any name', async () => {
    dataDir = join(folder, 'Käpt’n $HOME "s data', '.sectorwars');
    mkdirSync(join(dataDir, '..'));
    await remember(await start());
  });

  it('keeps its data and password from run to run', async () => {
    const first = await start();
    await remember(first);
    await first.stop();
    expect(stampOf(first.postmasterPid)).toBeUndefined();
    const second = await start();
    expect(await remembered(second)).toBe(1);
    expect(new URL(second.url).password).toBe(new URL(first.url).password);
  });

  it('is refused, in one sentence, while another process owns it', async () => {
    const owner = await start();
    const intruder = await start();
    expect(intruder.error).toBe(
      `The data folder ${dataDir} is in use by process ${owner.process.pid}: stop that process first, or start with another data folder.`,
    );
    await remember(owner);
  });

  it('is refused, in one sentence, when its password is gone', async () => {
    await (await start()).stop();
    rmSync(join(dataDir, 'database.json'));
    expect((await start()).error).toMatch(/^\S+database\.json with the password .* is missing: restore it/);
  });
});

describe('after its owner was killed', () => {
  it('the server still runs and is adopted', async () => {
    const first = await start();
    await remember(first);
    await first.kill();
    const second = await start();
    expect(second.postmasterPid).toBe(first.postmasterPid);
    expect(second.log).toEqual(['PostgreSQL was still running after an unclean end and is used as it is.']);
    expect(await remembered(second)).toBe(1);
  });

  it('together with the server, the next start recovers the data', async () => {
    const first = await start();
    await remember(first);
    await first.kill();
    process.kill(first.postmasterPid, 'SIGKILL');
    const second = await start();
    expect(second.postmasterPid).not.toBe(first.postmasterPid);
    expect(await remembered(second)).toBe(1);
  });

  it('a pid that another program inherited is not taken for the server', async () => {
    const first = await start();
    await remember(first);
    const pidFile = join(first.location, 'postgres', 'postmaster.pid');
    await first.stop();
    writeFileSync(pidFile, `${process.pid}\n${first.location}/postgres\n0\n1\n\n\n\nready\n`);
    const second = await start();
    expect(await remembered(second)).toBe(1);
  });
});

describe('a killed server', () => {
  it('is started again by its living owner, at the same address', async () => {
    const owner = await start();
    await remember(owner);
    process.kill(owner.postmasterPid, 'SIGKILL');
    await expect.poll(() => remembered(owner).catch(() => 0), { timeout: 20_000 }).toBe(1);
  });
});

describe('a clone installed without install scripts', () => {
  it('gets its missing library links made', async () => {
    const clone = makeBareClone(join(folder, 'clone'));
    expect(existsSync(join(clone.native, 'lib', 'libpq.so.5'))).toBe(false);
    const owner = await start({ program: clone.program });
    await remember(owner);
    expect(lstatSync(join(clone.native, 'lib', 'libpq.so.5')).isSymbolicLink()).toBe(true);
  });

  it.runIf(isRoot)('belongs to somebody else: a completed copy is used', async () => {
    const clone = makeBareClone(join(folder, 'clone'));
    mkdirSync(dataDir);
    chownSync(dataDir, NOBODY, NOBODY);
    const owner = await start({ program: clone.program, uid: NOBODY });
    await remember(owner);
    expect(owner.log.join()).toContain('cannot be completed: a copy in');
    expect(existsSync(join(clone.native, 'lib', 'libpq.so.5'))).toBe(false);
  });
});

describe.runIf(isRoot)('as root', () => {
  it('the server runs as somebody else', async () => {
    const owner = await start();
    await remember(owner);
    expect(statSync(`/proc/${owner.postmasterPid}`).uid).toBe(NOBODY);
    expect(statSync(join(owner.location, 'postgres')).uid).toBe(NOBODY);
    expect(statSync(join(dataDir, 'database.json')).uid).toBe(0);
  });

  it('in a clone nobody else may enter, a reachable place is used and named', async () => {
    const clone = makeBareClone(join(folder, 'private', 'clone'));
    chmodSync(join(folder, 'private'), 0o700);
    dataDir = join(folder, 'private', 'clone', '.sectorwars');
    const first = await start({ program: clone.program });
    await remember(first);
    expect(first.location).toMatch(/^\/var\/lib\/sectorwars2102-[0-9a-f]{12}$/);
    expect(first.log).toEqual([
      `PostgreSQL runs as nobody, who cannot reach ${dataDir}: its data are kept in ${first.location}.`,
      expect.stringContaining(`a copy in ${first.location}/postgresql-18`),
    ]);
    await first.stop();
    const second = await start({ program: clone.program });
    expect(await remembered(second)).toBe(1);
  });

  it('in the clone of an ordinary user, the server runs as that user', async () => {
    const home = join(folder, 'home');
    mkdirSync(home);
    chownSync(home, 1, 1);
    dataDir = join(home, '.sectorwars');
    const owner = await start();
    expect(statSync(`/proc/${owner.postmasterPid}`).uid).toBe(1);
  });

  it('an ordinary user can start too, and is told when the data are somebody else’s', async () => {
    const home = join(folder, 'home');
    mkdirSync(home);
    chownSync(home, NOBODY, NOBODY);
    dataDir = join(home, '.sectorwars');
    const owner = await start({ uid: NOBODY });
    await remember(owner);
    await owner.stop();
    expect((await start({ uid: 1 })).error).toMatch(
      /belongs to another user \(uid 65534\): start as that user/,
    );
  });
});
