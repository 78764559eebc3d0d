import type { TestDatabase } from '@sw/test-kit';
import { createGameDatabase } from '@sw/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestApp } from '../../testing/test-app.ts';
import { createTestApp } from '../../testing/test-app.ts';
import { TestClient } from '../../testing/test-client.ts';
import { registerAuthRoutes } from '../auth/index.ts';
import { defaultSettings } from './default-settings.ts';
import { registerSettingsRoutes } from './index.ts';

let database: TestDatabase;
let test: TestApp;
let player: TestClient;
let token: string;
let userId: string;
let players = 0;

beforeAll(async () => {
  database = await createGameDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  test = await createTestApp({ db: database.db, register: [registerAuthRoutes, registerSettingsRoutes] });
  player = new TestClient(test.app);
  players += 1;
  const { body } = await player.post('/auth/register', {
    body: { username: `kestrel${players}x`, password: 'gorse lamp ferry', locale: 'de' },
  });
  token = String(body['accessToken']);
  userId = (body['user'] as { id: string }).id;
});

const read = (headers: Record<string, string> = {}) => player.get('/player/settings', { token, headers });
const patch = (body: object, headers: Record<string, string> = {}) =>
  player.send('PATCH', '/player/settings', { token, body, headers });

describe('settings', () => {
  it('begin with defaults in the language of the account', async () => {
    const { status, body, headers } = await read();
    expect(status).toBe(200);
    expect(body).toEqual({ rev: 0, settings: defaultSettings('de') });
    expect(headers['etag']).toBe('"0"');
    expect((await read({ 'if-none-match': '"0"' })).status).toBe(304);
  });

  it('keep each change under a new revision', async () => {
    const first = await patch({ theme: 'terminal', keyHints: false });
    expect(first.body).toMatchObject({
      rev: 1,
      settings: { theme: 'terminal', keyHints: false, density: 'compact' },
    });
    const second = await patch({ density: 'dense', language: 'fr' }, { 'if-match': '"1"' });
    expect(second.body).toMatchObject({
      rev: 2,
      settings: { theme: 'terminal', density: 'dense', language: 'fr' },
    });
    expect(second.headers['etag']).toBe('"2"');
    expect((await read()).body).toEqual(second.body);
    const [user] = await database.sql`SELECT locale FROM users WHERE id = ${userId}`;
    expect(user).toEqual({ locale: 'fr' });
  });

  it('refuse a stale write and leave everything as it was', async () => {
    await patch({ theme: 'daylight' });
    for (const tag of ['"0"', '"7"', 'nonsense']) {
      const { status, body } = await patch({ theme: 'contrast' }, { 'if-match': tag });
      expect([status, body['code']]).toEqual([412, 'precondition_failed']);
    }
    expect((await read()).body).toMatchObject({ rev: 1, settings: { theme: 'daylight' } });
    expect((await patch({ theme: 'contrast' }, { 'if-match': '*' })).status).toBe(200);
  });

  it('lose no key when two tabs change different ones at once', async () => {
    await Promise.all([
      patch({ theme: 'terminal' }),
      patch({ textScale: 140 }),
      patch({ motion: 'reduced' }),
    ]);
    expect((await read()).body).toMatchObject({
      rev: 3,
      settings: { theme: 'terminal', textScale: 140, motion: 'reduced' },
    });
  });

  it('refuse unknown members and values out of range', async () => {
    expect((await patch({ colour: 'red' })).body['code']).toBe('validation_failed');
    expect((await patch({ textScale: 500 })).body['errors']).toMatchObject([{ path: '/textScale' }]);
  });

  it('skip nothing where no chain runs', async () => {
    const { status, body } = await patch({ theme: 'terminal', firstShip: { skipAll: true } });
    expect([status, body['code']]).toEqual([409, 'wrong_state']);
    expect((await read()).body).toMatchObject({ rev: 0, settings: { theme: 'cockpit' } });
  });

  it('skip the starter chain and tell other screens', async () => {
    await database.sql`
      INSERT INTO first_ship_chains (player_id, steps, targets, progress, began_at)
      SELECT id, '{1,2,3}', '{}', '{}', now() FROM players WHERE user_id = ${userId}`;
    const { status, body } = await patch({ firstShip: { skipAll: true } });
    expect([status, body['rev']]).toEqual([200, 0]);
    const [chain] = await database.sql`
      SELECT c.finished_at FROM first_ship_chains c JOIN players p ON p.id = c.player_id
      WHERE p.user_id = ${userId}`;
    expect(chain?.['finishedAt']).not.toBeNull();
    expect(test.told).toMatchObject([{ type: 'player.state_changed', data: { rev: 3 } }]);
  });

  it('belong to players', async () => {
    expect((await player.get('/player/settings')).status).toBe(401);
  });
});
