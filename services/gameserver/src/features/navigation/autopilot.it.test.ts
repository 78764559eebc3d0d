import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setTurns } from '../../testing/arrange.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { Wire } from '../../testing/test-player.ts';

let game: TestGame;

beforeAll(async () => {
  game = await createTestGame({ connect: { max: 20 } });
});
afterAll(() => game.stop());

/** A player in space who has flown some hops out: a course back to the start lies ahead. */
const traveller = async (name: string, hops = 4) => {
  const player = await game.join(name);
  const playerId = await player.playerId();
  await player.undock();
  const start = (await player.ok('listMoves')).sectorId;
  const seen = new Set([start]);
  let back = 0;
  for (let hop = 0; hop < hops; hop += 1) {
    const { moves } = await player.ok('listMoves');
    const next = moves.find(({ to, oneWay }) => !oneWay && !seen.has(to));
    if (next === undefined) break;
    seen.add(next.to);
    await player.ok('move', { body: { to: next.to } });
  }
  await setTurns(game.database.sql, playerId, 500);
  const course = await player.ok('plot', { body: { to: start, objective: 'hops' } }).catch(() => null);
  back = course?.totalHops ?? 0;
  return { player, playerId, start, course, back };
};

type Flight = Wire<'autopilot'>;

describe('the limits of a flight', () => {
  it('stop it before the turns are overspent, also when nothing is left of them', async () => {
    const { player, start, course } = await traveller('frugal');
    const costs = course?.hops.map(({ cost }) => cost) ?? [];
    const limit = (costs[0] ?? 0) + (costs[1] ?? 0) - 1;
    const flight = await player.ok('autopilot', { body: { to: start, maxTurns: limit } });
    expect(flight).toMatchObject({ completed: false, stoppedBecause: 'max_turns' });
    expect(flight.hops).toHaveLength(1);
    const none = await player.ok('autopilot', { body: { to: start, maxTurns: 0 } });
    expect(none).toMatchObject({ completed: false, stoppedBecause: 'max_turns', hops: [] });
  });

  it('keep a damaged ship where it is until the player allows less hull', async () => {
    const { player, playerId, start } = await traveller('damaged');
    await game.database.sql`UPDATE ships SET hull = hull * 3 / 10 WHERE owner_id = ${playerId}`;
    const wary = await player.ok('autopilot', { body: { to: start } });
    expect(wary).toMatchObject({ stoppedBecause: 'hull_low', hops: [] });
    const bold = await player.ok('autopilot', { body: { to: start, minHullPct: 20 } });
    expect(bold).toMatchObject({ completed: true, stoppedBecause: null });
  });

  it.each([
    { minHullPct: 0 },
    { minHullPct: 101 },
    { maxTurns: -1 },
    { maxTurns: 1.5 },
    { maxTollTotal: -1 },
    { maxHops: 26 },
    { stopOn: ['moon'] },
  ])('are refused where they make no sense: %j', async (wrong) => {
    const { player, start } = await traveller(
      `wrong${Object.entries(wrong).join('').replaceAll(/\W/g, '').toLowerCase()}`,
      1,
    );
    const body = { to: start, ...wrong } as { to: number };
    expect(await player.call('autopilot', { body })).toMatchObject({
      status: 400,
      code: 'validation_failed',
    });
  });
});

describe('two flights of one player', () => {
  it('never run side by side: the other tab is refused or finds the ship moved', async () => {
    const { player, playerId, start, back } = await traveller('twotabs', 5);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => player.call('autopilot', { body: { to: start }, key: randomUUID() })),
    );
    const refused = answers.flatMap(({ code }) => (code === undefined ? [] : [code]));
    expect(refused.length).toBeGreaterThan(0);
    expect(
      refused.filter((code) => !['autopilot_active', 'position_changed', 'already_there'].includes(code)),
    ).toEqual([]);
    const flights = answers.filter(({ status }) => status === 200).map(({ body }) => body as Flight);
    expect(flights.reduce((sum, { hops }) => sum + hops.length, 0)).toBe(back);
    expect((await player.state()).location?.sectorId).toBe(start);
    const rows = await game.database.sql<{ autopilotUntil: Date | null }[]>`
      SELECT autopilot_until FROM players WHERE id = ${playerId}`;
    expect(rows[0]?.autopilotUntil ?? null).toBeNull();
  });

  it('are refused while one is under way and free again when its lease has run out', async () => {
    const { player, playerId, start } = await traveller('leased');
    const until = new Date(game.clock() + 5_000);
    await game.database.sql`UPDATE players SET autopilot_until = ${until} WHERE id = ${playerId}`;
    const before = await player.state();
    expect(await player.call('autopilot', { body: { to: start } })).toMatchObject({
      status: 409,
      code: 'autopilot_active',
    });
    expect((await player.state()).location).toEqual(before.location);
    const past = new Date(game.clock() - 1);
    await game.database.sql`UPDATE players SET autopilot_until = ${past} WHERE id = ${playerId}`;
    expect(await player.ok('autopilot', { body: { to: start } })).toMatchObject({ completed: true });
  });

  it('do not end one another: a flight that never begins leaves the lease alone', async () => {
    const { player, playerId, start } = await traveller('bystander');
    const until = new Date(game.clock() + 5_000);
    await game.database.sql`UPDATE players SET autopilot_until = ${until} WHERE id = ${playerId}`;
    await player.ok('autopilot', { body: { to: start, maxTurns: 0 } });
    expect(await player.call('autopilot', { body: { to: start } })).toMatchObject({
      code: 'autopilot_active',
    });
  });
});

describe('a move between two hops', () => {
  it('wins or loses, and the flight says so when the ship is not where it left it', async () => {
    const { player, playerId, start } = await traveller('nudged', 5);
    const before = (await player.state()).turns.turns;
    const { moves } = await player.ok('listMoves');
    const [flown, ...moved] = await Promise.all([
      player.call('autopilot', { body: { to: start } }),
      ...moves.map(({ to }) => player.call('move', { body: { to } })),
    ]);
    const hops = flown.status === 200 ? (flown.body as Flight).hops : [];
    const ways = moved.filter(({ status }) => status === 200).map(({ body }) => body as Wire<'move'>);
    const spent = [...hops, ...ways].reduce((sum, { turns }) => sum + turns.spent, 0);
    expect((await player.state()).turns.turns).toBe(before - spent);
    if (ways.length > 0) {
      const why = flown.status === 200 ? (flown.body as Flight).stoppedBecause : flown.code;
      expect([null, 'position_changed']).toContain(why);
    }
    const rows = await game.database.sql`
      SELECT 1 FROM turn_ledger WHERE player_id = ${playerId} AND reason = 'move'`;
    expect(rows.length).toBeGreaterThanOrEqual(hops.length + ways.length);
  });
});
