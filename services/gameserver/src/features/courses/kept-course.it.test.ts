import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';

let game: TestGame;
beforeAll(async () => {
  game = await createTestGame();
});
afterAll(() => game.stop());

const pilot = async (name: string): Promise<TestPlayer> => {
  const player = await game.join(name);
  await player.undock();
  return player;
};
const kept = async (player: TestPlayer) => (await player.ok('getCourse')).course;
const plot = (player: TestPlayer, to: number, more: object = {}) =>
  player.ok('plot', { body: { to, ...more } });

describe('the course plotted last', () => {
  it('is there again for whoever asks, and nobody else', async () => {
    const player = await pilot('Keeper');
    expect(await kept(player)).toBeNull();
    const { other, ...route } = await plot(player, 42, { avoid: [7], objective: 'safe' });
    expect(other).toBeNull();
    expect(await kept(player)).toEqual({ ...route, from: 1, to: 42, via: [], objective: 'safe', avoid: [7] });
    expect(await kept(await pilot('Stranger'))).toBeNull();
  });

  it('goes on from where the ship is', async () => {
    const player = await pilot('Farer');
    const { routeId, hops } = await plot(player, 42);
    await player.ok('move', { body: { to: hops[0]?.to ?? 0 } });
    const rest = await kept(player);
    expect(rest).toMatchObject({ routeId, from: hops[0]?.to, to: 42 });
    expect(rest?.hops.map(({ to }) => to)).toEqual(hops.slice(1).map(({ to }) => to));
  });

  it('is over at its end', async () => {
    const player = await pilot('Arriver');
    const [move] = (await player.ok('listMoves')).moves;
    await plot(player, move?.to ?? 0);
    await player.ok('move', { body: { to: move?.to ?? 0 } });
    expect(await kept(player)).toBeNull();
  });

  it('is forgotten on demand, also when there is none', async () => {
    const player = await pilot('Forgetter');
    const other = await pilot('Bystander');
    await plot(player, 42);
    await plot(other, 42);
    for (const _ of [1, 2]) expect(await player.call('clearCourse')).toMatchObject({ status: 204 });
    expect(await kept(player)).toBeNull();
    expect(await kept(other)).toMatchObject({ to: 42 });
  });

  it('stays when another is only compared with it', async () => {
    const player = await pilot('Comparer');
    const { routeId } = await plot(player, 42);
    await plot(player, 17, { keep: false });
    expect(await kept(player)).toMatchObject({ routeId, to: 42 });
  });

  it('is nothing for somebody who does not fly', async () => {
    const stub = await game.register('landlubber');
    for (const name of ['getCourse', 'clearCourse'] as const)
      expect(await stub.call(name)).toMatchObject({ status: 409, code: 'first_login_required' });
  });
});

describe('waypoints', () => {
  it('are passed in their order', async () => {
    const player = await pilot('Waypointer');
    const straight = await plot(player, 42);
    const { hops, totalTurns } = await plot(player, 42, { via: [99, 17] });
    const path = hops.map(({ to }) => to);
    expect(path.indexOf(99)).toBeGreaterThanOrEqual(0);
    expect(path.indexOf(17, path.indexOf(99))).toBeGreaterThan(path.indexOf(99));
    expect(path.at(-1)).toBe(42);
    expect(totalTurns).toBe(hops.reduce((sum, { cost }) => sum + cost, 0));
    expect(totalTurns).toBeGreaterThanOrEqual(straight.totalTurns);
  });

  it('lead back to where one is', async () => {
    const player = await pilot('Rounder');
    const { hops } = await plot(player, 1, { via: [17] });
    expect(hops.at(-1)?.to).toBe(1);
    expect(await kept(player)).toMatchObject({ to: 1, via: [17] });
  });

  it('already reached count as passed', async () => {
    const player = await pilot('Starter');
    const { hops } = await plot(player, 17);
    expect((await plot(player, 17, { via: [1] })).hops).toEqual(hops);
    expect(await player.call('plot', { body: { to: 1, via: [1] } })).toMatchObject({
      status: 409,
      code: 'already_there',
    });
  });

  it('are behind the ship once it was there, by hand and by autopilot', async () => {
    const player = await pilot('Passer');
    const { moves } = await player.ok('listMoves');
    const [first, second] = moves.map(({ to }) => to);
    if (first === undefined || second === undefined) throw new Error('sector 1 has no two warps');
    const { routeId } = await plot(player, 42, { via: [first, second] });
    await player.ok('move', { body: { to: first } });
    expect(await kept(player)).toMatchObject({ via: [second] });
    const flight = await player.ok('autopilot', { body: { routeId, maxHops: 25 } });
    expect(flight.completed).toBe(true);
    const path = flight.hops.map(({ sector }) => sector.id);
    expect(path).toContain(second);
    expect(path.at(-1)).toBe(42);
    expect(await kept(player)).toBeNull();
  });

  it('that nobody knows are refused as ones that do not exist', async () => {
    const player = await pilot('Prober');
    for (const via of [301, 1_999_999_999])
      expect(await player.call('plot', { body: { to: 42, via: [via] } })).toMatchObject({
        status: 404,
        code: 'not_found',
      });
  });

  it.each([
    ['too many', Array.from({ length: 9 }, (_, index) => index + 2)],
    ['of no number', [1.5]],
    ['below one', [0]],
    ['of text', ['17']],
  ])('are not plotted when they are %s', async (_case, via) => {
    const player = await game.join(`Bad${_case.replaceAll(' ', '')}`);
    expect(await player.send('POST', '/nav/plot', { body: { to: 42, via } })).toMatchObject({
      status: 400,
      code: 'validation_failed',
    });
  });
});
