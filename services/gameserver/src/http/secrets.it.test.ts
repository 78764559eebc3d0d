import { createLogger } from '@sw/service-kit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureDefaultAdmin } from '../features/auth/index.ts';
import { TestClient } from '../testing/test-client.ts';
import type { TestGame, TestServer } from '../testing/test-game.ts';
import { createTestGame } from '../testing/test-game.ts';
import { TestSocket } from '../testing/test-socket.ts';

const ADMIN_PASSWORD = 'marsh lantern 7 quorum';
const PASSWORD = 'velvet anchor 9 tundra';
const WRONG_PASSWORD = 'copper violin 3 glacier';
const NEW_PASSWORD = 'timber falcon 5 meadow';
const JWT_SECRET = 'uX3q-only-of-this-test-pV8nRk2LmZsWyTcD';

const lines: string[] = [];
const logger = createLogger({
  service: 'gameserver',
  level: 'trace',
  destination: { write: (line) => void lines.push(line) },
});

let game: TestGame;
let dying: TestServer;

beforeAll(async () => {
  game = await createTestGame({ logger, env: { ADMIN_PASSWORD, JWT_SECRET } });
  dying = await game.addServer({ logger });
});
afterAll(() => game.stop());

/** Everything a request may leave behind when it is refused, repeated, broken, or meets a defect. */
it('logs nothing that opens anything, whatever goes wrong', { timeout: 60_000 }, async () => {
  const secrets = [ADMIN_PASSWORD, PASSWORD, WRONG_PASSWORD, NEW_PASSWORD, JWT_SECRET];
  const browser = new TestClient(game.app);
  const body = { username: 'keeper_of_keys', password: PASSWORD };
  const { body: signedUp } = await browser.post('/auth/register', { body });
  const token = String(signedUp['accessToken']);
  const keep = () => secrets.push(...[...browser.cookies.values()].map(({ value }) => value));
  keep();
  await browser.post('/auth/login', { body: { login: body.username, password: WRONG_PASSWORD } });
  await browser.post('/auth/login', { body: { login: PASSWORD, password: body.username } });
  const refreshed = await browser.post('/auth/refresh', { body: {} });
  keep();
  const ticket = String((await browser.post('/auth/ws-ticket', { token })).body['ticket']);
  secrets.push(token, String(refreshed.body['accessToken']), ticket);
  await browser.post('/auth/change-password', {
    token,
    body: { currentPassword: WRONG_PASSWORD, newPassword: NEW_PASSWORD },
  });
  await ensureDefaultAdmin(game.deps, { embedded: true });
  const admin = await browser.post('/admin/auth/login', {
    body: { login: 'admin', password: ADMIN_PASSWORD },
  });
  secrets.push(String(admin.body['accessToken']));
  keep();

  const url = await game.listen();
  for (const query of ['', `?ticket=${ticket}&token=${token}`]) {
    const socket = new TestSocket(url, { path: `/api/v1/ws/connect${query}` });
    await socket.opened();
    socket.sendRaw(
      JSON.stringify({ v: 1, type: 'auth', ref: 'a', data: { ticket, token, password: PASSWORD } }),
    );
    await socket.closed();
  }

  // Broken bodies and a server whose database is gone: the lines of errors are the ones that tell too much.
  const authorization = `Bearer ${token}`;
  for (const payload of [`{"password":"${PASSWORD}"`, JSON.stringify({ password: PASSWORD, extra: token })]) {
    const headers = { 'content-type': 'application/json', authorization };
    await game.app.inject({ method: 'POST', url: '/api/v1/auth/login', headers, payload });
  }
  const before = lines.length;
  await dying.db.close();
  for (const [method, path] of [
    ['POST', '/auth/login'],
    ['POST', '/auth/register'],
    ['GET', '/player/state'],
  ] as const) {
    const cookie = [...browser.cookies].map(([name, { value }]) => `${name}=${value}`).join('; ');
    const answer = await dying.app.inject({
      method,
      url: `/api/v1${path}?token=${token}&code=${ticket}`,
      headers: { authorization, cookie },
      ...(method === 'POST' ? { payload: { login: 'x', username: 'somebodynew', password: PASSWORD } } : {}),
    });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  }
  logger.error({ err: new Error('refused'), headers: { authorization, cookie: `sw_rt=${ticket}` } }, 'told');

  expect(lines.length).toBeGreaterThan(before);
  expect(secrets.length).toBeGreaterThan(9);
  const told = (secret: string): string[] => lines.filter((line) => line.includes(secret));
  expect(secrets.flatMap(told)).toEqual([]);
  const audit = JSON.stringify(await game.database.sql`SELECT * FROM audit_log`);
  expect(audit).toContain('auth.register');
  expect(secrets.filter((secret) => audit.includes(secret))).toEqual([]);
});
