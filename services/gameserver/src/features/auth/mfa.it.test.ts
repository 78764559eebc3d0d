import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import type { TestDatabase } from '@sw/test-kit';
import { createGameDatabase, fixedClock } from '@sw/test-kit';
import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestApp } from '../../testing/test-app.ts';
import { createTestApp } from '../../testing/test-app.ts';
import { TestClient } from '../../testing/test-client.ts';
import { ensureDefaultAdmin, registerAuthRoutes, resetAdmin } from './index.ts';

const PASSWORD = 'gorse lamp ferry';
const STEP_MS = 30_000;

let database: TestDatabase;
const clock = fixedClock();
beforeEach(async () => {
  database = await createGameDatabase({ connect: { max: 8 } });
});
afterEach(() => database.drop());

const start = (env: Readonly<Record<string, string>> = {}): Promise<TestApp> =>
  createTestApp({
    db: database.db,
    clock,
    env: { ADMIN_PASSWORD: PASSWORD, ...env },
    register: [
      registerAuthRoutes,
      ({ bind }) =>
        bind({ ...ADMIN_ENDPOINTS.getSystemHealth, reply: undefined, status: 204 } as never, () =>
          Promise.resolve(undefined as never),
        ),
    ],
  });

const codeOf = (secret: string, atMs = clock()): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: atMs });

const tokenIn = (body: Record<string, unknown>): string => String(body['accessToken']);

const register = async (test: TestApp, username = 'kestrel') => {
  const browser = new TestClient(test.app);
  const { body } = await browser.post('/auth/register', { body: { username, password: PASSWORD } });
  return { browser, token: tokenIn(body) };
};

const setUp = async (test: TestApp, token: string) => {
  const browser = new TestClient(test.app);
  const proved = await browser.post('/auth/step-up', { token, body: { password: PASSWORD } });
  const fresh = tokenIn(proved.body);
  const answer = await browser.post('/auth/mfa/setup', { token: fresh });
  return { token: fresh, status: answer.status, body: answer.body, secret: String(answer.body['secret']) };
};

/** A player with an authenticator; the code that proved it is spent. */
const enrolled = async (test: TestApp, username?: string) => {
  const { browser, token } = await register(test, username);
  const { secret, token: fresh } = await setUp(test, token);
  const { body } = await browser.post('/auth/mfa/confirm', { token: fresh, body: { code: codeOf(secret) } });
  clock.advance(STEP_MS);
  return { browser, token: fresh, secret, backupCodes: body['backupCodes'] as string[] };
};

const signIn = async (test: TestApp, username = 'kestrel', path = '/auth/login') => {
  const browser = new TestClient(test.app);
  const { body } = await browser.post(path, { body: { login: username, password: PASSWORD } });
  return { browser, body, mfaToken: String(body['mfaToken']) };
};

const verify = (browser: TestClient, mfaToken: string, code: string, path = '/auth/mfa/verify') =>
  browser.post(path, { body: { mfaToken, code } });

describe('enrolling an authenticator', () => {
  it('needs a fresh proof, and counts from the first right code on', async () => {
    const test = await start();
    const { browser, token } = await register(test);
    expect((await browser.post('/auth/mfa/setup', { token })).body['code']).toBe('step_up_required');
    const { status, secret, body, token: fresh } = await setUp(test, token);
    expect(status).toBe(201);
    expect(body['otpauthUri']).toContain(secret);
    const state = () => browser.get('/auth/mfa', { token: fresh });
    expect((await state()).body).toMatchObject({ enabled: false, backupCodesLeft: 0, required: false });
    const confirm = (code: string) => browser.post('/auth/mfa/confirm', { token: fresh, body: { code } });
    expect((await confirm('000000')).body['code']).toBe('invalid_credentials');
    const confirmed = await confirm(codeOf(secret));
    expect(confirmed.status).toBe(200);
    expect(new Set(confirmed.body['backupCodes'] as string[]).size).toBe(10);
    expect((await state()).body).toMatchObject({ enabled: true, backupCodesLeft: 10 });
    expect((await confirm(codeOf(secret))).body).toMatchObject({ code: 'invalid_state', state: 'enabled' });
    expect((await browser.post('/auth/mfa/setup', { token: fresh })).body['state']).toBe('enabled');
  });

  it('runs out after ten minutes, and a second enrolment replaces the first', async () => {
    const test = await start();
    const { browser, token } = await register(test);
    const first = await setUp(test, token);
    const second = await setUp(test, token);
    const confirm = (code: string) =>
      browser.post('/auth/mfa/confirm', { token: second.token, body: { code } });
    expect((await confirm(codeOf(first.secret))).body['code']).toBe('invalid_credentials');
    clock.advance(10 * 60_000);
    expect((await confirm(codeOf(second.secret))).body['code']).toBe('expired');
  });

  it('ends every other session of the account', async () => {
    const test = await start();
    const { browser, token } = await register(test);
    const other = await signIn(test);
    const { secret, token: fresh } = await setUp(test, token);
    await browser.post('/auth/mfa/confirm', { token: fresh, body: { code: codeOf(secret) } });
    expect((await browser.get('/auth/sessions', { token: tokenIn(other.body) })).body['code']).toBe(
      'session_revoked',
    );
    expect((await browser.get('/auth/sessions', { token: fresh })).status).toBe(200);
  });

  it('keeps no secret readable in the database, and none of another account', async () => {
    const test = await start();
    const { secret, backupCodes } = await enrolled(test);
    const [row] = await database.sql<{ secretEnc: Uint8Array; userId: string }[]>`
      SELECT secret_enc, user_id FROM mfa_credentials`;
    const raw = Buffer.from(row?.secretEnc ?? []);
    expect(raw.includes(Buffer.from(Secret.fromBase32(secret).bytes))).toBe(false);
    const hashes = await database.sql<{ hash: string }[]>`
      SELECT encode(code_hash, 'escape') AS hash FROM mfa_backup_codes`;
    expect(hashes.some(({ hash }) => backupCodes.includes(hash))).toBe(false);

    const { browser, token } = await register(test, 'merlin');
    const mine = await browser.get('/auth/mfa', { token });
    expect(mine.body).toMatchObject({ enabled: false });
  });
});

describe('signing in with a second factor', () => {
  it('opens no session before the code, and sets no cookie', async () => {
    const test = await start();
    const { secret } = await enrolled(test);
    const { browser, body, mfaToken } = await signIn(test);
    expect(body).toEqual({ mfaRequired: true, mfaToken, methods: ['totp', 'backup'] });
    expect(browser.cookies.size).toBe(0);
    const answer = await verify(browser, mfaToken, codeOf(secret));
    expect(answer.status).toBe(200);
    expect(browser.cookies.has('sw_rt')).toBe(true);
    const claims = JSON.parse(Buffer.from(tokenIn(answer.body).split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ amr: ['pwd', 'otp'], mfa_at: Math.floor(clock() / 1000) });
  });

  it('takes a code once, also from two who show it at the same time', async () => {
    const test = await start();
    const { secret } = await enrolled(test);
    const both = [await signIn(test), await signIn(test)];
    const code = codeOf(secret);
    const answers = await Promise.all(both.map(({ browser, mfaToken }) => verify(browser, mfaToken, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    const third = await signIn(test);
    expect((await verify(third.browser, third.mfaToken, code)).status).toBe(401);
  });

  it('takes a challenge once', async () => {
    const test = await start();
    const { secret } = await enrolled(test);
    const { browser, mfaToken } = await signIn(test);
    expect((await verify(browser, mfaToken, codeOf(secret))).status).toBe(200);
    clock.advance(STEP_MS);
    expect((await verify(browser, mfaToken, codeOf(secret))).body['code']).toBe('expired');
  });

  it('takes each backup code once, however it is typed', async () => {
    const test = await start();
    const { token, browser, backupCodes } = await enrolled(test);
    const [first = ''] = backupCodes;
    const both = [await signIn(test), await signIn(test)];
    const answers = await Promise.all(
      both.map((tried) => verify(tried.browser, tried.mfaToken, first.toLowerCase().replace('-', ''))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect((await browser.get('/auth/mfa', { token })).body['backupCodesLeft']).toBe(9);
  });

  it('voids a challenge after five wrong codes, and it runs out after five minutes', async () => {
    const test = await start();
    const { secret } = await enrolled(test);
    const { browser, mfaToken } = await signIn(test);
    for (let wrong = 0; wrong < 5; wrong += 1)
      expect((await verify(browser, mfaToken, '000000')).body['code']).toBe('invalid_credentials');
    expect((await verify(browser, mfaToken, codeOf(secret))).body['code']).toBe('expired');

    const late = await signIn(test);
    clock.advance(5 * 60_000);
    expect((await verify(late.browser, late.mfaToken, codeOf(secret))).body['code']).toBe('expired');
  });

  it('refuses the right code too for 15 minutes after ten wrong ones in an hour', async () => {
    const test = await start({ RATE_LIMITS: 'strict' });
    const { secret } = await enrolled(test);
    const guess = async (code: string) => {
      clock.advance(STEP_MS);
      const { browser, mfaToken } = await signIn(test);
      return (await verify(browser, mfaToken, code)).body['code'];
    };
    for (let wrong = 0; wrong < 10; wrong += 1) expect(await guess('000000')).toBe('invalid_credentials');
    expect(await guess(codeOf(secret))).toBe('login_throttled');
    clock.advance(15 * 60_000);
    const { browser, mfaToken } = await signIn(test);
    expect((await verify(browser, mfaToken, codeOf(secret))).status).toBe(200);
  });

  it('completes at the path it began at only', async () => {
    const test = await start();
    const { secret } = await enrolled(test);
    const { browser, mfaToken } = await signIn(test);
    expect((await verify(browser, mfaToken, codeOf(secret), '/admin/auth/mfa/verify')).body['code']).toBe(
      'expired',
    );
    expect((await verify(browser, 'made up', codeOf(secret))).body['code']).toBe('expired');
    expect((await verify(browser, mfaToken, codeOf(secret))).status).toBe(200);
  });

  it('proves dangerous calls for a quarter of an hour, then asks for a code', async () => {
    const test = await start();
    const { secret } = await enrolled(test);
    const { browser, mfaToken } = await signIn(test);
    const token = tokenIn((await verify(browser, mfaToken, codeOf(secret))).body);
    const dangerous = (as: string) => browser.post('/auth/mfa/setup', { token: as });
    expect((await dangerous(token)).body['code']).toBe('invalid_state');
    clock.advance(14 * 60_000);
    const later = tokenIn((await browser.post('/auth/refresh', { body: {} })).body);
    clock.advance(2 * 60_000);
    expect((await dangerous(later)).body).toMatchObject({
      code: 'step_up_required',
      methods: ['totp', 'backup'],
    });
    const byPassword = await browser.post('/auth/step-up', { token: later, body: { password: PASSWORD } });
    expect(byPassword.body).toMatchObject({ errors: [{ path: '/code' }] });
    const wrong = await browser.post('/auth/step-up', { token: later, body: { code: '000000' } });
    expect(wrong.body['code']).toBe('invalid_credentials');
    const proved = await browser.post('/auth/step-up', { token: later, body: { code: codeOf(secret) } });
    expect((await dangerous(tokenIn(proved.body))).body['code']).toBe('invalid_state');
  });
});

describe('the second factor of an account', () => {
  it('gets new backup codes for a code; the old ones are worth nothing', async () => {
    const test = await start();
    const { browser, token, secret, backupCodes } = await enrolled(test);
    const renewed = await browser.post('/auth/mfa/backup-codes', { token, body: { code: codeOf(secret) } });
    expect(renewed.body['backupCodes']).toHaveLength(10);
    const { browser: at, mfaToken } = await signIn(test);
    expect((await verify(at, mfaToken, backupCodes[0] ?? '')).body['code']).toBe('invalid_credentials');
    expect((await verify(at, mfaToken, (renewed.body['backupCodes'] as string[])[0] ?? '')).status).toBe(200);
  });

  it('is taken away by password and code together, and by neither alone', async () => {
    const test = await start();
    const { browser, token, secret } = await enrolled(test);
    const disable = (body: object) => browser.post('/auth/mfa/disable', { token, body });
    expect((await disable({ code: codeOf(secret) })).body).toMatchObject({ errors: [{ path: '/password' }] });
    expect((await disable({ password: 'wrong', code: codeOf(secret) })).body['code']).toBe(
      'invalid_credentials',
    );
    expect((await disable({ password: PASSWORD, code: '000000' })).body['code']).toBe('invalid_credentials');
    expect((await browser.get('/auth/mfa', { token })).body['enabled']).toBe(true);
    expect((await disable({ password: PASSWORD, code: codeOf(secret) })).status).toBe(204);
    expect(tokenIn((await signIn(test)).body)).not.toBe('undefined');
    expect((await disable({ password: PASSWORD, code: codeOf(secret) })).body['state']).toBe('none');
  });
});

describe('an operator where a second factor is required', () => {
  const REQUIRED = { ADMIN_MFA_REQUIRED: 'true' };

  const operator = async (test: TestApp) => {
    await ensureDefaultAdmin(test.deps, { embedded: true });
    await database.sql`UPDATE users SET must_change_password = false`;
    return signIn(test, 'admin', '/admin/auth/login');
  };

  it('may enrol and nothing else before he has one', async () => {
    const test = await start(REQUIRED);
    const { browser, body } = await operator(test);
    expect(body['mustEnrollMfa']).toBe(true);
    const health = (token: string) => browser.get('/admin/system/health', { token });
    expect((await health(tokenIn(body))).body['code']).toBe('mfa_required');
    const { secret, token } = await setUp(test, tokenIn(body));
    expect((await browser.get('/auth/mfa', { token })).body['required']).toBe(true);
    await browser.post('/auth/mfa/confirm', { token, body: { code: codeOf(secret) } });
    expect((await health(token)).status).toBe(204);
    expect((await browser.post('/admin/auth/refresh', { body: {} })).body['mustEnrollMfa']).toBeUndefined();

    clock.advance(STEP_MS);
    const again = await signIn(test, 'admin', '/admin/auth/login');
    const verified = await verify(again.browser, again.mfaToken, codeOf(secret), '/admin/auth/mfa/verify');
    expect((await health(tokenIn(verified.body))).status).toBe(204);
    expect(again.browser.cookies.has('sw_rta')).toBe(true);
  });

  it('cannot take it away, and loses it when the password is reset at the machine', async () => {
    const test = await start(REQUIRED);
    const { body } = await operator(test);
    const { secret, token } = await setUp(test, tokenIn(body));
    const browser = new TestClient(test.app);
    await browser.post('/auth/mfa/confirm', { token, body: { code: codeOf(secret) } });
    clock.advance(STEP_MS);
    const off = await browser.post('/auth/mfa/disable', {
      token,
      body: { password: PASSWORD, code: codeOf(secret) },
    });
    expect(off.body).toMatchObject({ code: 'invalid_state', state: 'required' });
    await resetAdmin(database.db, { nowMs: clock() });
    expect(await database.sql`SELECT 1 FROM mfa_credentials`).toHaveLength(0);
  });
});
