import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setStock } from '../../testing/arrange.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import { publishHour } from '../markets/index.ts';
import { deleteEnded, evaluateChanged, evaluateHour } from './index.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

let game: TestGame;
let player: TestPlayer;
let stationId: string;
let forSale: 'ore';
let names = 0;

beforeAll(async () => {
  game = await createTestGame();
  game.clock.set((Math.floor(game.clock() / HOUR) + 2) * HOUR);
});
afterAll(() => game.stop());
beforeEach(async () => {
  await game.database.sql`DELETE FROM price_alerts`;
  await game.database.sql`DELETE FROM event_outbox`;
  names += 1;
  player = await game.join(`Watcher${names}`);
  stationId = (await player.state()).location?.stationId ?? '';
  const { rows } = await player.ok('getMarket', { params: { id: stationId } });
  forSale = (rows.find(({ side }) => side === 'sells')?.commodity ?? 'ore') as 'ore';
});

const order = (more: Record<string, unknown> = {}) => ({
  stationId,
  commodity: forSale,
  side: 'buy',
  op: 'gte',
  price: 1,
  ...more,
});
const watch = (who: TestPlayer, more: Record<string, unknown> = {}, key?: string) =>
  who.call('createAlert', { body: order(more) as never, ...(key === undefined ? {} : { key }) });
const told = async (): Promise<{ type: string; channel: string; data: Record<string, unknown> }[]> => {
  const rows = await game.database.sql<{ events: { type: string; channel: string; data: never }[] }[]>`
    SELECT events FROM event_outbox ORDER BY id`;
  return rows.flatMap(({ events }) => events).filter(({ type }) => type === 'market.alert_triggered');
};
const judge = async (afterMs = 0) => {
  game.clock.advance(afterMs);
  await evaluateChanged(game.deps, game.clock());
  return (await told()).length;
};
const change = async (stock: number) => {
  await setStock(game.database.sql, stationId, forSale, stock);
  await game.database.sql`UPDATE station_market SET version = version + 1 WHERE station_id = ${stationId}`;
};

describe('an alert', () => {
  it('speaks once when its price is reached, to its player alone', async () => {
    const { body: alert } = await watch(player, { op: 'lte', price: 1 });
    await watch(await game.join(`Other${names}`), { op: 'lte', price: 1 });
    expect(await judge()).toBe(0);
    await game.database.sql`UPDATE price_alerts SET price = 1000 WHERE id = ${alert.id}`;
    expect(await judge()).toBe(0);
    await change(3);
    expect(await judge()).toBe(1);
    const [event] = await told();
    expect(event?.channel).toBe(`player:${await player.playerId()}`);
    expect(event?.data).toMatchObject({ alertId: alert.id, stationId, commodity: forSale, limit: 1_000 });
    await change(4);
    expect(await judge(10 * MINUTE)).toBe(1);
    const { items } = await player.ok('listAlerts');
    expect(items).toMatchObject([{ id: alert.id, isActive: false, triggeredPrice: event?.data['price'] }]);
  });

  it('names the price one would pay, and repeats no sooner than after five minutes', async () => {
    await watch(player, { repeats: true });
    await change(5);
    expect(await judge()).toBe(1);
    const { lines } = await player.ok('quote', {
      body: { stationId, lines: [{ side: 'buy', commodity: forSale, quantity: 1 }] },
    });
    expect((await told())[0]?.data['price']).toBe(lines[0]?.net);
    await change(6);
    expect(await judge(5 * MINUTE - 1)).toBe(1);
    await change(7);
    expect(await judge(1)).toBe(2);
  });

  it('is judged once for each state of the market, whoever judges', async () => {
    await watch(player, { repeats: true });
    const other = await game.addServer();
    await Promise.all([evaluateChanged(game.deps, game.clock()), evaluateChanged(other.deps, game.clock())]);
    await other.stop();
    expect(await told()).toHaveLength(1);
    expect(await judge(10 * MINUTE)).toBe(1);
  });

  it('hears of public prices by the hour alone once the last visit is a week old', async () => {
    await watch(player, { repeats: true });
    const playerId = await player.playerId();
    await game.database.sql`
      INSERT INTO player_stations_docked (player_id, station_id, first_at, last_at)
      VALUES (${playerId}, ${stationId}, now(), ${new Date(game.clock() - 8 * DAY)})`;
    await player.undock();
    await change(8);
    expect(await judge()).toBe(0);
    await publishHour(game.deps, game.clock());
    await evaluateHour(game.deps, game.clock());
    expect(await told()).toHaveLength(1);
    const [point] = await game.database.sql<{ ask: number }[]>`
      SELECT ask::int FROM price_points WHERE station_id = ${stationId} AND commodity = ${forSale}
      ORDER BY hour DESC LIMIT 1`;
    expect((await told())[0]?.data['price']).toBe(point?.ask);
  });

  it('ends when it has run out, and is swept a week later', async () => {
    await watch(player, { repeats: true, days: 1 });
    await change(9);
    expect(await judge(DAY)).toBe(0);
    const left = async () => (await game.database.sql`SELECT id FROM price_alerts`).length;
    await game.db.write((sql) => [deleteEnded(sql, game.clock() - 1, 10)]);
    expect(await left()).toBe(1);
    await game.db.write((sql) => [deleteEnded(sql, game.clock() + 1, 10)]);
    expect(await left()).toBe(0);
  });
});

describe('setting alerts', () => {
  it('stops at twenty active ones, also for those who ask all at once', async () => {
    const answers = await Promise.all(Array.from({ length: 25 }, () => watch(player)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set([undefined, 'marks_full']));
  });

  it('does the same request once', async () => {
    const key = randomUUID();
    const [first, second] = await Promise.all([watch(player, {}, key), watch(player, {}, key)]);
    expect(first.body.id).toBe(second.body.id);
    expect((await player.ok('listAlerts')).items).toHaveLength(1);
  });

  it('answers for a station without known prices like for one that does not exist', async () => {
    const far = [...game.deps.atlas().stations()].find(
      ({ sectorId }) => game.deps.atlas().sector(sectorId)?.zone.kind === 'frontier',
    );
    const [unknown, none] = await Promise.all([
      watch(player, { stationId: far?.id }),
      watch(player, { stationId: randomUUID() }),
    ]);
    expect([unknown.status, unknown.code, none.status, none.code]).toEqual([
      404,
      'not_found',
      404,
      'not_found',
    ]);
  });

  it('refuses what the station does not trade that way, and nonsense', async () => {
    expect((await watch(player, { side: 'sell' })).code).toBe('commodity_not_traded');
    for (const more of [
      { price: 0 },
      { price: -1 },
      { price: 1.5 },
      { price: 1_000_001 },
      { op: 'eq' },
      { side: 'both' },
      { days: 0 },
      { days: 31 },
      { commodity: 'gold' },
      { stationId: 'x' },
      { extra: true },
    ]) {
      const { status } = await watch(player, more);
      expect([JSON.stringify(more), status]).toEqual([JSON.stringify(more), 400]);
    }
    expect((await player.ok('listAlerts')).items).toEqual([]);
  });

  it('another player may neither see nor end it', async () => {
    const { body: alert } = await watch(player);
    const other = await game.join(`Thief${names}`);
    expect((await other.ok('listAlerts')).items).toEqual([]);
    const theft = await other.call('deleteAlert', { params: { id: alert.id } });
    expect([theft.status, theft.code]).toEqual([404, 'not_found']);
    expect((await player.call('deleteAlert', { params: { id: alert.id } })).status).toBe(204);
    expect((await player.call('deleteAlert', { params: { id: alert.id } })).status).toBe(404);
  });
});

it.each([
  ['a change', evaluateChanged],
  ['the hour', evaluateHour],
] as const)('a market whose alerts cannot be judged stops no other at %s', async (_case, evaluate) => {
  const { sql } = game.database;
  await watch(player);
  const [other] = await sql<{ id: string }[]>`
    SELECT station_id AS id FROM station_market WHERE commodity = ${forSale} AND direction = 'sells' AND station_id <> ${stationId} LIMIT 1`;
  const [stuck = '', free = ''] = [stationId, other?.id ?? ''].sort();
  await sql`
    INSERT INTO price_alerts (id, player_id, station_id, commodity, side, op, price, repeats, created_at, expires_at)
    SELECT gen_random_uuid(), player_id, ${other?.id ?? ''}, commodity, side, op, price, repeats, created_at, expires_at
    FROM price_alerts`;
  await sql`UPDATE price_alerts SET heard_version = -1`;
  // What is told live is told to whoever is there.
  await sql`UPDATE ships SET station_id = ${free} WHERE owner_id = ${await player.playerId()}`;
  await sql.unsafe(`
    CREATE TRIGGER stuck BEFORE UPDATE ON price_alerts FOR EACH ROW WHEN (OLD.station_id = '${stuck}')
    EXECUTE FUNCTION refuse_change()`);
  await evaluate(game.deps, game.clock());
  await sql.unsafe('DROP TRIGGER stuck ON price_alerts');
  expect((await told()).map(({ data }) => data['stationId'])).toEqual([free]);
});
