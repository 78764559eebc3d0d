import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';

const NO_SUCH_SECTOR = 1_999_999;
const NO_SUCH_STATION = randomUUID();

let game: TestGame;
let player: TestPlayer;
let hidden: { readonly sectorId: number; readonly stationId: string };

beforeAll(async () => {
  game = await createTestGame();
  player = await game.join('fogbound');
  hidden = await findHidden();
});
afterAll(() => game.stop());

/** A station far from everything that is on the public chart, so that nobody new knows of it. */
const findHidden = async () => {
  const rows = await game.database.sql<{ sectorId: number; stationId: string }[]>`
    SELECT s.sector_id, s.id AS station_id FROM stations s JOIN sectors x ON x.id = s.sector_id
    WHERE x.zone = 'frontier' ORDER BY x.number DESC`;
  for (const row of rows) {
    const { status } = await player.call('getSector', { params: { id: row.sectorId } });
    if (status === 404) return row;
  }
  throw new Error('a newcomer knows every station');
};

type Sent = readonly [method: 'GET' | 'POST', path: string, body?: unknown];

/** What was answered without what the caller wrote himself and without the number of the request. */
const answerTo = async ([method, path, body]: Sent) => {
  const answer = await player.send(method, path, body === undefined ? {} : { body });
  const { requestId: _, instance, ...rest } = answer.body as Record<string, unknown>;
  expect(instance).toBe(`/api/v1${path}`);
  const headers = Object.fromEntries(
    Object.entries(answer.headers).filter(
      ([name]) =>
        !['x-request-id', 'content-length', 'ratelimit-remaining', 'ratelimit-reset'].includes(name),
    ),
  );
  return { status: answer.status, body: JSON.stringify(rest), headers };
};

const ways: readonly (readonly [string, (sectorId: number, stationId: string) => Sent])[] = [
  ['looking at a sector', (sectorId) => ['GET', `/sectors/${sectorId}`]],
  ['flying to it', (sectorId) => ['POST', '/nav/move', { to: sectorId }]],
  ['plotting a course to it', (sectorId) => ['POST', '/nav/plot', { to: sectorId }]],
  ['plotting a course from it', (sectorId) => ['POST', '/nav/plot', { from: sectorId, to: 5_001 }]],
  ['sending the autopilot to it', (sectorId) => ['POST', '/nav/autopilot', { to: sectorId }]],
  ['looking at a station', (_, stationId) => ['GET', `/stations/${stationId}`]],
  ['reading its market', (_, stationId) => ['GET', `/stations/${stationId}/market`]],
  ['reading its prices', (_, stationId) => ['GET', `/stations/${stationId}/market/ore/history`]],
  ['docking at it', (_, stationId) => ['POST', `/stations/${stationId}/dock`, {}]],
  ['undocking from it', (_, stationId) => ['POST', `/stations/${stationId}/undock`, {}]],
  [
    'asking it for a quote',
    (_, stationId) => [
      'POST',
      '/trading/quote',
      { stationId, lines: [{ side: 'buy', commodity: 'ore', quantity: 1 }] },
    ],
  ],
  [
    'trading there',
    (_, stationId) => [
      'POST',
      '/trading/execute',
      { stationId, lines: [{ side: 'buy', commodity: 'ore', quantity: 1, limitTotal: 100 }] },
    ],
  ],
];

describe.each(['docked', 'in space'])('what must not be known, while %s', (state) => {
  beforeAll(async () => {
    if (state === 'in space') await player.undock();
  });

  it.each(ways)('cannot be told from what does not exist by %s', async (_, way) => {
    const unknown = await answerTo(way(hidden.sectorId, hidden.stationId));
    const missing = await answerTo(way(NO_SUCH_SECTOR, NO_SUCH_STATION));
    expect(unknown.status).toBeGreaterThanOrEqual(400);
    expect(unknown).toEqual(missing);
  });
});

describe('charts', () => {
  it('hold only what is known', async () => {
    const chart = await player.ok('getRegionChart', { params: { regionName: 'terran-space' } });
    const known = new Set(chart.n.map((number) => number + chart.id0 - 1));
    expect(known.has(hidden.sectorId)).toBe(false);
    const ends = chart.edges.filter((_, index) => index % 4 < 2).map((number) => number + chart.id0 - 1);
    expect(ends.filter((id) => !known.has(id))).toEqual([]);
  });

  it('say nothing of regions that are none', async () => {
    const known = await player.call('getRegionChart', { params: { regionName: 'no-such-region' } });
    expect([known.status, known.code]).toEqual([404, 'not_found']);
  });
});

describe('another player', () => {
  it('does not learn what somebody else has found', async () => {
    const scout = await game.join('scout');
    await scout.undock();
    const { moves } = await scout.ok('listMoves');
    await scout.ok('move', { body: { to: moves[0]?.to ?? 0 } });
    const seen = async (who: TestPlayer) =>
      (await who.ok('getRegionChart', { params: { regionName: 'terran-space' } })).level.filter(
        (level) => level === 3,
      ).length;
    expect(await seen(scout)).toBe(2);
    expect(await seen(player)).toBe(1);
  });
});
