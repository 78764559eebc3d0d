import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { TestGame } from '../testing/test-game.ts';
import { createTestGame } from '../testing/test-game.ts';
import type { Fleet } from './fleet.ts';
import { createFleet, PROCESS_LIFE_MS } from './fleet.ts';

let game: TestGame;
let ada: string;
let bob: string;

beforeAll(async () => {
  game = await createTestGame({ connect: { max: 12 } });
  ada = await (await game.join('Ada')).playerId();
  bob = await (await game.join('Bob')).playerId();
});
beforeEach(() => game.database.sql`DELETE FROM server_processes`);
afterAll(() => game.stop());

interface Process extends Fleet {
  readonly sockets: Map<string, number>;
  readonly lost: string[];
}
const startProcess = (): Process => {
  const sockets = new Map<string, number>();
  const lost: string[] = [];
  const fleet = createFleet({
    db: game.db,
    processId: randomUUID(),
    clock: game.clock,
    sockets: () => sockets,
    onLost: (players) => lost.push(...players),
  });
  return { ...fleet, sockets, lost };
};
const online = async (): Promise<string[]> =>
  (
    await game.database.sql<
      { n: string }[]
    >`SELECT player_id || ' ' || sockets AS n FROM online_players ORDER BY n`
  ).map(({ n }) => n);

it('knows whether anybody else is alive', async () => {
  const [a, b] = [startProcess(), startProcess()];
  await a.beat();
  expect(a.hasCompany()).toBe(false);
  await b.beat();
  await a.beat();
  expect([a, b].map((process) => process.hasCompany())).toEqual([true, true]);
  await b.leave();
  await a.beat();
  expect(a.hasCompany()).toBe(false);
});

it('tells the first socket of a player in the fleet from the others, and the last one', async () => {
  const [a, b] = [startProcess(), startProcess()];
  await Promise.all([a.beat(), b.beat()]);
  a.sockets.set(ada, 1);
  expect(await a.count(ada)).toEqual({ before: 0, after: 1 });
  b.sockets.set(ada, 2);
  expect(await b.count(ada)).toEqual({ before: 1, after: 3 });
  a.sockets.delete(ada);
  expect(await a.count(ada)).toEqual({ before: 3, after: 2 });
  b.sockets.delete(ada);
  expect(await b.count(ada)).toEqual({ before: 2, after: 0 });
  expect(await b.isOnline(ada)).toBe(false);
});

it('of two processes losing a player at once exactly one finds him gone', async () => {
  const processes = [startProcess(), startProcess(), startProcess(), startProcess()];
  for (const process of processes) {
    process.sockets.set(ada, 1);
    await process.count(ada);
    process.sockets.delete(ada);
  }
  const answers = await Promise.all(processes.map((process) => process.count(ada)));
  expect(answers.filter(({ before, after }) => before > 0 && after === 0)).toHaveLength(1);
});

it('ends with the present count whatever the order of coming and going', async () => {
  const a = startProcess();
  await a.beat();
  const writes: Promise<unknown>[] = [];
  for (const sockets of [1, 2, 0, 3, 0, 1]) {
    if (sockets === 0) a.sockets.delete(ada);
    else a.sockets.set(ada, sockets);
    writes.push(a.count(ada));
  }
  await Promise.all(writes);
  expect(await online()).toEqual([`${ada} 1`]);
});

it('buries a process that was silent too long and names the players it takes along', async () => {
  const [dead, alive] = [startProcess(), startProcess()];
  dead.sockets.set(ada, 1);
  await dead.count(ada);
  alive.sockets.set(bob, 1);
  await alive.count(bob);
  game.clock.advance(PROCESS_LIFE_MS);
  await alive.beat();
  expect(alive.hasCompany()).toBe(true);
  game.clock.advance(1);
  await alive.beat();
  expect(alive.hasCompany()).toBe(false);
  expect(alive.lost).toEqual([ada]);
  expect(await online()).toEqual([`${bob} 1`]);
});

it('puts the players of a process that was buried alive back on the list', async () => {
  const [sleeper, other] = [startProcess(), startProcess()];
  sleeper.sockets.set(ada, 1).set(bob, 2);
  await sleeper.beat();
  expect(await online()).toHaveLength(2);
  game.clock.advance(PROCESS_LIFE_MS + 1);
  await other.beat();
  expect(await online()).toEqual([]);
  // A socket that changes before the next beat must not hide that the others are missing.
  await sleeper.count(bob);
  await sleeper.beat();
  expect(await online()).toEqual([`${ada} 1`, `${bob} 2`].sort());
});
