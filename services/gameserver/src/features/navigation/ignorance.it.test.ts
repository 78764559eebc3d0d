import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dockAt } from '../../testing/arrange.ts';
import { placeShip } from '../../testing/place-ship.ts';
import type { TestGame, TestServer } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { findCharts, findKnownWarps, knowledgeOf } from '../knowledge/index.ts';
import { spawnTraffic } from '../traffic/index.ts';
import type { Atlas, AtlasSector } from '../universe/index.ts';

/* What a player is told is a function of what he observed: behind his back the whole galaxy may be another one. */

const SECTORS = 300;
const SAMPLE = 12;

let game: TestGame;
let stranger: TestPlayer;
let joined = 0;

beforeAll(async () => {
  game = await createTestGame({ seed: 'behind his back' });
  stranger = await game.join('Stranger');
  await stranger.undock();
  await spawnTraffic(game.deps, game.clock());
}, 60_000);
afterAll(() => game.stop());

type Sent = readonly [method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown];

/** Chosen by the request and the moment, not by the world. */
const OWN = /"(?:requestId|routeId)":"[^"]*"/g;
const UNTOLD = new Set(['x-request-id', 'date', 'ratelimit-remaining', 'ratelimit-reset']);

/** An answer to the last byte, headers and tags included. */
const answerTo = async (player: TestPlayer, [method, path, body]: Sent): Promise<string> => {
  const answer = await player.send(method, path, body === undefined ? {} : { body });
  const headers = Object.entries(answer.headers).filter(([name]) => !UNTOLD.has(name));
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  return `${answer.status} ${JSON.stringify(headers.sort())} ${text.replaceAll(OWN, '')}`;
};

/** Everything one may ask of some sectors and stations, known or not, that leaves no trace. */
const questions = (sectorIds: readonly number[], stationIds: readonly string[], since: string): Sent[] => [
  ['GET', '/player/state'],
  ['GET', '/player/log'],
  ['GET', '/player/log/digest'],
  ['GET', '/player/turns/ledger'],
  ['GET', '/sectors/current'],
  ['GET', '/nav/moves'],
  ['GET', '/nav/course'],
  ['GET', '/map/galaxy'],
  ['GET', '/map/marks'],
  ['GET', '/map/regions/terran-space'],
  ['GET', `/map/regions/terran-space/delta?since=${since}`],
  ['GET', `/map/regions/terran-space/delta?since=${since.split('.')[0]}.0`],
  ['GET', '/map/search?q=o'],
  ['GET', '/map/search?q=Other'],
  ['GET', '/map/search?has=station'],
  ['GET', '/map/search?has=shipyard'],
  ['GET', '/map/search?has=class:3'],
  ['GET', '/map/search?has=planet&within=6'],
  ['GET', '/map/search?has=unexplored'],
  ['GET', '/trading/known-prices?maxHops=60'],
  ['GET', '/contracts/mine'],
  ['GET', '/ships'],
  ['GET', '/ship-types'],
  ['POST', '/trading/routes', { maxHops: 20 }],
  ...sectorIds.flatMap((id): Sent[] => [
    ['GET', `/sectors/${id}`],
    ['GET', `/sectors/${id}/dossier`],
    ['GET', `/map/search?q=${id}`],
    ['POST', '/nav/plot', { to: id, keep: false }],
    ['POST', '/nav/plot', { to: 1, via: [id], objective: 'hops', keep: false }],
    ['POST', '/nav/plot', { from: id, to: 2, objective: 'safe', avoid: [id], keep: false }],
  ]),
  ...stationIds.flatMap((id): Sent[] => [
    ['GET', `/stations/${id}`],
    ['GET', `/stations/${id}/market`],
    ['GET', `/stations/${id}/market/ore/history`],
    ['GET', `/stations/${id}/services`],
    ['GET', `/stations/${id}/contracts`],
    ['POST', '/trading/quote', { stationId: id, lines: [{ side: 'buy', commodity: 'ore', quantity: 1 }] }],
  ]),
];

/** Commands that name what he must not know: each is refused, and how says nothing. */
const attempts = (sectorIds: readonly number[], stationIds: readonly string[]): Sent[] => [
  ...sectorIds.flatMap((id): Sent[] => [
    ['POST', '/nav/move', { to: id }],
    ['POST', '/nav/autopilot', { to: id }],
    ['PUT', `/map/notes/${id}`, { text: 'x' }],
    ['PUT', `/map/bookmarks/${id}`, { label: 'x', colour: 1 }],
    ['PUT', `/map/avoid/${id}`, {}],
    ['DELETE', `/map/notes/${id}`],
    ['PUT', `/sectors/${id}/name`, { name: 'Mine Alone' }],
  ]),
  ...stationIds.flatMap((stationId): Sent[] => [
    ['POST', `/stations/${stationId}/dock`, {}],
    ['POST', `/stations/${stationId}/undock`, {}],
    ['POST', `/stations/${stationId}/services/market-intelligence`, {}],
    ['POST', '/trading/alerts', { stationId, commodity: 'ore', side: 'buy', op: 'below', price: 5 }],
    [
      'POST',
      '/trading/execute',
      { stationId, lines: [{ side: 'buy', commodity: 'ore', quantity: 1, limitTotal: 9_999 }] },
    ],
  ]),
];

interface Past {
  readonly here: number;
  readonly visited: readonly number[];
  readonly isDocked: boolean;
  readonly hasScanned: boolean;
}
const arbPast: fc.Arbitrary<Past> = fc.record({
  here: fc.integer({ min: 1, max: SECTORS }),
  visited: fc.uniqueArray(fc.integer({ min: 1, max: SECTORS }), { maxLength: 25 }),
  isDocked: fc.boolean(),
  hasScanned: fc.boolean(),
});

/** Somebody with a past of his own in the galaxy as one server has it; where he is. */
const arrange = async (server: TestServer, { here, visited, isDocked, hasScanned }: Past) => {
  joined += 1;
  const player = (await game.join(`Pilot${joined}`)).at(server);
  const atlas = server.deps.atlas();
  const docked = isDocked ? [...atlas.stations()][here % 20] : undefined;
  const hereId = docked?.sectorId ?? here;
  const playerId = await placeShip({ ...game, deps: server.deps }, player, hereId, [...visited, hereId]);
  if (docked !== undefined) await dockAt(game.database.sql, playerId, docked.id);
  // Inside a core the sensors are blind: then he knows no more.
  for (const mode of hasScanned ? (['adjacent', 'deep'] as const) : [])
    await player.call('scan', { body: { mode } });
  return { player, hereId, playerId };
};

const knowledgeAt = async (server: TestServer, playerId: string): Promise<Knowledge> => {
  const { sql } = server.db;
  return knowledgeOf(
    server.deps.atlas(),
    await findCharts(sql, playerId),
    await findKnownWarps(sql, playerId),
  );
};

/** Sectors by what of them may be another thing without the player noticing. */
const ignoranceOf = (atlas: Atlas, knowledge: Knowledge, hereId: number) => {
  const near = new Set(
    atlas
      .sector(hereId)
      ?.warps.filter(({ id, isHidden }) => !isHidden || knowledge.hiddenWarps.has(id))
      .map(({ to }) => to),
  );
  const all = atlas.sectorsOf(atlas.terran);
  const ids = (holds: (sector: AtlasSector) => boolean): number[] => all.filter(holds).map(({ id }) => id);
  return {
    elsewhere: ids(({ id }) => id !== hereId),
    unvisited: ids(({ id }) => !knowledge.hasVisited(id)),
    closed: ids(({ id }) => !knowledge.showsContents(id)),
    unseen: ids(({ id }) => knowledge.levelOf(id) <= 1),
    // What a warp costs tells of the terrain at its end.
    dark: ids(({ id }) => knowledge.levelOf(id) <= 1 && !near.has(id)),
    unknown: ids(({ id }) => knowledge.levelOf(id) === 0),
    known: ids(({ id }) => knowledge.levelOf(id) > 0),
  };
};

/** Makes another galaxy of everything he does not know. */
const changeBehindHisBack = async (
  { elsewhere, unvisited, closed, unseen, dark, unknown }: ReturnType<typeof ignoranceOf>,
  hereId: number,
): Promise<void> => {
  const { sql } = game.database;
  const strangerId = await stranger.playerId();
  await sql`UPDATE sectors SET name = 'Other ' || number || substr(name, 1, 3) WHERE id = ANY(${unseen})`;
  await sql`
    UPDATE sectors SET hazard = 9 - hazard % 9, nebula_density = 77,
      type = CASE type WHEN 'void' THEN 'nebula' WHEN 'nebula' THEN 'black_hole' ELSE 'void' END
    WHERE id = ANY(${dark})`;
  await sql`UPDATE sectors SET x = x + 13, y = y - 7, z = z + 1, protected = NOT protected WHERE id = ANY(${unknown})`;
  await sql`UPDATE sectors SET richness = 10 - richness, reserve_max = reserve_max + 5 WHERE id = ANY(${closed})`;
  await sql`
    UPDATE sectors SET discovered_by = ${strangerId}, discovered_at = now(), named_at = now() WHERE id = ANY(${unvisited})`;
  for (const table of ['stations', 'planets']) {
    await sql`
      WITH places AS (SELECT id, row_number() OVER (ORDER BY random()) AS n FROM unnest(${closed}::int4[]) AS t (id)),
           movers AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM ${sql(table)} WHERE sector_id = ANY(${closed}))
      UPDATE ${sql(table)} m SET sector_id = p.id, name = 'Moved ' || substr(md5(random()::text), 1, 12)
      FROM movers JOIN places p USING (n) WHERE m.id = movers.id`;
  }
  await sql`
    UPDATE stations SET station_class = (station_class + 3) % 12, services = ARRAY['ship_dealer'], tariff_bp = 300
    WHERE sector_id = ANY(${closed})`;
  await sql`
    UPDATE station_market m SET stock = (m.stock + 7) % m.capacity, direction = 'buys' FROM stations s
    WHERE s.id = m.station_id AND s.sector_id = ANY(${closed})`;
  await sql`
    DELETE FROM warps w
    WHERE (hidden OR (from_sector_id = ANY(${unseen}) AND to_sector_id = ANY(${unseen})))
      AND NOT EXISTS (SELECT 1 FROM player_known_warps k JOIN warps o ON o.id = k.warp_id WHERE o.link_id = w.link_id)`;
  await sql`
    INSERT INTO warps (id, link_id, from_sector_id, to_sector_id, kind, length, extra_cost, hidden)
    SELECT (SELECT max(id) FROM warps) + n, (SELECT max(link_id) FROM warps) + n, ${hereId}, id, 'tunnel', 50, 0, true
    FROM (SELECT id, row_number() OVER (ORDER BY random()) AS n FROM unnest(${dark}::int4[]) AS t (id) WHERE id <> ${hereId} LIMIT 3) AS ends`;
  await sql`UPDATE npc_ships SET sector_id = (${elsewhere}::int4[])[1 + (random() * ${elsewhere.length - 1})::int]
            WHERE sector_id <> ${hereId} AND status = 'in_space'`;
  await sql`UPDATE ships SET sector_id = ${elsewhere[7] ?? 1} WHERE owner_id = ${strangerId} AND sector_id <> ${hereId}`;
  await sql`
    INSERT INTO wrecks (id, sector_id, ship_type, name, created_at, expires_at)
    SELECT gen_random_uuid(), id, 'cargo_hauler', 'Lost Cause', now(), '2200-01-01' FROM unnest(${elsewhere}::int4[]) AS t (id)
    WHERE id % 5 = 0`;
};

const sampleOf = <T>(items: readonly T[]): T[] =>
  items.filter((_, index) => index % Math.max(1, Math.floor(items.length / SAMPLE)) === 0).slice(0, SAMPLE);

describe('what the server tells a player', () => {
  it('is to the last byte the same in a galaxy that differs where he has not looked', {
    timeout: 240_000,
  }, async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(arbPast, async (past) => {
        const before = await game.addServer();
        const { player, hereId, playerId } = await arrange(before, past);
        const atlas = before.deps.atlas();
        const knowledge = await knowledgeAt(before, playerId);
        const ignorance = ignoranceOf(atlas, knowledge, hereId);
        const { version } = await player.ok('getRegionChart', { params: { regionName: 'terran-space' } });
        const stations = [...atlas.stations()];
        const isOpen = ({ sectorId }: { sectorId: number }) => knowledge.showsContents(sectorId);
        const hidden = sampleOf(stations.filter((station) => !isOpen(station))).map(({ id }) => id);
        const open = sampleOf(stations.filter(isOpen)).map(({ id }) => id);
        const asked = [
          ...questions(
            [...sampleOf(ignorance.known), ...sampleOf(ignorance.unknown), hereId],
            [...open, ...hidden],
            version,
          ),
          ...attempts(sampleOf(ignorance.unknown), hidden),
        ];
        const answers = async (server: TestServer): Promise<Map<string, string>> => {
          const heard = new Map<string, string>();
          for (const sent of asked) heard.set(JSON.stringify(sent), await answerTo(player.at(server), sent));
          return heard;
        };
        const first = await answers(before);
        await before.stop();
        await changeBehindHisBack(ignorance, hereId);
        const after = await game.addServer();
        const second = await answers(after);
        await after.stop();
        for (const [sent, answer] of first) expect([sent, second.get(sent)]).toEqual([sent, answer]);
        told += first.size;
      }),
      { numRuns: 4, seed: 2102, endOnFailure: true },
    );
    expect(told).toBeGreaterThan(400);
  });

  it('does change with what he knows: the comparison is not blind', async () => {
    const before = await game.addServer();
    const past = { here: 40, visited: [9], isDocked: false, hasScanned: false };
    const { player } = await arrange(before, past);
    const sent: Sent = ['GET', '/sectors/9/dossier'];
    const first = await answerTo(player, sent);
    await game.database.sql`UPDATE sectors SET hazard = (hazard + 1) % 10 WHERE id = 9`;
    const after = await game.addServer();
    expect(await answerTo(player.at(after), sent)).not.toBe(first);
    await Promise.all([before.stop(), after.stop()]);
  });
});
