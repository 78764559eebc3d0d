import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer, Wire } from '../../testing/test-player.ts';
import { knowledgeOf } from '../knowledge/index.ts';
import type { AtlasSector } from '../universe/index.ts';

type Course = Wire<'plot'>;

let game: TestGame;
let pilot: TestPlayer;
let sectors: readonly AtlasSector[];

beforeAll(async () => {
  game = await createTestGame();
  pilot = await game.join('Plotter');
  await pilot.undock();
  const atlas = game.deps.atlas();
  sectors = atlas.sectorsOf(atlas.terran);
});
afterAll(() => game.stop());

/** What everybody knows of a sector. */
const publicLevelOf = (id: number): number => knowledgeOf(game.deps.atlas(), [], []).levelOf(id);
const plot = (to: number, more: object = {}) => pilot.call('plot', { body: { to, ...more } });
const pathOf = ({ hops }: Course): number[] => hops.map(({ to }) => to);

describe('a course', () => {
  it('leads there over warps that are there, and costs what its hops cost', async () => {
    for (const target of [17, 42, 99]) {
      const { status, body } = await plot(target);
      expect(status).toBe(200);
      let at = 1;
      for (const hop of body.hops) {
        expect(
          game.deps
            .atlas()
            .sector(at)
            ?.warps.some(({ id, to }) => id === hop.warpId && to === hop.to),
        ).toBe(true);
        at = hop.to;
      }
      expect(at).toBe(target);
      expect(body.totalHops).toBe(body.hops.length);
      expect(body.totalTurns).toBe(body.hops.reduce((sum, { cost }) => sum + cost, 0));
    }
  });

  it('of the fewest hops has no more than any other', async () => {
    const [turns, hops, safe] = await Promise.all(
      ['turns', 'hops', 'safe'].map(async (objective) => (await plot(88, { objective })).body),
    );
    expect(hops?.totalHops).toBeLessThanOrEqual(Math.min(turns?.totalHops ?? 0, safe?.totalHops ?? 0));
    expect(turns?.totalTurns).toBeLessThanOrEqual(Math.min(hops?.totalTurns ?? 0, safe?.totalTurns ?? 0));
  });

  it('is compared with one chosen otherwise by the same request, and only where that is asked', async () => {
    const safe = (await plot(88, { objective: 'safe' })).body;
    const both = (await plot(88, { objective: 'turns', compare: 'safe' })).body;
    expect(both.other?.hops).toEqual(safe.hops);
    expect(both.other?.totalTurns).toBe(safe.totalTurns);
    expect(safe.other).toBeNull();
    const { body } = await pilot.call('getCourse', {});
    expect(body.course).toMatchObject({ routeId: both.routeId, objective: 'turns' });
  });

  it('goes round what is to be avoided', async () => {
    const straight = (await plot(88)).body;
    const [first] = pathOf(straight);
    const around = await plot(88, { avoid: [first] });
    if (around.status === 200) expect(pathOf(around.body)).not.toContain(first);
    else expect(around.code).toBe('no_route');
  });

  it('is answered the same twice', async () => {
    const [one, two] = [(await plot(77)).body, (await plot(77)).body];
    expect(pathOf(one)).toEqual(pathOf(two));
    expect(one.routeId).not.toBe(two.routeId);
  });

  it('costs no turn and tells what can be flown now', async () => {
    const { rev, turns } = await pilot.state();
    await game.database
      .sql`UPDATE players SET turns = 4, turns_anchor_ms = ${String(game.clock())} WHERE user_id = ${pilot.userId}`;
    const { body } = await plot(88);
    expect(body.affordableHops).toBe(1);
    expect(Date.parse(body.etaFull)).toBeGreaterThan(game.clock());
    expect((await pilot.state()).rev).toBe(rev);
    await game.database.sql`UPDATE players SET turns = ${turns.turns} WHERE user_id = ${pilot.userId}`;
  });

  it('uses only what the player knows', async () => {
    const newcomer = await game.join('Ignorant');
    await newcomer.undock();
    const charted = sectors.filter(({ id, zone }) => zone.kind !== 'federation' && publicLevelOf(id) === 1);
    for (const { id } of charted.slice(0, 8)) {
      const answer = await newcomer.call('plot', { body: { to: id } });
      if (answer.status !== 200) continue;
      // All but the last sector must be scanned: only their warps are known.
      for (const hop of answer.body.hops.slice(0, -1)) {
        expect(publicLevelOf(hop.to)).toBeGreaterThanOrEqual(2);
      }
    }
  });
});

describe('no course', () => {
  it('leads to a sector one does not know, exactly as to one that does not exist', async () => {
    const unknown = sectors.find(({ id }) => publicLevelOf(id) === 0);
    const answers = await Promise.all([unknown?.id ?? 0, 301, 1_999_999_999].map((to) => plot(to)));
    const bare = answers.map(({ status, body }) => [status, { ...body, requestId: '' }]);
    expect(bare[0]).toEqual(bare[1]);
    expect(bare[1]).toEqual(bare[2]);
    expect(answers[0]).toMatchObject({ status: 404, code: 'not_found' });
  });

  it('begins at a sector one does not know', async () => {
    const unknown = sectors.find(({ id }) => publicLevelOf(id) === 0);
    const [a, b] = [await plot(2, { from: unknown?.id }), await plot(2, { from: 1_999_999_999 })];
    expect([a.status, a.code]).toEqual([b.status, b.code]);
    expect(a.status).toBe(404);
  });

  it('leads to where one is', async () => {
    expect(await plot(1)).toMatchObject({ status: 409, code: 'already_there' });
    expect(await plot(5, { from: 5 })).toMatchObject({ status: 409, code: 'already_there' });
  });

  it.each([0, -1, 1.5, 2_000_000_001, 1e300, '7', null])('leads to %j', async (to) => {
    expect(await pilot.send('POST', '/nav/plot', { body: { to } })).toMatchObject({
      status: 400,
      code: 'validation_failed',
    });
  });

  it.each([
    ['too many to avoid', { avoid: Array.from({ length: 51 }, (_, index) => index + 1) }],
    ['another objective', { objective: 'beauty' }],
    ['a member nobody knows', { speed: 9 }],
  ])('is plotted with %s', async (_case, more) => {
    expect(await pilot.send('POST', '/nav/plot', { body: { to: 2, ...more } })).toMatchObject({
      status: 400,
      code: 'validation_failed',
    });
  });

  it('is plotted by somebody who does not fly', async () => {
    const stub = await game.register('grounded');
    expect(await stub.call('plot', { body: { to: 2 } })).toMatchObject({
      status: 409,
      code: 'first_login_required',
    });
  });
});

it('avoids sectors nobody has heard of without minding', async () => {
  expect((await plot(42, { avoid: [1_999_999_999, 301] })).status).toBe(200);
});
