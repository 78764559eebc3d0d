import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import type { TestDatabase } from '@sw/test-kit';
import { createGameDatabase, fixedClock } from '@sw/test-kit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestApp } from '../../testing/test-app.ts';
import { createTestApp } from '../../testing/test-app.ts';
import { TestClient } from '../../testing/test-client.ts';
import { ensureDefaultAdmin, registerAuthRoutes } from './index.ts';

const PASSWORD = 'gorse lamp ferry';
const MINUTE_MS = 60_000;

let database: TestDatabase;
const clock = fixedClock();
let test: TestApp;
beforeEach(async () => {
  database = await createGameDatabase({ connect: { max: 8 } });
  test = await start();
});
afterEach(() => database.drop());

/** A process in which reading the health of the system is a dangerous call. */
const start = (env: Readonly<Record<string, string>> = {}): Promise<TestApp> =>
  createTestApp({
    db: database.db,
    clock,
    env: { ADMIN_PASSWORD: PASSWORD, ...env },
    register: [
      registerAuthRoutes,
      ({ bind }) =>
        bind(
          { ...ADMIN_ENDPOINTS.getSystemHealth, stepUp: true, reply: undefined, status: 204 } as never,
          () => Promise.resolve(undefined as never),
        ),
    ],
  });

const operator = async () => {
  await ensureDefaultAdmin(test.deps, { embedded: true });
  await database.sql`UPDATE users SET must_change_password = false`;
  const browser = new TestClient(test.app);
  const answer = await browser.post('/admin/auth/login', { body: { login: 'admin', password: PASSWORD } });
  return { browser, token: String(answer.body['accessToken']) };
};

const dangerous = (token: string, at = test) => new TestClient(at.app).get('/admin/system/health', { token });
const stepUp = (token: string, body: object) =>
  new TestClient(test.app).post('/auth/step-up', { token, body });

describe('a dangerous call', () => {
  it('is refused until its caller proved himself anew, and again a quarter of an hour later', async () => {
    const { token } = await operator();
    const refused = await dangerous(token);
    expect(refused).toMatchObject({ status: 403, body: { code: 'step_up_required', methods: ['password'] } });
    const answer = await stepUp(token, { password: PASSWORD });
    expect(answer.status).toBe(200);
    expect(answer.body['refreshToken']).toBeUndefined();
    const proved = String(answer.body['accessToken']);
    expect((await dangerous(proved)).status).toBe(204);
    clock.advance(15 * MINUTE_MS - 1000);
    expect((await dangerous(proved)).status).toBe(204);
  });

  it('is refused when the proof is older than 15 minutes', async () => {
    const { browser, token } = await operator();
    await stepUp(token, { password: PASSWORD });
    clock.advance(15 * MINUTE_MS + 1);
    const renewed = await browser.post('/admin/auth/refresh', { body: {} });
    expect((await dangerous(String(renewed.body['accessToken']))).body['code']).toBe('step_up_required');
  });

  it('is open at once in every process, to the token that carries the proof and to those renewed', async () => {
    const other = await start();
    const { browser, token } = await operator();
    expect((await dangerous(token, other)).status).toBe(403);
    const proved = String((await stepUp(token, { password: PASSWORD })).body['accessToken']);
    expect((await dangerous(proved, other)).status).toBe(204);
    const renewed = await browser.post('/admin/auth/refresh', { body: {} });
    expect((await dangerous(String(renewed.body['accessToken']), other)).status).toBe(204);
  });

  it('stays closed to another session of the same account', async () => {
    const first = await operator();
    await stepUp(first.token, { password: PASSWORD });
    const second = await operator();
    expect((await dangerous(second.token)).body['code']).toBe('step_up_required');
  });
});

describe('proving oneself anew', () => {
  it('needs the right password, counts wrong ones, and leaves a trail', async () => {
    test = await start({ RATE_LIMITS: 'relaxed' });
    const { token } = await operator();
    expect((await stepUp(token, { password: 'not this one' })).body['code']).toBe('invalid_credentials');
    expect((await stepUp(token, {})).body).toMatchObject({
      code: 'validation_failed',
      errors: [{ path: '/password', code: 'required' }],
    });
    expect((await dangerous(token)).status).toBe(403);
    await stepUp(token, { password: PASSWORD });
    const trail = await database.sql<{ action: string; outcome: string; details: { reason?: string } }[]>`
      SELECT action, outcome, details FROM audit_log WHERE action LIKE 'auth.%' ORDER BY at, id`;
    expect(trail.map(({ action, outcome, details }) => [action, outcome, details.reason])).toEqual([
      ['auth.login', 'success', undefined],
      ['auth.login', 'denied', 'step_up'],
      ['auth.step_up', 'success', undefined],
    ]);
  });

  it('is throttled like signing in', async () => {
    test = await start({ RATE_LIMITS: 'strict' });
    const { token } = await operator();
    const tries: unknown[] = [];
    for (let turn = 0; turn < 7; turn += 1) {
      clock.advance(20_000);
      tries.push((await stepUp(token, { password: `wrong ${turn}` })).body['code']);
    }
    expect(tries.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'invalid_credentials'));
    expect(tries.slice(5)).toEqual(['login_throttled', 'login_throttled']);
    clock.advance(20_000);
    expect((await stepUp(token, { password: PASSWORD })).body['code']).toBe('login_throttled');
  });

  it('works for players with tokens of their own', async () => {
    const answer = await new TestClient(test.app).post('/auth/register', {
      body: { username: 'kestrel', password: PASSWORD },
    });
    const proved = await stepUp(String(answer.body['accessToken']), { password: PASSWORD });
    expect(proved.status).toBe(200);
    expect((await dangerous(String(proved.body['accessToken']))).body['code']).toBe('forbidden');
  });

  it('is over with the session', async () => {
    const { browser, token } = await operator();
    await browser.post('/admin/auth/logout', { body: {} });
    expect((await stepUp(token, { password: PASSWORD })).body['code']).toBe('session_revoked');
  });
});
