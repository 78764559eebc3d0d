import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Deps } from '../deps.ts';
import type { Fleet } from '../realtime/fleet.ts';
import type { OutboxEvent } from '../realtime/outbox.ts';
import type { TestGame } from '../testing/test-game.ts';
import { createTestGame } from '../testing/test-game.ts';
import type { PresentSocketGame } from './socket-game.ts';
import { createSocketGame } from './socket-game.ts';

/** Long enough to come back in, short enough to wait for. */
const GRACE_MS = 40;

let game: TestGame;
let told: OutboxEvent[];
let counts: { before: number; after: number };
let isOnlineElsewhere: boolean;
let sockets: PresentSocketGame;
let playerId: string;

beforeAll(async () => {
  game = await createTestGame();
  playerId = await (await game.join('Comer')).playerId();
});
afterAll(() => game.stop());
beforeEach(() => {
  told = [];
  isOnlineElsewhere = false;
  const deps: Deps = {
    ...game.deps,
    outbox: { committed: (events) => told.push(...events), doubted: () => {} },
  };
  const fleet: Pick<Fleet, 'count' | 'isOnline'> = {
    count: async () => counts,
    isOnline: async () => isOnlineElsewhere,
  };
  sockets = createSocketGame(deps, () => fleet as Fleet, GRACE_MS);
});

const come = (before = 0, after = 1): Promise<void> => {
  counts = { before, after };
  return sockets.socketsChanged(playerId);
};
const go = (before = 1, after = 0): Promise<void> => come(before, after);
const onlines = (): unknown[] => told.map((event) => (event.data as { online: boolean }).online);
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

it('tells the sector of the first socket and of no other', async () => {
  await come();
  await come(1, 2);
  expect(told).toMatchObject([
    { channel: 'sector:1', type: 'presence.updated', data: { playerId, online: true } },
  ]);
});

it('tells of the last one only when nobody came back in time', async () => {
  await come();
  await go();
  expect(onlines()).toEqual([true]);
  await expect.poll(onlines, { timeout: 5_000 }).toEqual([true, false]);
});

it('says nothing of a short absence', async () => {
  await come();
  await go();
  await come();
  await wait(3 * GRACE_MS);
  expect(onlines()).toEqual([true]);
});

it('says nothing when he came back at another process', async () => {
  await come();
  await go();
  isOnlineElsewhere = true;
  await wait(3 * GRACE_MS);
  expect(onlines()).toEqual([true]);
});

it('tells of players whose process died', async () => {
  sockets.lost([playerId]);
  await expect.poll(onlines, { timeout: 5_000 }).toEqual([false]);
});

it('keeps what it tells in the outbox, for the other processes', async () => {
  await game.database.sql`DELETE FROM event_outbox`;
  await come();
  const rows = await game.database.sql<{ events: OutboxEvent[] }[]>`SELECT events FROM event_outbox`;
  expect(rows.flatMap(({ events }) => events)).toEqual(told);
});

it('tells nobody of a user who is nowhere yet', async () => {
  playerId = await (await game.register('nowhere_yet')).playerId();
  await come();
  expect(told).toEqual([]);
});
