import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import { HOUR_MS, publishHour } from './index.ts';

let game: TestGame;

beforeAll(async () => {
  game = await createTestGame();
});
beforeEach(async () => {
  await game.database.sql`DELETE FROM price_points`;
  game.clock.set((Math.floor(game.clock() / HOUR_MS) + 2) * HOUR_MS);
});
afterAll(() => game.stop());

const points = async () =>
  (
    await game.database.sql<{ point: string }[]>`
    SELECT concat_ws(' ', station_id, commodity, hour, ask, bid, stock_tenths) AS point FROM price_points ORDER BY 1`
  ).map(({ point }) => point);

it('publishes every market once an hour', async () => {
  const [{ n } = { n: 0 }] = await game.database.sql<
    { n: number }[]
  >`SELECT count(*)::int AS n FROM station_market`;
  expect(await publishHour(game.deps, game.clock())).toBe(n);
  expect(await publishHour(game.deps, game.clock() + HOUR_MS - 1)).toBe(0);
  expect(await points()).toHaveLength(n);
  expect(await publishHour(game.deps, game.clock() + HOUR_MS)).toBe(n);
});

it('askers at the same time share one run', async () => {
  const snapshot = vi.spyOn(game.db, 'snapshot');
  const answers = await Promise.all([1, 2, 3, 4].map(() => publishHour(game.deps, game.clock())));
  expect(answers.filter((made) => made > 0)).toHaveLength(1);
  expect(snapshot).toHaveBeenCalledTimes(1);
  snapshot.mockRestore();
});

it('a run that failed is tried again by the next asker', async () => {
  const snapshot = vi.spyOn(game.db, 'snapshot').mockRejectedValueOnce(new Error('gone'));
  await expect(publishHour(game.deps, game.clock())).rejects.toThrow('gone');
  snapshot.mockRestore();
  expect(await publishHour(game.deps, game.clock())).toBeGreaterThan(0);
});

it('never shows what was traded since the full hour, however late it is made', async () => {
  await publishHour(game.deps, game.clock());
  const onTime = await points();
  game.clock.advance(20 * 60_000);
  const trader = await game.join('Trader');
  const stationId = (await trader.state()).location?.stationId ?? '';
  const { rows } = await trader.ok('getMarket', { params: { id: stationId } });
  const offer = rows.find(({ maxBuy }) => (maxBuy?.max ?? 0) > 5);
  if (offer === undefined) throw new Error('nothing to buy');
  const { commodity } = offer;
  const quantity = offer.maxBuy?.max ?? 1;

  // A process that has published nothing yet, in an hour that nobody has published.
  await game.database.sql`DELETE FROM price_points`;
  const late = await game.addServer();
  await trader.at(late).ok('execute', {
    body: { stationId, lines: [{ side: 'buy', commodity, quantity, limitTotal: 1_000_000 }] },
  });
  expect(await points()).toEqual(onTime);
  expect(await publishHour(late.deps, game.clock())).toBe(0);
  await late.stop();
});
