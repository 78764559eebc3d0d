import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setTurns } from '../../testing/arrange.ts';
import { stopBalanced } from '../../testing/stop-balanced.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { Answer, TestPlayer, Wire } from '../../testing/test-player.ts';

let game: TestGame;

beforeAll(async () => {
  game = await createTestGame({ connect: { max: 20 } });
});
afterAll(() => stopBalanced(game));

/** A player in space, with the warps he can take. */
const pilot = async (name: string) => {
  const player = await game.join(name);
  await player.undock();
  const { moves, sectorId } = await player.ok('listMoves');
  return { player, moves, sectorId, playerId: await player.playerId() };
};

const turnRows = async (playerId: string): Promise<number> => {
  const rows = await game.database
    .sql`SELECT 1 FROM turn_ledger WHERE player_id = ${playerId} AND reason = 'move'`;
  return rows.length;
};

const isReplay = ({ headers }: Answer<unknown>): boolean => headers['idempotent-replay'] === 'true';

const times = <T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));

describe('a move sent twice', () => {
  it('has one effect however often it arrives at once, and every answer is the first one', async () => {
    const { player, playerId, moves } = await pilot('twice');
    const [warp] = moves;
    const call = { key: randomUUID(), body: { to: warp?.to ?? 0 } };
    const answers = await times(8, () => player.call('move', call));

    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(answers.filter(isReplay)).toHaveLength(7);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await turnRows(playerId)).toBe(1);
    const { turns, location } = await player.state();
    expect([turns.turns, location?.sectorId]).toEqual([1_000 - (warp?.cost ?? 0), warp?.to]);
  });

  it('is answered the same way long after', async () => {
    const { player, moves } = await pilot('later');
    const call = { key: randomUUID(), body: { to: moves[0]?.to ?? 0 } };
    const first = await player.call('move', call);
    await player.ok('move', { body: { to: (await player.ok('listMoves')).moves[0]?.to ?? 0 } });
    const again = await player.call('move', call);
    expect(isReplay(again)).toBe(true);
    expect(again.body).toEqual(first.body);
  });

  it('with another body or on another path is a mismatch and changes nothing', async () => {
    const { player, playerId, moves } = await pilot('mismatch');
    const firstStation = (await player.ok('getCurrentSector')).stations?.[0]?.id ?? '';
    const key = randomUUID();
    await player.ok('move', { key, body: { to: moves[0]?.to ?? 0 } });
    const other = await player.call('move', { key, body: { to: moves[0]?.to ?? 0, maxCost: 900 } });
    expect([other.status, other.code]).toEqual([409, 'idempotency_mismatch']);
    const elsewhere = await player.call('undock', { key, params: { id: firstStation } });
    expect([elsewhere.status, elsewhere.code]).toEqual([409, 'idempotency_mismatch']);
    expect(await turnRows(playerId)).toBe(1);
  });

  it('does not meet the key of somebody else', async () => {
    const [a, b] = [await pilot('keya'), await pilot('keyb')];
    const key = randomUUID();
    const answers = await Promise.all(
      [a, b].map(({ player, moves }) => player.call('move', { key, body: { to: moves[0]?.to ?? 0 } })),
    );
    expect(answers.map((answer) => [answer.status, isReplay(answer)])).toEqual([
      [200, false],
      [200, false],
    ]);
  });

  it('is refused without a key and with one that is no UUID', async () => {
    const { player, moves } = await pilot('keyless');
    const body = { to: moves[0]?.to ?? 0 };
    expect(await player.call('move', { body, key: null })).toMatchObject({
      status: 428,
      code: 'idempotency_key_required',
    });
    expect(await player.call('move', { body, key: 'again' })).toMatchObject({
      status: 400,
      code: 'validation_failed',
    });
  });
});

describe('more moves than turns', () => {
  it('lets exactly one of many through', async () => {
    const { player, playerId, moves } = await pilot('poor');
    const affordable = moves.toSorted((a, b) => a.cost - b.cost);
    const least = affordable[0]?.cost ?? 0;
    await setTurns(game.database.sql, playerId, least);
    const targets = affordable.filter(({ cost }) => cost === least);
    const answers = await times(12, (index) =>
      player.call('move', { body: { to: targets[index % targets.length]?.to ?? 0 } }),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const refusals = new Set(answers.flatMap(({ code }) => (code === undefined ? [] : [code])));
    expect([...refusals].filter((code) => !REFUSED_AFTER_MOVING.has(code))).toEqual([]);
    expect(await turnRows(playerId)).toBe(1);
    expect((await player.state()).turns.turns).toBe(0);
  });

  it('never costs more turns than there were, on a race to and fro', async () => {
    const { player, playerId, moves, sectorId } = await pilot('shuttle');
    const twoWay = moves.find(({ oneWay }) => !oneWay);
    const there = twoWay?.to ?? 0;
    const before = (await player.state()).turns.turns;
    const answers = await times(20, (index) =>
      player.call('move', { body: { to: index % 2 === 0 ? there : sectorId } }),
    );
    const flown = answers.filter(({ status }) => status === 200).map(({ body }) => body as Wire<'move'>);
    const spent = flown.reduce((sum, { turns }) => sum + turns.spent, 0);
    const { turns, location } = await player.state();
    expect(turns.turns).toBe(before - spent);
    expect(location?.sectorId).toBe(flown.length % 2 === 0 ? sectorId : there);
    expect(await turnRows(playerId)).toBe(flown.length);
    expect(new Set(flown.map(({ rev }) => rev)).size).toBe(flown.length);
  });
});

/** What a player is told who has moved meanwhile. */
const REFUSED_AFTER_MOVING = new Set(['insufficient_turns', 'no_warp', 'already_there', 'not_found']);

describe('docking', () => {
  const dockedOnce = async (player: TestPlayer): Promise<string> => {
    const { location } = await player.state();
    const stationId = location?.stationId ?? '';
    await player.ok('undock', { params: { id: stationId } });
    return stationId;
  };

  it('happens once of many tries, and is paid once', async () => {
    const player = await game.join('docker');
    const stationId = await dockedOnce(player);
    const before = await player.state();
    const answers = await times(8, () => player.call('dock', { params: { id: stationId } }));
    const docked = answers.filter(({ status }) => status === 200).map(({ body }) => body as Wire<'dock'>);
    expect(docked).toHaveLength(1);
    expect(new Set(answers.flatMap(({ code }) => (code === undefined ? [] : [code])))).toEqual(
      new Set(['already_docked']),
    );
    const after = await player.state();
    expect(after.turns.turns).toBe(before.turns.turns - 1);
    expect(after.credits).toBe(before.credits - (docked[0]?.fee ?? Number.NaN));
  });

  it('and leaving at once leaves the ship in one place', async () => {
    const player = await game.join('flapper');
    const stationId = await dockedOnce(player);
    await times(16, (index) =>
      player.call(index % 2 === 0 ? 'dock' : 'undock', { params: { id: stationId } }),
    );
    const { location } = await player.state();
    const isDocked = location?.state === 'docked';
    expect(location?.stationId).toBe(isDocked ? stationId : null);
    expect((await player.call('undock', { params: { id: stationId } })).status).toBe(isDocked ? 200 : 409);
  });

  it('and flying away at once is one or the other', async () => {
    const { player, moves } = await pilot('runner');
    const stationId = (await player.ok('getCurrentSector')).stations?.[0]?.id ?? '';
    const [docked, moved] = await Promise.all([
      player.call('dock', { params: { id: stationId } }),
      player.call('move', { body: { to: moves[0]?.to ?? 0 } }),
    ]);
    const outcomes = [docked.status, docked.code, moved.status, moved.code];
    expect([
      [200, undefined, 409, 'must_undock'],
      [409, 'not_in_sector', 200, undefined],
    ]).toContainEqual(outcomes);
  });
});
