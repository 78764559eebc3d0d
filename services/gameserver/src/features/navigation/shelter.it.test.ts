import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditLedger } from '../../ledger/audit.ts';
import type { CountingDatabase } from '../../testing/count-statements.ts';
import { countStatements } from '../../testing/count-statements.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import { connectSocket } from '../../testing/test-socket.ts';
import { isOpenDock } from '../player/index.ts';
import type { AtlasStation } from '../universe/index.ts';
import { endShelter } from './shelter.service.ts';

const HOUR_MS = 3_600_000;
/** The vector of the rule book: last action at 08:00, warning at 19:00, outside at 20:00. */
const EIGHT = Date.UTC(2102, 2, 1, 8);

let game: TestGame;
let db: CountingDatabase;
let open: AtlasStation;
let closed: AtlasStation;
let pilots = 0;
let pilot: TestPlayer;
let id: string;

beforeAll(async () => {
  game = await createTestGame({
    wrapDatabase: (inner) => {
      db = countStatements(inner);
      return db;
    },
  });
  const atlas = game.deps.atlas();
  const stations = [...atlas.stations()];
  const find = (want: boolean) =>
    stations.find((station) => isOpenDock(atlas, station) === want && station.sectorId !== 1);
  const [first, second] = [find(true), find(false)];
  if (first === undefined || second === undefined) throw new Error('the galaxy lacks a kind of dock');
  [open, closed] = [first, second];
});
afterAll(() => game.stop());

/** A pilot docked at a station since his last command at eight; no newcomer unless told otherwise. */
const restAt = async (station: AtlasStation, newcomerUntilMs: number | null = null): Promise<void> => {
  game.clock.set(EIGHT - HOUR_MS);
  pilots += 1;
  pilot = await game.join(`Rester${pilots}`);
  id = await pilot.playerId();
  await game.database.sql`UPDATE players SET last_active_at = '2102-01-01', newcomer_until = NULL`;
  await game.database.sql`UPDATE ships SET status = 'in_space', station_id = NULL WHERE owner_id <> ${id}`;
  await game.database.sql`UPDATE ships SET sector_id = ${station.sectorId}, station_id = ${station.id},
    docked_at = ${new Date(EIGHT - HOUR_MS)} WHERE owner_id = ${id}`;
  await game.database.sql`UPDATE players SET last_active_at = ${new Date(EIGHT)},
    newcomer_until = ${newcomerUntilMs === null ? null : new Date(newcomerUntilMs)} WHERE id = ${id}`;
  await game.database.sql`DELETE FROM server_flags`;
};
const round = (hours: number, ms = 0) => endShelter(game.deps, EIGHT + hours * HOUR_MS + ms);
const stateOf = async (): Promise<string> =>
  (await game.database.sql<{ status: string }[]>`SELECT status FROM ships WHERE owner_id = ${id}`)[0]
    ?.status ?? '';

beforeEach(() => restAt(open));

describe('at an open dock', () => {
  it('the owner is warned once after eleven hours, and his ship is outside after twelve', async () => {
    expect(await round(11, -1)).toEqual({ warned: 0, putOutside: 0 });
    expect(await round(11)).toEqual({ warned: 1, putOutside: 0 });
    expect(await round(11, 60_000)).toEqual({ warned: 0, putOutside: 0 });
    expect(await round(12, -1)).toEqual({ warned: 0, putOutside: 0 });
    expect(await stateOf()).toBe('docked');
    expect(await round(12)).toEqual({ warned: 0, putOutside: 1 });
    expect(await stateOf()).toBe('in_space');
    expect(await round(13)).toEqual({ warned: 0, putOutside: 0 });
  });

  it('no turn is spent, no credit lost before mooring is due, and resting is no action', async () => {
    const before = await pilot.state();
    await round(12);
    const after = await pilot.state();
    expect([after.turns.turns, after.credits, after.rev]).toEqual([
      before.turns.turns,
      before.credits,
      before.rev + 1,
    ]);
    const [row] = await game.database.sql<
      { at: Date }[]
    >`SELECT last_active_at AS at FROM players WHERE id = ${id}`;
    expect(row?.at.getTime()).toBe(EIGHT);
    expect(after.location).toMatchObject({ state: 'in_space', stationId: null, sectorId: open.sectorId });
  });

  it('mooring is charged when the round comes late', async () => {
    const { credits } = await pilot.state();
    await round(24 * 4);
    const paid = credits - (await pilot.state()).credits;
    expect(paid).toBeGreaterThan(0);
    const [entry] = (await pilot.ok('listCreditLedger')).items;
    expect(entry).toMatchObject({ reason: 'mooring', amount: -paid });
    expect((await auditLedger(game.db, game.clock())).ok).toBe(true);
  });

  it('every command at the station begins the hours anew', async () => {
    await game.database
      .sql`UPDATE players SET last_active_at = ${new Date(EIGHT + 6 * HOUR_MS)} WHERE id = ${id}`;
    expect(await round(12)).toEqual({ warned: 0, putOutside: 0 });
    expect(await round(18)).toEqual({ warned: 0, putOutside: 1 });
  });

  it('a newcomer stays as long as he is protected, and is warned before that ends', async () => {
    await restAt(open, EIGHT + 20 * HOUR_MS);
    expect(await round(12)).toEqual({ warned: 0, putOutside: 0 });
    expect(await round(19)).toEqual({ warned: 1, putOutside: 0 });
    expect(await round(20)).toEqual({ warned: 0, putOutside: 1 });
  });

  it('whose moment has not come is not locked, nor written', async () => {
    await restAt(open, EIGHT + 500 * HOUR_MS);
    expect(await db.asked(() => round(100))).toEqual({ statements: 3, flushes: 3 });
    await restAt(open);
    expect((await db.asked(() => round(12))).flushes).toBe(5);
  });

  it('two rounds at once put a ship outside once', async () => {
    const rounds = await Promise.all([round(12), round(12)]);
    expect(rounds.map(({ putOutside }) => putOutside).sort()).toEqual([0, 1]);
  });

  it('the state shows the warning, and both come over the socket', async () => {
    const socket = await connectSocket(await game.listen(), pilot);
    await round(11);
    const warned = await socket.frame('player.state_changed');
    expect(warned.data?.['alerts']).toMatchObject([
      {
        key: 'shelter_ending',
        severity: 'warning',
        params: { station: open.name, until: new Date(EIGHT + 12 * HOUR_MS).toISOString() },
      },
    ]);
    await round(12);
    const outside = await socket.frame(
      'player.state_changed',
      ({ data }) => (data?.['location'] as { state?: string })?.state === 'in_space',
    );
    expect(outside.data?.['alerts']).toEqual([]);
    socket.cut();
  });
});

it('at any other dock a ship may lie for ever', async () => {
  await restAt(closed);
  expect(await round(1000)).toEqual({ warned: 0, putOutside: 0 });
  expect(await stateOf()).toBe('docked');
});
