import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import type { TestDatabase } from '@sw/test-kit';
import { createGameDatabase } from '@sw/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealAudit } from '../../audit/seal.ts';
import { verifyAudit } from '../../audit/verify.ts';
import { runAdminCommand } from '../../http/admin-command.ts';
import type { TestApp } from '../../testing/test-app.ts';
import { createTestApp } from '../../testing/test-app.ts';
import { TestClient } from '../../testing/test-client.ts';
import type { TestOperator } from '../../testing/test-operator.ts';
import { makeOperator } from '../../testing/test-operator.ts';
import { registerAdminAccessRoutes } from '../admin-access/index.ts';
import { registerAdminAuditRoutes } from './index.ts';

let database: TestDatabase;
let test: TestApp;
let desk: TestClient;
let auditor: TestOperator;
let other: TestOperator;

beforeAll(async () => {
  database = await createGameDatabase();
  test = await createTestApp({
    db: database.db,
    register: [
      registerAdminAuditRoutes,
      registerAdminAccessRoutes,
      // An act for this test, at an address nobody else has bound.
      ({ bind, deps }) =>
        bind(
          ADMIN_ENDPOINTS.changePassword as never,
          (async (context: never) =>
            runAdminCommand(deps, context, 'test.act', async ({ sql }) => ({
              resourceType: 'user',
              resourceId: 'x',
              before: { locale: 'en' },
              after: { locale: 'de' },
              writes: [sql`UPDATE users SET locale = 'de' WHERE username = 'ana'`],
              reply: undefined as never,
            }))) as never,
        ),
    ],
  });
  desk = new TestClient(test.app);
  auditor = await makeOperator(database.sql, test.deps, 'ana', ['audit.read']);
  other = await makeOperator(database.sql, test.deps, 'ben', ['users.read']);
});
afterAll(() => database.drop());

const get = (path: string, who = auditor) => desk.get(path, { token: who.token });
const note = (query: string, who = auditor) =>
  desk.post('/admin/exports', { token: who.token, body: { list: 'users', format: 'csv', query } });
const items = (body: Record<string, unknown>) => body['items'] as Record<string, unknown>[];
const verify = () => verifyAudit(database.db, test.clock());
/** As somebody at the database would, past every guard of it. */
const tamper = (statement: string) =>
  database.sql.unsafe(
    `SET session_replication_role = replica; ${statement}; SET session_replication_role = origin`,
  );

describe('reading the audit log', () => {
  it('pages through all rows once, newest first, with the total when asked', async () => {
    for (let index = 0; index < 5; index += 1) {
      await note(`n=${index}`);
      test.clock.advance(index % 2 === 0 ? 0 : 1000);
    }
    const seen: unknown[] = [];
    let cursor: string | null = null;
    do {
      const path: string = `/admin/audit?limit=2&withTotal=true${cursor === null ? '' : `&cursor=${cursor}`}`;
      const { body } = await get(path);
      expect(body['total']).toBe(5);
      seen.push(...items(body).map(({ id }) => id));
      cursor = body['nextCursor'] as string | null;
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(5);
  });

  it('filters and searches', async () => {
    const found = await get(`/admin/audit?actorId=${auditor.userId}&action=console&outcome=success&q=ana`);
    expect(items(found.body).length).toBe(5);
    expect(items((await get('/admin/audit?q=100%25')).body)).toEqual([]);
    expect(items((await get('/admin/audit?severity=high')).body)).toEqual([]);
  });

  it('refuses cursors of other orders and filters that are none', async () => {
    const { body } = await get('/admin/audit?limit=1');
    const cursor = String(body['nextCursor']);
    expect((await get(`/admin/audit?sort=at&cursor=${cursor}`)).body['code']).toBe('bad_cursor');
    expect((await get('/admin/audit?cursor=x.y')).body['code']).toBe('bad_cursor');
    expect((await get('/admin/audit?colour=red')).status).toBe(400);
    expect((await get('/admin/audit?sort=reason')).status).toBe(400);
    expect((await get('/admin/audit?limit=1000')).status).toBe(400);
  });

  it('is closed to operators without the scope, and keeps their attempts', async () => {
    const { status, body } = await get('/admin/audit', other);
    expect([status, body['code']]).toEqual([403, 'missing_scope']);
    const [denied] = items((await get('/admin/audit?outcome=denied')).body);
    expect(denied).toMatchObject({
      action: 'access.denied',
      actorName: 'ben',
      resourceId: 'admin.listAudit',
    });
    expect((await get(`/admin/audit/${String(denied?.['id'])}`)).body).toMatchObject({
      method: 'GET',
      path: '/api/v1/admin/audit',
      statusCode: 403,
      details: { scope: 'audit.read' },
    });
    expect((await get('/admin/audit/01900000-0000-7000-8000-000000000000')).status).toBe(404);
  });

  it('exports everything with its seals, and notes that', async () => {
    await sealAudit(test.deps, test.clock());
    const { body } = await get('/admin/audit/export?since=2000-01-01T00:00:00Z');
    expect(items(body).at(-1)).toMatchObject({ action: 'audit.export', seal: null });
    expect(items(body)[0]).toMatchObject({ seal: { seq: 1 } });
  });
});

describe('an act of an operator', () => {
  it('keeps its row in its own transaction, with before and after', async () => {
    const body = { currentPassword: 'x', newPassword: 'otter kettle vex' };
    await desk.send('PUT', '/auth/password', { token: auditor.token, body });
    const [row] = items((await get('/admin/audit?action=test.act')).body);
    expect((await get(`/admin/audit/${String(row?.['id'])}`)).body).toMatchObject({
      before: { locale: 'en' },
      after: { locale: 'de' },
      actorName: 'ana',
      path: '/auth/password',
      ip: '203.0.113.10',
    });
  });
});

describe('the chain', () => {
  const verified = async () => {
    await sealAudit(test.deps, test.clock());
    return verify();
  };

  it('seals every row once, whoever asks at the same time', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, index) => note(`together ${index}`)));
    await Promise.allSettled([sealAudit(test.deps, test.clock()), sealAudit(test.deps, test.clock())]);
    const seen = await verified();
    const [{ rows } = { rows: 0 }] = await database.sql<
      { rows: number }[]
    >`SELECT count(*)::int AS rows FROM audit_log`;
    expect(seen).toMatchObject({ ok: true, checkedLinks: rows, pendingRows: 0, lastSeq: BigInt(rows) });
  });

  it('is answered by the server as well', async () => {
    const { body } = await get('/admin/audit/verify');
    expect(body).toMatchObject({ ok: true, findings: [], firstSeq: 1 });
    expect((await get('/admin/audit/verify', other)).status).toBe(403);
  });

  it('cannot be changed through the database as the server uses it', async () => {
    for (const statement of [
      `UPDATE audit_log SET reason = 'x'`,
      'DELETE FROM audit_log',
      'TRUNCATE audit_log',
      'DELETE FROM audit_chain',
      'UPDATE audit_chain SET seq = seq + 1',
    ]) {
      await expect(database.sql.unsafe(statement), statement).rejects.toThrow('append-only');
    }
    const [{ name } = { name: '' }] = await database.sql<{ name: string }[]>`
      SELECT tableoid::regclass::text AS name FROM audit_log LIMIT 1`;
    await expect(database.sql.unsafe(`UPDATE ${name} SET reason = 'x'`)).rejects.toThrow('append-only');
  });

  it('finds a row that was changed', async () => {
    await tamper(
      `UPDATE audit_log SET details = '{"query":"innocent"}' WHERE id = (SELECT audit_id FROM audit_chain WHERE seq = 3)`,
    );
    expect((await verify()).findings).toMatchObject([{ kind: 'changed', seq: 3n }]);
  });

  it('finds a row that was removed', async () => {
    await tamper('DELETE FROM audit_log WHERE id = (SELECT audit_id FROM audit_chain WHERE seq = 5)');
    expect((await verify()).findings).toMatchObject([{ seq: 3n }, { kind: 'removed', seq: 5n }]);
  });

  it('finds a row that was inserted, and one that was removed together with its link', async () => {
    await tamper(`INSERT INTO audit_log (id, at, actor_type, action, outcome, severity)
      VALUES (gen_random_uuid(), '2020-01-01', 'system', 'forged', 'success', 'info')`);
    await tamper("DELETE FROM audit_chain WHERE seq = 7; DELETE FROM audit_log WHERE action = 'none'");
    test.clock.advance(120_000);
    const kinds = (await verified()).findings.map(({ kind }) => kind);
    expect(kinds).toContain('inserted');
    expect(kinds).toContain('missing_link');
    expect(kinds).toContain('broken_link');
  });

  it('finds a link that was written anew', async () => {
    await tamper(`UPDATE audit_chain SET hash = sha256('other') WHERE seq = 2`);
    expect((await verify()).findings[0]).toMatchObject({ kind: 'broken_link', seq: 2n });
  });
});
