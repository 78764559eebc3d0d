import { catalogueHash } from '@sw/rules';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import { connectSocket } from '../../testing/test-socket.ts';

let game: TestGame;
beforeAll(async () => {
  game = await createTestGame();
});
afterAll(() => game.stop());

const get = async (path: string) => {
  const response = await game.app.inject(`/api/v1${path}`);
  return { status: response.statusCode, headers: response.headers, body: response.body };
};
const json = async (path: string) => JSON.parse((await get(path)).body) as Record<string, unknown>;

it('says who it is, what time it is and how it is', async () => {
  expect(await json('/status')).toMatchObject({
    name: 'SectorWars 2102',
    role: 'standalone',
    status: 'ok',
    motd: null,
  });
  expect(await json('/status/ping')).toEqual({
    pong: true,
    serverTime: new Date(game.clock()).toISOString(),
  });
  expect(await json('/status/version')).toMatchObject({ api: 'v1' });
  expect(await json('/status/health')).toEqual({ status: 'ok' });
});

it('counts players with a socket, not sockets, and looks again after ten seconds', async () => {
  const player = await game.join('Counted');
  game.clock.advance(10_000);
  expect(await json('/status/players')).toEqual({ online: 0, onlineInRegion: 0, registered: 1 });
  const url = await game.listen();
  const sockets = [await connectSocket(url, player), await connectSocket(url, player)];
  await expect
    .poll(async () => (await game.database.sql`SELECT 1 FROM online_players WHERE sockets = 2`).length, {
      timeout: 10_000,
    })
    .toBe(1);
  expect(await json('/status/players')).toMatchObject({ online: 0 });
  game.clock.advance(10_000);
  expect(await json('/status/players')).toMatchObject({ online: 1 });
  for (const socket of sockets) socket.cut();
});

it('serves the rules under their hash', async () => {
  const { headers, body } = await get('/rules');
  expect(headers['etag']).toBe(`"${catalogueHash()}"`);
  expect(JSON.parse(body)).toMatchObject({ hash: catalogueHash() });
});

it('documents itself from its own files', async () => {
  const page = await get('/docs');
  expect(page.headers['content-type']).toContain('text/html');
  const links = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => String(link));
  expect(links.length).toBeGreaterThan(2);
  for (const link of links) {
    expect(link).toMatch(/^\/api\/v1\/docs\//);
    expect((await game.app.inject(link)).statusCode).toBe(200);
  }
  expect(await json('/openapi.json')).toMatchObject({ openapi: '3.1.0', servers: [{ url: '/api/v1' }] });
});
