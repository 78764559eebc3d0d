import type { TestDatabase } from '@sw/test-kit';
import { createGameDatabase } from '@sw/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertAuditRow } from '../../audit/audit-row.ts';
import { sealAudit } from '../../audit/seal.ts';
import type { TestApp } from '../../testing/test-app.ts';
import { createTestApp } from '../../testing/test-app.ts';
import { TestClient } from '../../testing/test-client.ts';
import type { TestOperator } from '../../testing/test-operator.ts';
import { makeOperator } from '../../testing/test-operator.ts';
import { registerAdminAccessRoutes } from '../admin-access/index.ts';
import { registerAdminSecurityRoutes, watchAudit } from './index.ts';

const reason = 'guesses passwords all day';

let database: TestDatabase;
let test: TestApp;
let desk: TestClient;
let guard: TestOperator;
let other: TestOperator;

beforeAll(async () => {
  database = await createGameDatabase();
  test = await createTestApp({
    db: database.db,
    register: [registerAdminSecurityRoutes, registerAdminAccessRoutes],
  });
  desk = new TestClient(test.app);
  guard = await makeOperator(database.sql, test.deps, 'ana', ['security.read', 'security.act']);
  other = await makeOperator(database.sql, test.deps, 'ben', ['users.read']);
});
afterAll(() => database.drop());

const get = (path: string, who = guard) => desk.get(`/admin/security/${path}`, { token: who.token });
const watch = async () => {
  await sealAudit(test.deps, test.clock());
  return watchAudit(test.deps, test.clock());
};
const alerts = async (query = '') =>
  (await get(`alerts?${query}`)).body['items'] as Record<string, unknown>[];
const audited = (action: string, ip: string, actor: TestOperator | null = null) => {
  test.clock.advance(1000);
  return database.db.write((sql) => [
    insertAuditRow(test.deps, sql, {
      nowMs: test.clock(),
      actorType: actor === null ? 'anonymous' : 'admin',
      actorUserId: actor?.userId ?? null,
      sessionId: null,
      requestId: null,
      ip,
      action,
      outcome: actor === null ? 'denied' : 'success',
      severity: 'high',
    }),
  ]);
};

describe('alerts', () => {
  it('are raised once for what is seen again, and told once', async () => {
    await audited('auth.spray', '198.51.100.4');
    await audited('auth.spray', '198.51.100.4');
    await audited('auth.spray', '198.51.100.5');
    expect(await watch()).toBe(2);
    expect(await watch(), 'a row is looked at once').toBe(0);
    expect(await alerts('kind=spray&q=198.51.100.4')).toMatchObject([
      { count: 2, state: 'open', severity: 'high' },
    ]);
    expect(test.told.filter(({ type }) => type === 'security.alert')).toHaveLength(2);
  });

  it('name an operator who signs in from a new address, not one who signs in for the first time', async () => {
    await audited('auth.login', '203.0.113.1', other);
    expect(await watch()).toBe(0);
    await audited('auth.login', '203.0.113.1', other);
    expect(await watch()).toBe(0);
    await audited('auth.login', '192.0.2.9', other);
    expect(await watch()).toBe(1);
    expect(await alerts('kind=admin_new_ip')).toMatchObject([
      { subject: 'ben', subjectUserId: other.userId },
    ]);
  });

  it('name who tries doors he has no key for, from the tenth within five minutes', async () => {
    for (let count = 0; count < 9; count += 1) await get('alerts', other);
    expect(await watch()).toBe(0);
    test.clock.advance(6 * 60_000);
    await get('alerts', other);
    expect(await watch(), 'spread over time they are none').toBe(0);
    for (let count = 0; count < 9; count += 1) await get('alerts', other);
    expect(await watch()).toBe(1);
    expect(await alerts('kind=scope_denied_burst')).toMatchObject([{ subject: 'ben' }]);
  });

  it('are taken on, resolved, and not opened beside a newer one', async () => {
    const [first] = await alerts('q=198.51.100.4');
    const move = (state: string, ifMatch = '*', who = guard) =>
      desk.send('PATCH', `/admin/security/alerts/${String(first?.['id'])}`, {
        token: who.token,
        body: { state },
        headers: { 'if-match': ifMatch },
      });
    expect((await move('ack', '"99"')).status).toBe(412);
    expect((await move('ack')).body).toMatchObject({ state: 'ack', assignedTo: 'ana' });
    expect((await move('resolved')).body).toMatchObject({ state: 'resolved' });
    await audited('auth.spray', '198.51.100.4');
    expect(await watch(), 'seen again after it was resolved').toBe(1);
    expect((await move('open')).body['code']).toBe('invalid_state');
    expect((await move('gone')).status).toBe(400);
    expect((await move('ack', '*', other)).body['code']).toBe('missing_scope');
  });
});

describe('blocked addresses', () => {
  const block = (body: object, who = guard) =>
    desk.post('/admin/security/blocks', { token: who.token, body: { hours: 1, reason, ...body } });
  /** 401 without a token, where the door is open at all. */
  const from = (ip: string) => new TestClient(test.app, ip).get('/admin/session');

  it('are refused at the door', async () => {
    expect((await from('198.51.100.77')).status).toBe(401);
    const { status, body } = await block({ cidr: '198.51.100.77/24' });
    expect([status, body['cidr']]).toEqual([201, '198.51.100.0/24']);
    expect((await from('198.51.100.77')).status).toBe(403);
    expect((await from('198.51.101.77')).status).toBe(401);
    expect((await block({ cidr: '198.51.100.0/24' })).body['code']).toBe('already_exists');
  });

  it('can be lifted, once', async () => {
    const { body } = await block({ cidr: '2001:db8::/32' });
    const lift = () =>
      desk.send('DELETE', `/admin/security/blocks/${String(body['id'])}`, { token: guard.token });
    expect((await from('2001:db8::7')).status).toBe(403);
    expect((await lift()).status).toBe(200);
    expect((await from('2001:db8::7')).status).toBe(401);
    expect((await lift()).status).toBe(404);
    const items = (await get('blocks?state=over')).body['items'] as unknown[];
    expect(items).toHaveLength(1);
  });

  it('are never the own one, no half of the internet, and nothing that is no address', async () => {
    expect((await block({ cidr: '203.0.113.10' })).body['code']).toBe('own_address');
    expect((await block({ cidr: '203.0.113.0/24' })).body['code']).toBe('own_address');
    for (const cidr of [
      '0.0.0.0/0',
      '10.0.0.0/7',
      '198.51.100.1/33',
      '198.51.100.1/-1',
      '::/0',
      'example.org',
      '1.2.3.4/8/8',
      "1.2.3.4'; --",
    ]) {
      expect((await block({ cidr })).status, cidr).toBe(400);
    }
    expect((await block({ cidr: '198.18.0.1', hours: 100_000 })).status).toBe(400);
    expect((await block({ cidr: '198.18.0.1' }, other)).body['code']).toBe('missing_scope');
  });

  it('end by themselves', async () => {
    expect((await from('198.51.100.77')).status).toBe(403);
    test.clock.advance(3_600_000);
    await from('198.51.100.77');
    await expect.poll(async () => (await from('198.51.100.77')).status).toBe(401);
  });
});
