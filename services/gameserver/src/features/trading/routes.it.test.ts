import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import { publishHour } from '../markets/index.ts';

const MINUTE = 60_000;

let game: TestGame;
let player: TestPlayer;
let names = 0;

beforeAll(async () => {
  game = await createTestGame();
  await publishHour(game.deps, game.clock());
});
afterAll(() => game.stop());
beforeEach(async () => {
  names += 1;
  player = await game.join(`Planner${names}`);
});

const routes = (who: TestPlayer, body: Record<string, unknown> = {}) => who.ok('findRoutes', { body });

/** Lets the next answer be a new one, at the same moment. */
const askAnew = async (who: TestPlayer) =>
  game.database.sql`UPDATE players SET rev = rev + 1 WHERE id = ${await who.playerId()}`;

/** Moves every stock of stations the filter names, and lets their drift go wild. */
const upset = async (where: 'unseen' | 'everywhere') => {
  const { sql } = game.database;
  const atlas = game.deps.atlas();
  const ids = [...atlas.stations()]
    .filter(({ sectorId }) => where === 'everywhere' || atlas.sector(sectorId)?.zone.kind !== 'federation')
    .map(({ id }) => id);
  await sql`UPDATE station_market SET stock = capacity - stock, drift_bp = -drift_bp WHERE station_id = ANY(${ids})`;
};

describe('the route finder', () => {
  it('gives a newcomer routes that pay, over public prices alone', async () => {
    const { routes: found, considered, stopsAllowed, cargo, credits } = await routes(player);
    expect(considered).toBeGreaterThan(5);
    expect([stopsAllowed, cargo, credits]).toEqual([2, 50, 5_000]);
    expect(found.length).toBeGreaterThan(0);
    for (const route of found) {
      expect(route.profit).toBeGreaterThan(0);
      expect(route.turns).toBe(route.legs.reduce((sum, leg) => sum + leg.turns, 0));
      const [bought, sold] = ['buy', 'sell'].map((side) =>
        route.legs.flatMap(({ trades }) => trades).filter((trade) => trade.side === side),
      );
      const sum = (trades: typeof bought) =>
        trades?.reduce((all, trade) => all + trade.expectedTotal, 0) ?? 0;
      expect(route.profit).toBe(sum(sold) - sum(bought));
      expect(bought?.length).toBeGreaterThan(0);
    }
    const perTurn = found.map(({ profitPerTurnX100 }) => profitPerTurnX100);
    expect(perTurn).toEqual(perTurn.toSorted((a, b) => b - a));
  });

  it('expects of the station one is docked at exactly what it quotes', async () => {
    const { location } = await player.state();
    const tries = await Promise.all([1, 2, 3, 4, 5].map((maxHops) => routes(player, { maxHops })));
    const leg = tries
      .flatMap(({ routes: found }) => found.flatMap(({ legs }) => legs.slice(0, 1)))
      .find(({ stationId }) => stationId === location?.stationId);
    if (leg === undefined) throw new Error('no route begins here');
    const { lines } = await player.ok('quote', {
      body: {
        stationId: leg.stationId,
        lines: leg.trades.map(({ side, commodity, quantity }) => ({ side, commodity, quantity })),
      },
    });
    expect(lines.map(({ net }) => net)).toEqual(leg.trades.map(({ expectedTotal }) => expectedTotal));
  });

  it('plans with the cargo and credits it is asked for', async () => {
    const { routes: poor, cargo, credits } = await routes(player, { cargo: 3, credits: 100 });
    expect([cargo, credits]).toEqual([3, 100]);
    for (const route of poor) {
      const units = route.legs[0]?.trades.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0;
      expect(units).toBeLessThanOrEqual(3);
    }
    expect((await routes(player, { credits: 0 })).routes).toEqual([]);
  });
});

describe('what a player does not know', () => {
  it('changes nothing in his routes, be it beyond the Federation or since the full hour (I-15)', async () => {
    await player.undock();
    const before = await routes(player);
    await upset('unseen');
    await askAnew(player);
    expect(await routes(player)).toEqual(before);
    await upset('everywhere');
    await askAnew(player);
    expect(await routes(player)).toEqual(before);
  });

  it('is not told him by what another one learns', async () => {
    await player.undock();
    const before = await routes(player);
    const other = await game.join('Explorer');
    const { sql } = game.database;
    const far = [...game.deps.atlas().stations()].find(
      ({ sectorId }) => game.deps.atlas().sector(sectorId)?.zone.kind === 'frontier',
    );
    await sql`
      INSERT INTO price_memory (player_id, station_id, commodity, direction, ask, bid, stock_tenths, as_of)
      VALUES (${await other.playerId()}, ${far?.id ?? ''}, 'ore', 'buys', NULL, 900, 1, ${new Date(game.clock())})`;
    await askAnew(player);
    expect(await routes(player)).toEqual(before);
  });

  it('is no place to begin: the same answer as a sector that does not exist', async () => {
    const atlas = game.deps.atlas();
    const hidden = atlas.sectorsOf(atlas.terran).find(({ zone }) => zone.kind === 'frontier');
    const ask = (fromSector: number) => player.call('findRoutes', { body: { fromSector } });
    const [unknown, none] = await Promise.all([ask(hidden?.id ?? 0), ask(1_999_999_999)]);
    expect([unknown.status, unknown.code]).toEqual([404, 'not_found']);
    expect([none.status, none.code]).toEqual([404, 'not_found']);
  });
});

describe('an answer', () => {
  it('stands for a minute, and ends with the first thing the player does', async () => {
    const first = await routes(player);
    game.clock.advance(MINUTE - 1);
    expect(await routes(player)).toEqual(first);
    await player.undock();
    expect((await routes(player)).at).not.toBe(first.at);
    const again = await routes(player);
    game.clock.advance(MINUTE + 1);
    expect((await routes(player)).at).not.toBe(again.at);
  });

  it('is refused for more stops than ARIA trusts him with, and for nonsense', async () => {
    const refused = await player.call('findRoutes', { body: { maxStops: 3 } });
    expect([refused.status, refused.code]).toEqual([409, 'aria_trust_too_low']);
    expect(refused.body).toMatchObject({ need: 3, have: 2 });
    for (const body of [
      { maxHops: 0 },
      { maxHops: 21 },
      { maxStops: 7 },
      { risk: -1 },
      { risk: 2.5 },
      { objective: 'luck' },
      { cargo: -1 },
      { credits: -1 },
      { fromSector: 0 },
      { extra: 1 },
    ]) {
      const { status, code } = await player.send('POST', '/trading/routes', { body });
      expect([JSON.stringify(body), status, code]).toEqual([JSON.stringify(body), 400, 'validation_failed']);
    }
  });

  it('follows longer chains for those whom ARIA trusts', async () => {
    await game.database
      .sql`UPDATE players SET aria_trust_level = 4, rev = rev + 1 WHERE id = ${await player.playerId()}`;
    const { routes: found, stopsAllowed } = await routes(player, { maxStops: 6, objective: 'profit' });
    expect(stopsAllowed).toBe(6);
    expect(Math.max(...found.map(({ legs }) => legs.length))).toBeGreaterThan(3);
  });
});

it('names the nearest stations whose prices are missing', async () => {
  const { unpriced, items } = await player.ok('listKnownPrices');
  const priced = new Set(items.map(({ stationId }) => stationId));
  expect(unpriced.length).toBeLessThanOrEqual(3);
  for (const { stationId } of unpriced) expect(priced.has(stationId)).toBe(false);
  const turns = unpriced.map((station) => station.turns);
  expect(turns).toEqual(turns.toSorted((a, b) => a - b));
});
