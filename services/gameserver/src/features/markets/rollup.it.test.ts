import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import { HOUR_MS, rollUpPrices } from './index.ts';

const DAY_HOURS = 24;

let game: TestGame;
let player: TestPlayer;
let stationId: string;
let today: number;

beforeAll(async () => {
  game = await createTestGame();
  player = await game.join('Historian');
  stationId = (await player.state()).location?.stationId ?? '';
});
afterAll(() => game.stop());
beforeEach(async () => {
  await game.database.sql`DELETE FROM price_days`;
  await game.database.sql`DELETE FROM price_points`;
  today = Math.floor(game.clock() / HOUR_MS / DAY_HOURS);
});

const point = async (hour: number, ask: number | null, bid: number | null = null) => {
  await game.database.sql`
    INSERT INTO price_points (station_id, commodity, hour, direction, ask, bid, stock_tenths)
    VALUES (${stationId}, 'ore', ${hour}, 'sells', ${ask}, ${bid}, 7)`;
};
const days = () => game.database.sql`
  SELECT day, ask_open::int, ask_high::int, ask_low::int, ask_close::int, bid_open, stock_tenths, volume::int
  FROM price_days ORDER BY day`;
const count = async (table: string) =>
  Number((await game.database.sql`SELECT count(*) AS n FROM ${game.database.sql(table)}`)[0]?.['n']);

it('folds the hours of a day into first, highest, lowest and last', async () => {
  const day = today - 1;
  for (const [hour, ask] of [
    [0, 30],
    [1, 34],
    [2, 27],
    [3, null],
    [4, 31],
  ] as const)
    await point(day * DAY_HOURS + hour, ask);
  await point(today * DAY_HOURS, 99);
  expect(await rollUpPrices(game.deps, game.clock())).toBe(1);
  expect(await days()).toEqual([
    {
      day,
      askOpen: 30,
      askHigh: 34,
      askLow: 27,
      askClose: 31,
      bidOpen: null,
      stockTenths: 7,
      volume: 0,
    },
  ]);
  expect(await rollUpPrices(game.deps, game.clock())).toBe(0);
  expect(await count('price_days')).toBe(1);
});

it('makes up for days without a run before their hours are removed', async () => {
  for (const back of [40, 31, 2]) await point((today - back) * DAY_HOURS + 5, 30 + back);
  expect(await rollUpPrices(game.deps, game.clock())).toBe(3);
  expect((await days()).map(({ askClose }) => askClose)).toEqual([70, 61, 32]);
  expect(await count('price_points')).toBe(1);
});

it('forgets days after 400', async () => {
  await point((today - 401) * DAY_HOURS, 30);
  await point((today - 400) * DAY_HOURS, 31);
  await rollUpPrices(game.deps, game.clock());
  expect((await days()).map(({ day }) => day)).toEqual([today - 400]);
});

describe('a year of prices', () => {
  it('is told by days, and by the hours of today', async () => {
    await point((today - 200) * DAY_HOURS + 3, 40);
    await point((today - 200) * DAY_HOURS + 4, 44);
    await rollUpPrices(game.deps, game.clock());
    const { points } = await player.ok('getPriceHistory', {
      params: { id: stationId, commodity: 'ore' },
      query: { range: '1y' },
    });
    expect(points[0]).toMatchObject({ ask: 44, high: 44, low: 40, volume: 0 });
    expect(new Date(points[0]?.at ?? 0).getTime()).toBe(((today - 199) * DAY_HOURS - 1) * HOUR_MS);
  });

  it('answers for an unknown station like for one that does not exist', async () => {
    const unknown = [...game.deps.atlas().stations()].find(
      ({ sectorId }) => game.deps.atlas().sector(sectorId)?.zone.kind === 'frontier',
    );
    const ask = (id: string) =>
      player.call('getPriceHistory', { params: { id, commodity: 'ore' }, query: { range: '1y' } });
    const [real, none] = await Promise.all([ask(unknown?.id ?? ''), ask(crypto.randomUUID())]);
    expect([real.status, none.status]).toEqual([404, 404]);
    expect(real.code).toBe(none.code);
  });
});
