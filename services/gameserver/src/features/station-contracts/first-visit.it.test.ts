import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import { postContracts } from './index.ts';

let game: TestGame;
let here: string;

beforeAll(async () => {
  game = await createTestGame({ connect: { max: 20 } });
  here = (await (await game.join('first')).state()).location?.stationId ?? '';
});
afterAll(() => game.stop());

const board = { params: { id: '' } };
const posted = async () =>
  (
    await game.database.sql<{ n: number; quarters: number; boards: number }[]>`
      SELECT count(*)::int AS n, count(DISTINCT quarter)::int AS quarters, count(DISTINCT station_id)::int AS boards
      FROM contracts WHERE quarter IS NOT NULL`
  )[0];

it('a board nobody has filled yet is full for its first visitors, once for all of them', async () => {
  board.params.id = here;
  const pilots = await Promise.all(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => game.join(`visitor-${name}`)),
  );
  const [first, ...others] = await Promise.all(pilots.map((pilot) => pilot.ok('getContractBoard', board)));
  const offered = (items: readonly { id: string; isReserved: boolean }[] = []) =>
    items.filter(({ isReserved }) => !isReserved).map((item) => item.id);
  expect(offered(first?.items).length).toBeGreaterThanOrEqual(5);
  for (const other of others) expect(offered(other.items)).toEqual(offered(first?.items));
  const after = await posted();
  expect(after).toMatchObject({ boards: 1, n: after?.quarters });
  // The round of the job comes later and leaves that board as it is.
  await postContracts(game.deps, game.clock());
  const again = await pilots[0]?.ok('getContractBoard', board);
  expect(offered(again?.items)).toEqual(offered(first?.items));
});

it('a board whose jobs are all taken stays empty until its next quarter', async () => {
  const pilot = await game.join('latecomer');
  await game.database.sql`
    UPDATE contracts SET state = 'accepted', player_id = ${await pilot.playerId()}, deadline_at = ${new Date(game.clock() + 3_600_000)}
    WHERE station_id = ${here} AND quarter IS NOT NULL`;
  const { items } = await pilot.ok('getContractBoard', board);
  expect(items.filter(({ isReserved }) => !isReserved)).toEqual([]);
});
