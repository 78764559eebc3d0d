import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@sw/db';
import { connect, migrate } from '@sw/db';
import type { LedgerTransfer } from '@sw/rules';
import { BURN, MINT, walletOf } from '@sw/rules';
import { needsBinaries, TEST_EPOCH_MS } from '@sw/test-kit';
import { freePort } from '@sw/test-kit/gateway';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MIGRATIONS_DIR } from '../prepare-database.ts';
import { auditLedger } from './audit.ts';
import { foldLedger } from './fold.ts';
import { balancesOf, lockBalances, openAccounts, postTransfers } from './post.ts';

const needs = needsBinaries('pg_dump', 'psql', 'flock', 'runuser');
const SCRIPTS = join(import.meta.dirname, '../../../database/scripts');
const SERVERS = '/usr/lib/postgresql';
const BIN = existsSync(SERVERS) ? join(SERVERS, readdirSync(SERVERS).sort().at(-1) ?? '', 'bin') : '';
const PASSWORD = 'only-for-this-test';
const ANN = walletOf('00000000-0000-7000-8000-00000000000a');

/** A PostgreSQL of the client tools' version, with a cluster of its own. */
const startCluster = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sw-cluster-'));
  chmodSync(folder, 0o755);
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'])));
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(join(folder, 'password'), PASSWORD);
  chownSync(data, uid ?? 0, gid ?? 0);
  const as = (program: string, ...args: readonly string[]) => [
    '-u',
    'postgres',
    '--',
    join(BIN, program),
    ...args,
  ];
  const init = ['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${folder}/password`, '-N'];
  execFileSync('runuser', as('initdb', ...init, '--locale=C.UTF-8', '-E', 'UTF8'));
  const port = await freePort();
  const settings = ['fsync=off', 'unix_socket_directories=', 'listen_addresses=127.0.0.1', `port=${port}`];
  const server = spawn(
    'runuser',
    as('postgres', '-D', data, ...settings.flatMap((setting) => ['-c', setting])),
    {
      stdio: 'ignore',
    },
  );
  const url = (name: string) => `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${name}`;
  const admin = postgres(url('postgres'), { max: 1, onnotice: () => undefined });
  for (let tries = 0; ; tries += 1) {
    try {
      await admin`SELECT 1`;
      break;
    } catch (error) {
      if (tries > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return {
    port,
    url,
    admin,
    destroy: async () => {
      await admin.end({ timeout: 1 });
      const postmaster = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
      const ended = once(server, 'exit');
      process.kill(postmaster, 'SIGQUIT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

type Cluster = Awaited<ReturnType<typeof startCluster>>;

/** Ann is given 1000 and loses 50. */
const trade = (db: Database) =>
  db.command(async (tx) => {
    const [rows] = await tx.load(lockBalances(tx.sql, [ANN]));
    const legs: readonly LedgerTransfer[] = [
      { from: MINT, to: ANN, amount: 1000n, reason: 'trade_sell' },
      { from: ANN, to: BURN, amount: 50n, reason: 'trade_sell' },
    ];
    const trail = { nowMs: TEST_EPOCH_MS, playerId: null, regionId: null, refType: null, refId: null };
    await tx.commit(...postTransfers(tx.sql, legs, balancesOf(rows), trail));
  });

const checkpoint = async (db: Database, account: string): Promise<string> => {
  const rows = await db.sql<{ balance: string }[]>`
    SELECT balance::text FROM ledger_checkpoints WHERE account = ${account}`;
  return rows[0]?.balance ?? 'none';
};

const isMissing = needs.isMissing || !existsSync(join(BIN, 'initdb'));

describe.skipIf(isMissing)(`backup and restore${needs.note}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'sw-backups-'));
  let cluster: Cluster;
  let file = '';

  const run = (script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const { status, stdout, stderr } = spawnSync('sh', [join(SCRIPTS, script), ...args], {
      encoding: 'utf8',
      env: {
        PATH: `${BIN}:${process.env['PATH'] ?? ''}`,
        PGHOST: '127.0.0.1',
        PGPORT: String(cluster.port),
        PGUSER: 'postgres',
        PGPASSWORD: PASSWORD,
        POSTGRES_DB: 'sectorwars',
        BACKUP_DIR: folder,
        ENVIRONMENT: 'test',
        ...env,
      },
    });
    return { status, stdout, stderr };
  };
  const backups = () => readdirSync(folder).filter((name) => name.endsWith('.dump'));
  const databases = async () =>
    (
      await cluster.admin<
        { datname: string }[]
      >`SELECT datname FROM pg_database WHERE datname LIKE 'sectorwars%'`
    )
      .map(({ datname }) => datname)
      .sort();
  const game = () => connect(cluster.url('sectorwars'), { max: 2, applicationName: 'restore-test' });
  const inGame = async <T>(work: (db: Database) => Promise<T>): Promise<T> => {
    const db = game();
    try {
      return await work(db);
    } finally {
      await db.close();
    }
  };

  beforeAll(async () => {
    cluster = await startCluster();
    await cluster.admin`CREATE DATABASE sectorwars`;
    await inGame(async (db) => {
      await migrate(db, MIGRATIONS_DIR);
      // A server with a history: its transaction ids are far above those of a new one.
      await db.session((sql) =>
        sql.unsafe(
          'DO $$ BEGIN FOR i IN 1..30000 LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$',
        ),
      );
      await db.write((sql) => [openAccounts(sql, [ANN])]);
      await trade(db);
      await foldLedger(db);
      await trade(db);
    });
  });
  afterAll(async () => {
    await cluster?.destroy();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is healthy, and says what is missing', () => {
    expect(run('healthcheck.sh', [])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(run('healthcheck.sh', [], { POSTGRES_DB: 'postgres' })).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('schema was not made yet'),
    });
    expect(run('healthcheck.sh', [], { PGPORT: '9' }).status).toBe(1);
    expect(run('healthcheck.sh', [], { EXPECT_RECOVERY: '1' }).status).toBe(1);
  });

  it('makes a verified dump with its checksum and says when to Prometheus', () => {
    const result = run('backup.sh', []);
    expect(result).toMatchObject({ status: 0, stderr: '' });
    file = result.stdout.trim();
    expect(file).toMatch(/sectorwars_sectorwars_\d{8}T\d{6}Z\.dump$/);
    expect(readFileSync(`${file}.sha256`, 'utf8')).toMatch(/^[0-9a-f]{64} {2}sectorwars_sectorwars_/);
    expect(readFileSync(join(folder, 'sectorwars_backup.prom'), 'utf8')).toMatch(
      /sw_backup_last_success_timestamp_seconds\{db="sectorwars"\} \d{10}\n/,
    );
    expect(run('restore.sh', []).stdout).toContain(file.split('/').at(-1));
  });

  it('proves the newest backup without touching anything', async () => {
    expect(run('restore.sh', ['--drill'], { ENVIRONMENT: 'production' })).toMatchObject({ status: 0 });
    expect(await databases()).toEqual(['sectorwars']);
  });

  it.each([
    ['backup.sh', ['--db', 'no such'], {}, 1],
    ['backup.sh', ['--db', "x'; DROP DATABASE sectorwars"], {}, 1],
    ['backup.sh', ['--everything'], {}, 1],
    ['backup.sh', [], { BACKUP_DIR: '/nowhere' }, 1],
    ['backup.sh', [], { RETENTION_DAYS: '0' }, 1],
    ['backup.sh', [], { PGPASSWORD: 'wrong' }, 1],
    ['backup.sh', ['--db', 'not_there'], {}, 3],
    ['restore.sh', ['no-such.dump', '--yes'], {}, 1],
    ['restore.sh', ['--what'], {}, 1],
    ['restore.sh', ['--drill', '--db', 'not_there'], {}, 4],
  ])('%s %j %j ends with %i', (script, args, env, status) => {
    expect(run(script, args, env).status).toBe(status);
  });

  it('asks twice before it replaces what is live in production', async () => {
    expect(run('restore.sh', [file])).toMatchObject({ status: 1, stderr: expect.stringContaining('--yes') });
    const production = run('restore.sh', [file, '--yes'], { ENVIRONMENT: 'production' });
    expect(production).toMatchObject({ status: 1, stderr: expect.stringContaining('--i-understand') });
    expect(await databases()).toEqual(['sectorwars']);
  });

  it('refuses tools of another version', () => {
    const other = mkdtempSync(join(tmpdir(), 'sw-tools-'));
    writeFileSync(join(other, 'pg_dump'), '#!/bin/sh\necho "pg_dump (PostgreSQL) 9.6.1"\n', { mode: 0o755 });
    const result = run('backup.sh', [], { PATH: `${other}:${BIN}:${process.env['PATH'] ?? ''}` });
    expect(result).toMatchObject({ status: 1, stderr: expect.stringContaining('has version 9') });
    rmSync(other, { recursive: true });
  });

  it('runs one at a time', async () => {
    const holder = spawn('flock', [join(folder, '.lock'), 'sh', '-c', 'echo held; read line'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    expect(run('backup.sh', []).status).toBe(5);
    expect(run('restore.sh', [file, '--yes']).status).toBe(5);
    holder.stdin.end('\n');
    await once(holder, 'exit');
  });

  it.skipIf(process.getuid?.() !== 0)('refuses where there is no room, and leaves nothing behind', () => {
    const small = mkdtempSync(join(tmpdir(), 'sw-small-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', small]);
    try {
      expect(run('backup.sh', [], { BACKUP_DIR: small })).toMatchObject({ status: 2, stdout: '' });
      expect(readdirSync(small).filter((name) => name !== '.lock')).toEqual([]);
    } finally {
      execFileSync('umount', [small]);
      rmSync(small, { recursive: true });
    }
  });

  it('refuses a damaged archive and a wrong or missing checksum, and touches nothing', async () => {
    const damaged = join(folder, 'damaged.dump');
    const bytes = readFileSync(file);
    bytes.fill(0, 0, 64);
    writeFileSync(damaged, bytes);
    expect(run('restore.sh', [damaged, '--yes']).status).toBe(4);
    writeFileSync(`${damaged}.sha256`, readFileSync(`${file}.sha256`));
    expect(run('restore.sh', [damaged, '--yes'])).toMatchObject({
      status: 4,
      stderr: expect.stringContaining('checksum'),
    });
    const sum = execFileSync('sha256sum', [damaged], { encoding: 'utf8' });
    writeFileSync(`${damaged}.sha256`, sum);
    expect(run('restore.sh', [damaged, '--yes'])).toMatchObject({
      status: 4,
      stderr: expect.stringContaining('archive'),
    });
    expect(await databases()).toEqual(['sectorwars']);
  });

  it('refuses what is no whole game, and the live database stays', async () => {
    await cluster.admin`CREATE DATABASE other_game`;
    const [other] = [run('backup.sh', ['--db', 'other_game']).stdout.trim()];
    expect(run('restore.sh', [other, '--yes']).status).toBe(6);
    expect(await databases()).toEqual(['sectorwars']);
    await cluster.admin`DROP DATABASE other_game`;
  });

  it('keeps days, weeks and months, and the newest whatever its age', () => {
    const old = mkdtempSync(join(tmpdir(), 'sw-old-'));
    for (let day = 0; day < 70; day += 1) {
      const date = new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10).replaceAll('-', '');
      writeFileSync(join(old, `sectorwars_sectorwars_${date}T040000Z.dump`), '');
      utimesSync(join(old, `sectorwars_sectorwars_${date}T040000Z.dump`), 0, 0);
    }
    expect(run('backup.sh', [], { BACKUP_DIR: old }).status).toBe(0);
    const kept = readdirSync(old).filter((name) => name.endsWith('.dump'));
    expect(kept.length).toBeLessThanOrEqual(14);
    expect(kept.length).toBeGreaterThanOrEqual(8);
    expect(kept.at(-1)).not.toContain('2020');
    rmSync(old, { recursive: true });
  });

  it('goes back to the backup beside a live database, and says how to go forward again', async () => {
    await inGame((db) => trade(db));
    const before = backups().length;
    const result = run('restore.sh', [file, '--yes']);
    expect(result).toMatchObject({ status: 0, stderr: '' });
    expect(backups()).toHaveLength(before + 1);
    expect(result.stdout).toMatch(/RENAME TO "sectorwars_restore_/);
    const [live, old] = await databases();
    expect([live, old]).toEqual(['sectorwars', expect.stringMatching(/^sectorwars_old_\d{8}T\d{6}Z$/)]);
    await inGame(async (db) => {
      expect(await auditLedger(db, TEST_EPOCH_MS)).toMatchObject({ ok: true, rows: 4n });
    });
  });

  it('brings the game to a new server, where new rows of the ledger count', async () => {
    const up = await inGame(
      async (db) =>
        (await db.sql<{ upTo: string }[]>`SELECT max(up_to)::text AS up_to FROM ledger_checkpoints`)[0]?.upTo,
    );
    await cluster.destroy();
    cluster = await startCluster();
    const [counter] = await cluster.admin<{ xid: string }[]>`SELECT pg_current_xact_id()::text AS xid`;
    expect(BigInt(counter?.xid ?? 0)).toBeLessThan(BigInt(up ?? 0));

    expect(run('restore.sh', [file, '--yes'])).toMatchObject({ status: 0, stderr: '' });
    await inGame(async (db) => {
      expect(await auditLedger(db, TEST_EPOCH_MS)).toMatchObject({ ok: true, rows: 4n });
      expect([await checkpoint(db, MINT), await checkpoint(db, BURN)]).toEqual(['-2000', '100']);
      await trade(db);
      expect(await auditLedger(db, TEST_EPOCH_MS)).toMatchObject({ ok: true, rows: 6n });
      await foldLedger(db);
      await foldLedger(db);
      expect([await checkpoint(db, MINT), await checkpoint(db, BURN)]).toEqual(['-3000', '150']);
      expect(await auditLedger(db, TEST_EPOCH_MS)).toMatchObject({ ok: true, rows: 6n });
    });
  });
});
