import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giveCredits, setTurns } from '../../testing/arrange.ts';
import { stopBalanced } from '../../testing/stop-balanced.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import { snapshotWorld } from '../../testing/world-snapshot.ts';
import { burnFuses } from './index.ts';

let game: TestGame;

beforeAll(async () => {
  game = await createTestGame({ connect: { max: 20 } });
});
afterAll(() => stopBalanced(game));

interface Tugging {
  readonly pilot: TestPlayer;
  readonly tug: string;
  /** The bound freighter of the first login. */
  readonly bound: string;
}

/** A pilot aboard a Defender with a tractor beam, docked beside the freighter everybody begins with. */
const tugging = async (name: string): Promise<Tugging> => {
  const pilot = await game.join(name);
  await giveCredits(game.db, await pilot.playerId(), 1_000_000n, game.clock());
  const bound = (await pilot.state()).ship?.id ?? '';
  const { shipId: tug } = await pilot.ok('purchaseShip', { body: { type: 'defender', name: 'Strong Arm' } });
  await pilot.ok('activateShip', { params: { id: tug } });
  await game.database.sql`
    INSERT INTO ship_equipment (ship_id, slot, item, level, paid) VALUES (${tug}, 1, 'tractor_beam', 0, 40000)`;
  return { pilot, tug, bound };
};

const take = (pilot: TestPlayer, tug: string, targetShipId: string) =>
  pilot.call('towShip', { params: { id: tug }, body: { targetShipId } });

const shipOf = async (pilot: TestPlayer, id: string) =>
  (await pilot.ok('listShips')).items.find((ship) => ship.id === id);

const hop = async (pilot: TestPlayer) => {
  const [warp] = (await pilot.ok('listMoves')).moves.filter(({ kind }) => kind === 'lane');
  if (warp === undefined) throw new Error('no lane');
  return { warp, reply: await pilot.ok('move', { body: { to: warp.to, maxCost: warp.cost } }) };
};

/** Buys a scout and leaves it drifting in the sector; the pilot is aboard his tug again. */
const leaveDrifting = async ({ pilot, tug }: Tugging): Promise<string> => {
  const { shipId: scout } = await pilot.ok('purchaseShip', { body: { type: 'scout_ship', name: 'Kestrel' } });
  await take(pilot, tug, scout);
  await pilot.undock();
  await pilot.ok('castOff', { params: { id: tug } });
  return scout;
};

describe('towing', () => {
  it('brings a docked ship from station to station: dearer warps, two berths, two moorings', async () => {
    const { pilot, tug, bound } = await tugging('Tugger');
    const before = (await pilot.state()).ship?.turnsPerWarp ?? 0;
    expect((await take(pilot, tug, bound)).status).toBe(200);
    expect((await pilot.state()).ship).toMatchObject({
      towedType: 'light_freighter',
      turnsPerWarp: before + 6,
    });
    expect(await shipOf(pilot, tug)).toMatchObject({
      tow: { shipId: bound, type: 'light_freighter', extraTurns: 6 },
    });
    expect(await shipOf(pilot, bound)).toMatchObject({ towedBy: 'Strong Arm', status: 'docked' });

    await game.database.sql`
      UPDATE ships SET docked_at = ${new Date(game.clock() - 2 * 86_400_000)} WHERE id IN (${tug}, ${bound})`;
    const leaving = await pilot.ok('getCurrentSector');
    const undock = leaving.stations?.flatMap(({ actions }) => actions).find(({ id }) => id === 'undock');
    const { location } = await pilot.state();
    const left = await pilot.ok('undock', { params: { id: location?.stationId ?? '' } });
    expect(left.mooring).toBe(400);
    expect(undock?.cost.credits).toBe(left.mooring);
    await setTurns(game.database.sql, await pilot.playerId(), 1_000);
    const { warp, reply } = await hop(pilot);
    expect(reply.turns.spent).toBe(warp.cost);
    expect(reply.turns.spent).toBeGreaterThanOrEqual(before + 6);
    expect(await shipOf(pilot, bound)).toMatchObject({
      status: 'in_space',
      place: { sectorId: warp.to, stationId: null },
    });

    const home = location?.sectorId ?? 0;
    const course = await pilot.ok('plot', {
      body: { to: home, via: [], objective: 'turns', avoid: [], useGates: true, keep: false },
    });
    const flown = await pilot.ok('autopilot', { body: { to: home } });
    expect(flown.hops.map(({ turns }) => turns.spent)).toEqual(course.hops.map(({ cost }) => cost));
    const there = (await pilot.ok('getCurrentSector')).stations?.find(({ id }) => id === location?.stationId);
    const docked = await pilot.ok('dock', { params: { id: location?.stationId ?? '' } });
    expect(there?.actions.find(({ id }) => id === 'dock')?.cost.credits).toBe(docked.fee);
    expect(await shipOf(pilot, bound)).toMatchObject({
      status: 'docked',
      place: { stationId: location?.stationId },
      towedBy: 'Strong Arm',
    });
    await pilot.ok('castOff', { params: { id: tug } });
    expect(await shipOf(pilot, bound)).toMatchObject({ status: 'docked', towedBy: null });
    expect((await pilot.state()).ship).toMatchObject({ towedType: null, turnsPerWarp: before });
  });

  it('lets go in space: a ship drifts as its owner’s own, and is taken up again', async () => {
    const tow = await tugging('Dropper');
    const { pilot, tug } = tow;
    const scout = await leaveDrifting(tow);
    expect(await shipOf(pilot, scout)).toMatchObject({ status: 'derelict', towedBy: null });
    expect((await pilot.ok('listShips')).derelicts).toEqual([]);
    expect((await take(pilot, tug, scout)).status).toBe(200);
    expect(await shipOf(pilot, scout)).toMatchObject({ status: 'in_space' });
    const lines = (await pilot.ok('listEvents')).items.filter(({ type }) => type === 'tow.changed');
    expect(lines.map(({ data }) => data)).toMatchObject([
      { state: 'taken' },
      { state: 'adrift' },
      { state: 'taken' },
    ]);
  });

  it('never leaves a bound ship adrift: it is brought to the nearest station', async () => {
    const { pilot, tug, bound } = await tugging('Careful');
    await take(pilot, tug, bound);
    await pilot.undock();
    await hop(pilot);
    await pilot.ok('castOff', { params: { id: tug } });
    expect(await shipOf(pilot, bound)).toMatchObject({ status: 'docked' });
  });

  it.each(['abandonShip', 'selfDestruct', 'recall'] as const)(
    'ends when the tug leaves by other means: %s',
    async (how) => {
      const tow = await tugging(`Other-${how}`);
      const { pilot, tug } = tow;
      const scout = await leaveDrifting(tow);
      await take(pilot, tug, scout);
      const { warp } = await hop(pilot);
      if (how === 'recall') await pilot.ok('recall', { body: {} });
      else await pilot.ok(how, { params: { id: tug }, body: { confirm: 'Strong Arm' } });
      if (how === 'selfDestruct') await burnFuses(game.deps, game.clock() + 30_000);
      expect(await shipOf(pilot, scout)).toMatchObject({
        status: 'derelict',
        place: { sectorId: warp.to },
        towedBy: null,
      });
      const [line] = await game.database.sql`SELECT 1 FROM ships WHERE tow_ship_id = ${scout}`;
      expect(line).toBeUndefined();
    },
  );

  it('ends when a docked tug is left, or what it tows is sold', async () => {
    const { pilot, tug, bound } = await tugging('Yardman');
    await take(pilot, tug, bound);
    await pilot.ok('activateShip', { params: { id: bound } });
    expect(await shipOf(pilot, tug)).toMatchObject({ tow: null });
    await pilot.ok('activateShip', { params: { id: tug } });
    const { shipId: scout } = await pilot.ok('purchaseShip', {
      body: { type: 'scout_ship', name: 'Kestrel' },
    });
    await take(pilot, tug, scout);
    await pilot.ok('sellShip', { params: { id: scout } });
    expect((await pilot.state()).ship?.towedType).toBeNull();
  });

  it('refuses and changes nothing', async () => {
    const { pilot, tug, bound } = await tugging('Refused');
    const stranger = await tugging('Stranger');
    await game.database.sql`DELETE FROM ship_equipment WHERE ship_id = ${stranger.tug}`;
    const { shipId: scout } = await pilot.ok('purchaseShip', {
      body: { type: 'scout_ship', name: 'Kestrel' },
    });
    await take(pilot, tug, scout);
    const nowhere = '01900000-0000-7000-8000-000000000000';
    const before = await snapshotWorld(game.database.sql);
    const tries = [
      ['already_towing', await take(pilot, tug, bound)],
      ['same_ship', await take(pilot, tug, tug)],
      ['ship_not_active', await take(pilot, bound, scout)],
      ['forbidden', await take(pilot, tug, stranger.bound)],
      ['forbidden', await take(pilot, stranger.tug, bound)],
      ['not_found', await take(pilot, tug, nowhere)],
      ['not_found', await take(pilot, nowhere, bound)],
      ['validation_failed', await take(pilot, tug, 'mine')],
      ['no_tractor_beam', await take(stranger.pilot, stranger.tug, stranger.bound)],
      ['not_towing', await stranger.pilot.call('castOff', { params: { id: stranger.tug } })],
      ['forbidden', await stranger.pilot.call('castOff', { params: { id: tug } })],
    ] as const;
    for (const [code, answer] of tries) expect(answer.code).toBe(code);
    expect(await snapshotWorld(game.database.sql)).toEqual(before);
  });

  it('takes one ship however many lines are thrown at once', async () => {
    const { pilot, tug, bound } = await tugging('Racer');
    const { shipId: scout } = await pilot.ok('purchaseShip', {
      body: { type: 'scout_ship', name: 'Kestrel' },
    });
    const answers = await Promise.all([bound, scout, bound, scout].map((id) => take(pilot, tug, id)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(answers.flatMap(({ code }) => code ?? []))).toEqual(new Set(['already_towing']));
  });
});

describe('a ship left adrift by its owner', () => {
  it('is his alone for an hour; then somebody else may claim it, and he is told', async () => {
    const tow = await tugging('Loser');
    const scout = await leaveDrifting(tow);
    const finder = await tugging('Winner');
    await finder.pilot.undock();
    const [seen] = (await finder.pilot.ok('listShips')).derelicts;
    expect(seen).toMatchObject({ id: scout, isOwn: false, action: { reason: 'claim_locked' } });
    expect((await finder.pilot.call('claimShip', { params: { id: scout } })).code).toBe('claim_locked');
    expect((await tow.pilot.call('claimShip', { params: { id: scout } })).code).toBe('already_claimed');
    await game.database.sql`
      UPDATE ships SET derelict_at = derelict_at - interval '1 hour' WHERE id = ${scout}`;
    const answers = await Promise.all([
      finder.pilot.call('claimShip', { params: { id: scout } }),
      take(tow.pilot, tow.tug, scout),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const isLost = answers[0]?.status === 200;
    expect((await shipOf(finder.pilot, scout)) !== undefined).toBe(isLost);
    expect((await shipOf(tow.pilot, scout)) !== undefined).toBe(!isLost);
    const told = (await tow.pilot.ok('listEvents')).items.map(({ type }) => type);
    expect(told.includes('ship.claimed')).toBe(isLost);
  });
});
