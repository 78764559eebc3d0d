import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dockAt, setStock, setWallet } from '../../testing/arrange.ts';
import { stopBalanced } from '../../testing/stop-balanced.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import { knowsLivePrices } from './index.ts';

const DAY = 86_400_000;

let game: TestGame;
let player: TestPlayer;
let playerId: string;
/** Sells intelligence. */
let seller: string;
let joined = 0;

beforeAll(async () => {
  game = await createTestGame();
});
afterAll(() => stopBalanced(game));
beforeEach(async () => {
  joined += 1;
  player = await game.join(`listener${joined}`);
  playerId = await player.playerId();
  // In the Federation everybody knows the stations around.
  const [station] = await game.database.sql<{ id: string }[]>`
    SELECT t.id FROM stations t JOIN sectors s ON s.id = t.sector_id
    WHERE s.zone = 'federation' AND 'bank' = ANY(t.services) ORDER BY s.number LIMIT 1`;
  seller = station?.id ?? '';
  await game.database.sql`
    UPDATE stations SET services = array_append(array_remove(services, 'market_intelligence'), 'market_intelligence')
    WHERE id = ${seller}`;
  await dockAt(game.database.sql, playerId, seller);
});

/** Time goes by for what was bought; the tokens of the players stay young. */
const letPass = async (ms: number) => {
  await game.database
    .sql`UPDATE market_intelligence SET until = until - make_interval(secs => ${ms / 1_000})`;
};
const buy = () => player.call('buyIntelligence', { params: { id: seller } });
const live = async () => (await player.ok('listKnownPrices')).items.filter(({ source }) => source === 'live');
const isLive = (stationId: string) => knowsLivePrices(game.deps, playerId, stationId, game.clock());

describe('market intelligence', () => {
  it('is sold to more at once than there are connections', async () => {
    const crowd = await Promise.all(Array.from({ length: 12 }, (_, n) => game.join(`crowd-${n}`)));
    for (const one of crowd) await dockAt(game.database.sql, await one.playerId(), seller);
    const answers = await Promise.all(
      crowd.map((one) => one.call('buyIntelligence', { params: { id: seller } })),
    );
    expect(answers.map(({ status }) => status)).toEqual(crowd.map(() => 200));
  });

  it('tells live prices of the stations around, and of no others', async () => {
    const before = (await player.state()).credits;
    expect((await buy()).body).toMatchObject({ paid: 500, credits: before - 500 });
    const told = await live();
    const stations = new Set(told.map(({ stationId }) => stationId));
    expect(stations.size).toBeGreaterThan(1);
    for (const id of stations) expect(await isLive(id)).toBe(true);
    const reach = game.deps.atlas();
    const far = [...reach.stations()].find(({ id }) => !stations.has(id));
    expect(await isLive(far?.id ?? '')).toBe(false);
    expect(new Set(told.map(({ asOf }) => asOf))).toEqual(new Set([new Date(game.clock()).toISOString()]));
  });

  it('keeps telling what changes while it is valid, and then remembers', async () => {
    await buy();
    const [price] = (await live()).filter(({ stationId, side }) => stationId !== seller && side === 'sells');
    if (price === undefined) throw new Error('no seller around');
    const { stationId, commodity } = price;
    const row = async () =>
      (await player.ok('getMarket', { params: { id: stationId } })).rows.find(
        (candidate) => candidate.commodity === commodity,
      );
    await setStock(game.database.sql, stationId, commodity, 7);
    const market = await player.ok('getMarket', { params: { id: stationId } });
    expect(market.source).toBe('live');
    expect(await row()).toMatchObject({ stock: 7, maxBuy: null, maxSell: null, actions: [] });
    await letPass(DAY - 1);
    expect(await isLive(stationId)).toBe(true);
    await letPass(1);
    expect(await isLive(stationId)).toBe(false);
    expect((await player.ok('getMarket', { params: { id: stationId } })).source).not.toBe('live');
    expect(new Set((await live()).map((told) => told.stationId))).toEqual(new Set([seller]));
  });

  it('is written into the price memory at once', async () => {
    const remembered = async () =>
      Number(
        (
          await game.database.sql<{ n: string }[]>`
          SELECT count(DISTINCT station_id) AS n FROM price_memory WHERE player_id = ${playerId}`
        )[0]?.n,
      );
    const before = await remembered();
    await buy();
    expect(await remembered()).toBeGreaterThan(before);
  });

  it('says nothing of stations the player does not know, until he does', async () => {
    await game.database.sql`UPDATE regions SET has_public_chart = true`;
    await buy();
    const unknown = [...game.deps.atlas().stations()].filter(
      ({ sectorId }) => game.deps.atlas().sector(sectorId)?.zone.kind === 'frontier',
    );
    for (const { id } of unknown.slice(0, 5)) {
      expect(await isLive(id)).toBe(false);
      expect((await player.call('getMarket', { params: { id } })).code).toBe('not_found');
    }
  });

  it('bought again lasts a day longer, and belongs to nobody else', async () => {
    await buy();
    await buy();
    await letPass(DAY + 1);
    expect(await isLive(seller)).toBe(true);
    const other = await game.join(`deaf${joined}`);
    expect(await knowsLivePrices(game.deps, await other.playerId(), seller, game.clock())).toBe(false);
    await letPass(DAY);
    expect(await isLive(seller)).toBe(false);
  });

  it('bought twice at once is paid twice and lasts as long', async () => {
    await Promise.all([buy(), buy()]);
    const [row] = await game.database.sql<{ until: Date }[]>`
      SELECT until FROM market_intelligence WHERE player_id = ${playerId}`;
    expect(row?.until.getTime()).toBe(game.clock() + 2 * DAY);
  });

  it('is refused to those who cannot pay, are elsewhere, or where it is not sold', async () => {
    await setWallet(game.database.sql, playerId, 499);
    expect((await buy()).body).toMatchObject({ code: 'insufficient_credits', need: 500, have: 499 });
    await player.undock();
    expect((await buy()).code).toBe('not_docked');
    await dockAt(game.database.sql, playerId, seller);
    await game.database.sql`
      UPDATE stations SET services = array_remove(services, 'market_intelligence') WHERE id = ${seller}`;
    expect((await buy()).code).toBe('service_not_offered');
  });
});
