import type { TestDatabase } from '@sw/test-kit';
import { createGameDatabase, fixedClock } from '@sw/test-kit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unseal } from '../../platform/seal.ts';
import type { TestApp } from '../../testing/test-app.ts';
import { createTestApp } from '../../testing/test-app.ts';
import { TestClient } from '../../testing/test-client.ts';
import { deleteDoomedAccounts, ensureDefaultAdmin, registerAuthRoutes } from './index.ts';

const PASSWORD = 'gorse lamp ferry';
const NEW_PASSWORD = 'otter kettle vex';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let database: TestDatabase;
const clock = fixedClock();
let test: TestApp;
beforeEach(async () => {
  database = await createGameDatabase({ connect: { max: 8 } });
  test = await start();
});
afterEach(() => database.drop());

const start = (env: Readonly<Record<string, string>> = {}): Promise<TestApp> =>
  createTestApp({
    db: database.db,
    clock,
    env: { ADMIN_PASSWORD: PASSWORD, FRONTEND_URL: 'https://play.example.org', ...env },
    register: [registerAuthRoutes],
  });

interface Mail {
  readonly to: string;
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
}

/** Every mail that was posted, oldest first, opened with the key of this server. */
const mails = async (): Promise<readonly Mail[]> => {
  const rows = await database.sql<{ id: string; recipient: string; kind: string; contentEnc: Uint8Array }[]>`
    SELECT id, recipient, kind, content_enc FROM mail_outbox ORDER BY created_at, id`;
  return rows.map(({ id, recipient, kind, contentEnc }) => ({
    to: recipient,
    kind,
    ...(JSON.parse(unseal(test.deps.keys.data, `mail|${id}`, contentEnc).toString()) as {
      subject: string;
      text: string;
    }),
  }));
};

const newest = async (kind: string): Promise<Mail> => {
  const found = (await mails()).findLast((mail) => mail.kind === kind);
  if (found === undefined) throw new Error(`no mail of kind ${kind}`);
  return found;
};

const tokenOf = ({ text }: Mail): string => /#token=([\w-]+)/.exec(text)?.[1] ?? '';

const register = async (username: string, email?: string) => {
  const browser = new TestClient(test.app);
  const { body } = await browser.post('/auth/register', {
    body: { username, password: PASSWORD, ...(email === undefined ? {} : { email }) },
  });
  clock.advance(1000);
  return { browser, token: String(body['accessToken']) };
};

const verify = (token: string) => new TestClient(test.app).send('PUT', `/auth/email-verifications/${token}`);

/** A player whose address is verified. */
const verified = async (username: string, email: string) => {
  const player = await register(username, email);
  await verify(tokenOf(await newest('verify_email')));
  return player;
};

const account = async ({ browser, token }: { browser: TestClient; token: string }) =>
  (await browser.get('/users/me', { token })).body;

const proved = async ({ browser, token }: { browser: TestClient; token: string }) => {
  const { body } = await browser.post('/auth/step-up', { token, body: { password: PASSWORD } });
  return { browser, token: String(body['accessToken']) };
};

const signIn = (login: string, password = PASSWORD) =>
  new TestClient(test.app).post('/auth/login', { body: { login, password } });

describe('an address', () => {
  it('is verified by the link of the first mail, once, within 24 hours', async () => {
    const player = await register('kestrel', 'kestrel@example.org');
    const mail = await newest('verify_email');
    expect(mail.to).toBe('kestrel@example.org');
    expect(mail.text).toContain('https://play.example.org/verify-email#token=');
    expect(await account(player)).toMatchObject({ email: 'kestrel@example.org', emailVerified: false });
    expect((await verify(tokenOf(mail))).body).toEqual({ state: 'verified' });
    expect((await verify(tokenOf(mail))).body['code']).toBe('expired');
    expect(await account(player)).toMatchObject({ emailVerified: true });
    expect((await signIn('Kestrel@Example.org')).status).toBe(200);

    const late = await register('merlin', 'merlin@example.org');
    clock.advance(24 * HOUR_MS);
    expect((await verify(tokenOf(await newest('verify_email')))).body['code']).toBe('expired');
    const renewed = await late.browser.post('/auth/refresh', { body: {} });
    const token = String(renewed.body['accessToken']);
    expect((await late.browser.post('/auth/email-verifications', { token })).status).toBe(202);
    expect((await verify(tokenOf(await newest('verify_email')))).status).toBe(200);
    expect((await late.browser.post('/auth/email-verifications', { token })).body['state']).toBe('verified');
  });

  it('that is verified elsewhere is accepted like any other, and its owner is told', async () => {
    await verified('kestrel', 'kestrel@example.org');
    const second = await register('merlin', 'KESTREL@example.org');
    expect(await account(second)).toMatchObject({ email: 'KESTREL@example.org', emailVerified: false });
    const told = await newest('address_in_use');
    expect(told).toMatchObject({ to: 'KESTREL@example.org' });
    expect(told.text).toContain('kestrel');
    expect(told.text).not.toContain('#token');
  });

  it('of two who wait for it belongs to whoever verifies first', async () => {
    await register('kestrel', 'both@example.org');
    const first = tokenOf(await newest('verify_email'));
    await register('merlin', 'both@example.org');
    const second = tokenOf(await newest('verify_email'));
    expect((await verify(second)).status).toBe(200);
    expect((await verify(first)).body).toMatchObject({ code: 'already_exists', field: 'email' });
  });

  it('that is verified is changed by both sides, with notice, and only freshly proved', async () => {
    const player = await verified('kestrel', 'old@example.org');
    const change = (as: { token: string }) =>
      player.browser.send('PATCH', '/users/me', { token: as.token, body: { email: 'new@example.org' } });
    expect((await change(player)).body['code']).toBe('step_up_required');
    const fresh = await proved(player);
    expect((await change(fresh)).status).toBe(204);
    const [old, next] = [await newest('email_change_old'), await newest('email_change_new')];
    expect([old.to, next.to]).toEqual(['old@example.org', 'new@example.org']);
    expect(await account(fresh)).toMatchObject({ email: 'old@example.org', pendingEmail: 'new@example.org' });
    expect((await verify(tokenOf(next))).body).toEqual({ state: 'other_pending' });
    expect((await account(fresh))['email']).toBe('old@example.org');
    expect((await verify(tokenOf(old))).body).toEqual({ state: 'verified' });
    expect(await account(fresh)).toMatchObject({
      email: 'new@example.org',
      emailVerified: true,
      pendingEmail: null,
    });
    expect((await newest('email_changed')).to).toBe('old@example.org');
  });

  it('is named in links by the address of the game, whatever a request says of its host', async () => {
    await new TestClient(test.app).post('/auth/register', {
      body: { username: 'kestrel', password: PASSWORD, email: 'kestrel@example.org' },
      headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
    });
    expect((await newest('verify_email')).text).not.toContain('evil');
  });

  it('stands in the database with links nobody can read there', async () => {
    await register('kestrel', 'kestrel@example.org');
    const token = tokenOf(await newest('verify_email'));
    const [row] = await database.sql<{ raw: string }[]>`
      SELECT encode(content_enc, 'escape') AS raw FROM mail_outbox`;
    expect(row?.raw).not.toContain(token);
    const stored = await database.sql<{ raw: string }[]>`
      SELECT encode(token_hash, 'escape') AS raw FROM one_time_tokens`;
    expect(stored.some(({ raw }) => raw.includes(token))).toBe(false);
  });
});

describe('a forgotten password', () => {
  const ask = (email: string, ip?: string) =>
    new TestClient(test.app, ip).post('/auth/password-resets', { body: { email } });
  const choose = (token: string, password: string) =>
    new TestClient(test.app).send('PUT', `/auth/password-resets/${token}`, { body: { password } });

  it('is answered alike for every address, and mailed to verified ones only', async () => {
    await verified('kestrel', 'kestrel@example.org');
    await register('merlin', 'merlin@example.org');
    const answers = [
      await ask('kestrel@example.org'),
      await ask('merlin@example.org'),
      await ask('nobody@example.org'),
    ];
    expect(answers.map(({ status, body }) => [status, body])).toEqual(
      answers.map(() => [202, { accepted: true }]),
    );
    const resets = (await mails()).filter(({ kind }) => kind === 'password_reset');
    expect(resets.map(({ to }) => to)).toEqual(['kestrel@example.org']);
  });

  it('is replaced once by the newest link, which ends every session and tells the owner', async () => {
    const player = await verified('kestrel', 'kestrel@example.org');
    await ask('kestrel@example.org');
    const older = tokenOf(await newest('password_reset'));
    clock.advance(1000);
    await ask('kestrel@example.org');
    const mail = await newest('password_reset');
    expect(mail.text).toContain('https://play.example.org/reset#token=');
    expect((await choose(older, NEW_PASSWORD)).body['code']).toBe('expired');
    expect((await choose(tokenOf(mail), 'password12')).body).toMatchObject({ code: 'validation_failed' });
    const both = await Promise.all([
      choose(tokenOf(mail), NEW_PASSWORD),
      choose(tokenOf(mail), 'another kettle boils'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect((await player.browser.get('/users/me', { token: player.token })).body['code']).toBe(
      'session_revoked',
    );
    expect((await signIn('kestrel')).status).toBe(401);
    expect((await newest('password_changed')).to).toBe('kestrel@example.org');
  });

  it('can be replaced for half an hour', async () => {
    await verified('kestrel', 'kestrel@example.org');
    await ask('kestrel@example.org');
    clock.advance(30 * 60_000);
    expect((await choose(tokenOf(await newest('password_reset')), NEW_PASSWORD)).body['code']).toBe(
      'expired',
    );
    expect((await signIn('kestrel')).status).toBe(200);
  });

  it('is mailed three times an hour for one address, and asked for ten times by one machine', async () => {
    await verified('kestrel', 'kestrel@example.org');
    test = await start({ RATE_LIMITS: 'strict' });
    const asks: number[] = [];
    for (let turn = 0; turn < 12; turn += 1) {
      clock.advance(20_000);
      asks.push((await ask(turn < 5 ? 'kestrel@example.org' : `n${turn}@example.org`)).status);
    }
    expect((await mails()).filter(({ kind }) => kind === 'password_reset')).toHaveLength(3);
    expect(asks.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 202));
    expect(asks.slice(10)).toEqual([429, 429]);
  });

  it('leaves no token in the trail', async () => {
    await verified('kestrel', 'kestrel@example.org');
    await ask('kestrel@example.org');
    const token = tokenOf(await newest('password_reset'));
    await choose(token, NEW_PASSWORD);
    const trail = await database.sql<{ line: string }[]>`SELECT audit_log::text AS line FROM audit_log`;
    expect(trail.some(({ line }) => line.includes(token))).toBe(false);
  });
});

describe('an account', () => {
  it('is deleted after 14 days, and kept by signing in before', async () => {
    const player = await proved(await verified('kestrel', 'kestrel@example.org'));
    expect((await player.browser.send('DELETE', '/users/me', { token: player.token })).status).toBe(204);
    expect((await player.browser.get('/users/me', { token: player.token })).body['code']).toBe(
      'session_revoked',
    );
    expect((await newest('deletion_requested')).to).toBe('kestrel@example.org');
    clock.advance(13 * DAY_MS);
    expect(await deleteDoomedAccounts(test.deps, clock())).toBe(0);
    expect((await signIn('kestrel')).status).toBe(200);
    clock.advance(10 * DAY_MS);
    expect(await deleteDoomedAccounts(test.deps, clock())).toBe(0);
  });

  it('that was deleted knows nothing of its owner, and its name stays taken', async () => {
    const player = await proved(await verified('kestrel', 'kestrel@example.org'));
    await player.browser.send('DELETE', '/users/me', { token: player.token });
    clock.advance(14 * DAY_MS);
    expect(await deleteDoomedAccounts(test.deps, clock())).toBe(1);
    expect(await deleteDoomedAccounts(test.deps, clock())).toBe(0);
    const [row] = await database.sql<Record<string, unknown>[]>`
      SELECT username, email, password_hash, status FROM users`;
    expect(row).toMatchObject({ email: null, passwordHash: null, status: 'deleted' });
    expect(String(row?.['username'])).toMatch(/^deleted_[0-9a-f]{8}$/);
    expect((await signIn('kestrel')).body['code']).toBe('invalid_credentials');
    const again = await new TestClient(test.app).post('/auth/register', {
      body: { username: 'kestrel', password: PASSWORD },
    });
    expect(again.body['code']).toBe('already_exists');
  });

  it('is deleted only by whoever proved himself, and never while it can make operators', async () => {
    const player = await register('kestrel');
    const remove = (as: { token: string }) => player.browser.send('DELETE', '/users/me', { token: as.token });
    expect((await remove(player)).body['code']).toBe('step_up_required');
    await ensureDefaultAdmin(test.deps, { embedded: true });
    await database.sql`UPDATE users SET must_change_password = false`;
    const browser = new TestClient(test.app);
    const { body } = await browser.post('/admin/auth/login', {
      body: { login: 'admin', password: PASSWORD },
    });
    const operator = await proved({ browser, token: String(body['accessToken']) });
    expect((await remove(operator)).body).toMatchObject({ code: 'invalid_state', state: 'operator' });
  });

  it('is given out whole once a day, without secrets and without others', async () => {
    await verified('merlin', 'merlin@example.org');
    const player = await verified('kestrel', 'kestrel@example.org');
    const first = await player.browser.get('/users/me/export', { token: player.token });
    expect(first.status).toBe(200);
    const text = JSON.stringify(first.body);
    expect(text).toContain('kestrel@example.org');
    expect(text).not.toContain('merlin');
    expect(text).not.toMatch(/argon2|password_hash|passwordHash|token_hash|secret/i);
    const second = await player.browser.get('/users/me/export', { token: player.token });
    expect(second.body['code']).toBe('rate_limited');
    clock.advance(DAY_MS);
    const renewed = await player.browser.post('/auth/refresh', { body: {} });
    const token = String(renewed.body['accessToken']);
    expect((await player.browser.get('/users/me/export', { token })).status).toBe(200);
  });

  it('changes its language, and refuses what is none of its fields', async () => {
    const player = await register('kestrel');
    const patch = (body: object) => player.browser.send('PATCH', '/users/me', { token: player.token, body });
    expect((await patch({ locale: 'de-at' })).status).toBe(204);
    expect((await account(player))['locale']).toBe('de-AT');
    expect((await patch({ username: 'other' })).body['code']).toBe('validation_failed');
    expect((await patch({ email: 'no address' })).body['code']).toBe('validation_failed');
  });

  it('is told when one of its devices seems to be copied', async () => {
    const player = await verified('kestrel', 'kestrel@example.org');
    const stolen = player.browser.cookies.get('sw_rt')?.value ?? '';
    await player.browser.post('/auth/refresh', { body: {} });
    clock.advance(2 * 60_000);
    const thief = await new TestClient(test.app).post('/auth/refresh', { body: { refreshToken: stolen } });
    expect(thief.body['code']).toBe('session_revoked');
    expect((await newest('session_reused')).to).toBe('kestrel@example.org');
  });
});
