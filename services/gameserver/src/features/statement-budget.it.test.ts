import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asked, CountingDatabase } from '../testing/count-statements.ts';
import { countStatements } from '../testing/count-statements.ts';
import { placeShip } from '../testing/place-ship.ts';
import type { TestGame } from '../testing/test-game.ts';
import { createTestGame } from '../testing/test-game.ts';
import type { Call, EndpointName, TestPlayer } from '../testing/test-player.ts';
import { moveTraffic, planTraffic, spawnTraffic } from './traffic/index.ts';
import type { AtlasSector } from './universe/index.ts';

/* What reads and commands of exploring ask of the database. A number that grows is a question: twice, or in a loop? */

const REGION = { params: { regionName: 'terran-space' } };

let game: TestGame;
let db: CountingDatabase;
let player: TestPlayer;
let sectors: readonly AtlasSector[];

beforeAll(async () => {
  game = await createTestGame({
    wrapDatabase: (inner) => {
      db = countStatements(inner);
      return db;
    },
  });
  sectors = game.deps.atlas().sectorsOf(game.deps.atlas().terran);
  player = await game.join('Counter');
});
afterAll(() => game.stop());

const pick = (holds: (sector: AtlasSector) => boolean): AtlasSector => {
  const found = sectors.find((sector) => sector.formations.length === 0 && holds(sector));
  if (found === undefined) throw new Error('the test galaxy has no such sector');
  return found;
};
const exits = ({ warps }: AtlasSector) => warps.filter(({ isHidden }) => !isHidden);
const hasStation = (id: number) => (game.deps.atlas().sector(id)?.stations.length ?? 0) > 0;
const emptySpace = () =>
  pick(
    ({ zone, type, stations }) => zone.kind === 'frontier' && type === 'standard' && stations.length === 0,
  );
const asks = async <N extends EndpointName>(name: N, call: Call<N> = {}): Promise<string> =>
  told(await db.asked(() => player.ok(name, call)));
const told = ({ statements, flushes }: Asked): string => `${statements} in ${flushes}`;

describe('statements and flushes', () => {
  it('of a docked player', async () => {
    const { location } = await player.state();
    const id = location?.stationId ?? '';
    expect({
      state: await asks('getPlayerState'),
      sector: await asks('getCurrentSector'),
      dossier: await asks('getDossier', { params: { id: location?.sectorId ?? 0 } }),
      station: await asks('getStation', { params: { id } }),
      elsewhere: await asks('getSector', { params: { id: 2 } }),
      moves: await asks('listMoves'),
      search: await asks('searchMap', { query: { q: 'a' } }),
      marks: await asks('listMarks'),
      log: await asks('listEvents'),
      digest: await asks('getDigest'),
      whereabouts: await asks('getCurrentJourney'),
    }).toEqual({
      state: '5 in 1',
      sector: '11 in 2',
      dossier: '20 in 3',
      station: '8 in 2',
      elsewhere: '5 in 1',
      moves: '5 in 1',
      search: '7 in 2',
      marks: '3 in 1',
      log: '1 in 1',
      digest: '1 in 1',
      whereabouts: '2 in 2',
    });
  });

  it('of a ship in space', async () => {
    const here = emptySpace();
    await placeShip(game, player, here.id);
    const sectorId = here.id;
    expect({
      sector: await asks('getCurrentSector'),
      dossier: await asks('getDossier', { params: { id: sectorId } }),
      deepScan: await asks('scan', { body: { mode: 'deep' } }),
      note: await asks('putNote', { params: { sectorId }, body: { text: 'quiet' } }),
      avoid: await asks('putAvoid', { params: { sectorId } }),
      unmark: await asks('deleteAvoid', { params: { sectorId } }),
      plot: await asks('plot', { body: { to: exits(here)[0]?.to ?? 0 } }),
      course: await asks('getCourse'),
    }).toEqual({
      sector: '8 in 2',
      dossier: '12 in 3',
      deepScan: '11 in 2',
      note: '6 in 2',
      avoid: '6 in 2',
      unmark: '5 in 2',
      plot: '6 in 2',
      course: '6 in 2',
    });
  });

  it('of a scan do not grow with the stations it sees', async () => {
    const few = pick((sector) => exits(sector).filter(({ to }) => hasStation(to)).length === 1);
    const many = pick((sector) => exits(sector).filter(({ to }) => hasStation(to)).length >= 2);
    const scans: string[] = [];
    for (const place of [few, many]) {
      await placeShip(game, player, place.id);
      scans.push(await asks('scan', { body: { mode: 'adjacent' } }));
    }
    expect(scans).toEqual(['15 in 3', '15 in 3']);
  });

  it('of a changed chart are of one moment', async () => {
    const here = emptySpace();
    await placeShip(game, player, here.id);
    const { version } = await player.ok('getRegionChart', REGION);
    await player.ok('move', { body: { to: exits(here)[0]?.to ?? 0 } });
    expect(await asks('getRegionChartDelta', { ...REGION, query: { since: version } })).toBe('5 in 2');
  });

  it('of a harvest and its place', async () => {
    await placeShip(game, player, pick(({ type, richness }) => type === 'asteroid_field' && richness > 0).id);
    expect({ sector: await asks('getCurrentSector'), harvest: await asks('harvest') }).toEqual({
      sector: '11 in 2',
      harvest: '16 in 2',
    });
  });
});

describe('traffic', () => {
  it('asks as much for a few ships as for all of a round, but for calls at stations', async () => {
    await spawnTraffic(game.deps, game.clock());
    expect(told(await db.asked(() => planTraffic(game.deps, game.clock())))).toBe('5 in 3');
    let nowMs = game.clock() + 3_600_000;
    await game.database.sql`UPDATE players SET last_active_at = ${new Date(nowMs)}`;
    const rounds: (Asked & { moved: number; traded: number })[] = [];
    for (let round = 0; round < 12; round += 1) {
      nowMs += 60_000;
      const done: { moved: number; traded: number }[] = [];
      const asked = await db.asked(async () => {
        done.push(await moveTraffic(game.deps, nowMs));
      });
      rounds.push({ ...asked, moved: done[0]?.moved ?? 0, traded: done[0]?.traded ?? 0 });
    }
    const flying = rounds.filter(({ moved, flushes }) => moved > 0 && flushes === 3);
    expect(new Set(flying.map(({ moved }) => moved)).size).toBeGreaterThan(1);
    expect(Math.max(...flying.map(({ statements }) => statements))).toBeLessThanOrEqual(5);
    // A call is a transaction of its own: at most sixty ships act in a round.
    for (const { statements, flushes } of rounds) {
      const calls = (flushes - 3) / 2;
      expect(statements).toBeLessThanOrEqual(5 + 14 * calls);
    }
  });
});
