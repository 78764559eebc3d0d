import { randomUUID } from 'node:crypto';
import { CLOSE_CODES } from '@sw/contracts';
import { createMetrics, createSilentLogger } from '@sw/service-kit';
import type { RedisServer } from '@sw/test-kit';
import { needsBinaries, startRedisServer } from '@sw/test-kit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toMoment } from '../platform/clock.ts';
import type { NexusStreams } from '../platform/redis/nexus-streams.ts';
import { openNexusStreams } from '../platform/redis/open-redis.ts';
import type { TestGame } from '../testing/test-game.ts';
import { createTestGame } from '../testing/test-game.ts';
import type { TestSocket } from '../testing/test-socket.ts';
import { connectSocket } from '../testing/test-socket.ts';
import type { NexusBridge } from './nexus-bridge.ts';
import { createNexusReceiver } from './nexus-receiver.ts';
import type { OutboxEvent } from './outbox.ts';
import { event, GLOBAL_CHANNEL, insertOutboxRow, sessionRevoked } from './outbox.ts';

const needs = needsBinaries('redis-server', 'redis-cli');
/** Somebody who is online at the hub only. */
const NOBODY = '0190a000-0000-7000-8000-00000000000f';
const PATIENCE = { timeout: 20_000 };
const REGION_RIGHTS =
  'resetchannels -@all +auth +hello +ping +select +xgroup|create +xreadgroup +xautoclaim +xack';

describe.skipIf(needs.isMissing)(`the hub and a region over redis-nexus${needs.note}`, () => {
  let nexus: RedisServer;
  let own: RedisServer;
  let hub: TestGame;
  /** Another database with players of its own; two of its processes take what the hub tells. */
  let region: TestGame;
  let url: string;
  let ends: NexusBridge[];

  const openStreams = (): Promise<NexusStreams> =>
    openNexusStreams({
      url: nexus.url.replace('//', '//kepler:of-kepler-only@'),
      logger: createSilentLogger(),
      metrics: createMetrics(),
    });
  const startEnd = async (): Promise<void> => {
    const end = createNexusReceiver({
      ...region.deps,
      streams: await openStreams(),
      regionName: 'kepler',
      processId: randomUUID(),
      idleMs: 300,
    });
    end.start();
    ends.push(end);
  };

  beforeAll(async () => {
    nexus = await startRedisServer([
      `user kepler on >of-kepler-only ~nexus:control ~nexus:global ${REGION_RIGHTS}`,
    ]);
    own = await startRedisServer();
    hub = await createTestGame({ env: { REDIS_URL: own.url, REDIS_NEXUS_URL: nexus.url } });
    region = await createTestGame();
    url = await region.listen();
  });
  beforeEach(async () => {
    ends = [];
    await startEnd();
    await startEnd();
    await expect
      .poll(async () => (await nexus.ask('XINFO', 'GROUPS', 'nexus:global')).length, PATIENCE)
      .toBeGreaterThan(0);
  });
  afterEach(async () => {
    for (const end of ends) await end.stop();
  });
  afterAll(async () => {
    await hub.stop();
    await region.stop();
    await Promise.all([nexus.stop(), own.stop()]);
  });

  const tellAtHub = async (...events: readonly OutboxEvent[]): Promise<void> => {
    await hub.db.write((sql) => [insertOutboxRow(sql, hub.deps.processId, hub.clock(), events)]);
    hub.deps.outbox.committed(events);
  };
  const announce = (text: string) =>
    tellAtHub(
      event(GLOBAL_CHANNEL, 'system.announcement', { text, priority: 'normal', at: toMoment(hub.clock()) }),
      event('sector:1', 'presence.updated', { playerId: NOBODY, online: true }),
    );
  const newsOf = (socket: TestSocket) => socket.all('system.announcement').map(({ data }) => data?.['text']);
  const hears = (socket: TestSocket, text: string) =>
    socket.frame('system.announcement', ({ data }) => data?.['text'] === text);

  it('news for everybody reach players of the region, once, and nothing else does', async () => {
    const socket = await connectSocket(url, await region.join('Outpost'));
    for (const text of ['one', 'two', 'three']) await announce(text);
    await hears(socket, 'three');
    await socket.settled();
    expect(newsOf(socket).toSorted()).toEqual(['one', 'three', 'two']);
    expect(socket.all('presence.updated').map(({ data }) => data?.['playerId'])).not.toContain(NOBODY);
    await expect
      .poll(async () => (await hub.database.sql`SELECT 1 FROM nexus_outbox`).length, PATIENCE)
      .toBe(0);
    socket.cut();
  });

  it('a session the hub ends is over in the region', async () => {
    const player = await region.join('Traveller');
    const socket = await connectSocket(url, player);
    const [session] = await region.database.sql<{ id: string }[]>`
      SELECT id FROM sessions WHERE user_id = ${player.userId}`;
    await tellAtHub(sessionRevoked(session?.id ?? '', 'logout'));
    expect(await socket.closed()).toBe(CLOSE_CODES.sessionEnded);
    expect((await player.call('getPlayerState')).status).toBe(401);
  });

  it('what is told while redis-nexus is dead arrives afterwards, also at a region that was away', async () => {
    const socket = await connectSocket(url, await region.join('Remote'));
    await nexus.kill();
    await announce('in the dark');
    for (const end of ends.splice(0)) await end.stop();
    await nexus.start();
    await announce('while away');
    await startEnd();
    await hears(socket, 'in the dark');
    await hears(socket, 'while away');
    expect(newsOf(socket)).toHaveLength(2);
    socket.cut();
  });

  it('what a dying process took and did not finish is taken over by another', async () => {
    const socket = await connectSocket(url, await region.join('Heir'));
    for (const end of ends.splice(0)) await end.stop();
    const dying = await openStreams();
    await announce('last words');
    await expect
      .poll(async () => (await dying.receive('region:kepler', 'dying', 500)).length, PATIENCE)
      .toBe(1);
    await dying.close();
    await startEnd();
    await hears(socket, 'last words');
    expect(newsOf(socket)).toEqual(['last words']);
    socket.cut();
  });

  it('a region may read what is told, and tell nothing itself', async () => {
    const asKepler = (...command: string[]) =>
      nexus.ask('--user', 'kepler', '--pass', 'of-kepler-only', '--no-auth-warning', ...command);
    expect(await asKepler('XADD', 'nexus:control', '*', 'k', 'x', 'b', '[]')).toContain('NOPERM');
    expect(await asKepler('DEL', 'nexus:global')).toContain('NOPERM');
  });
});
