import { MAX_AVOIDED } from '@sw/rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import { knowledgeOf } from '../knowledge/index.ts';

let game: TestGame;
let pilot: TestPlayer;
let other: TestPlayer;
beforeAll(async () => {
  game = await createTestGame();
  pilot = await game.join('Marker');
  other = await game.join('Reader');
});
afterAll(() => game.stop());

/** A sector nobody has been told of. */
const unknownId = (): number => {
  const atlas = game.deps.atlas();
  const nobody = knowledgeOf(atlas, [], []);
  const found = atlas.sectorsOf(atlas.terran).find(({ id }) => nobody.levelOf(id) === 0);
  if (found === undefined) throw new Error('the test needs an unknown sector');
  return found.id;
};
const at = (sectorId: number) => ({ params: { sectorId } });

describe('marks', () => {
  it('are kept, changed, listed and removed', async () => {
    expect(await pilot.ok('putBookmark', { ...at(5), body: { label: ' Home  port ', colour: 3 } })).toEqual({
      sectorId: 5,
      number: 5,
      code: 'TER-5',
      regionName: 'terran-space',
      label: 'Home port',
      colour: 3,
    });
    await pilot.ok('putBookmark', { ...at(5), body: { label: 'Base' } });
    await pilot.ok('putNote', { ...at(6), body: { text: 'buys ore\u0000\nsells fuel' } });
    await pilot.ok('putAvoid', at(7));
    await pilot.ok('putAvoid', at(7));
    expect(await pilot.ok('listMarks')).toMatchObject({
      bookmarks: [{ sectorId: 5, label: 'Base', colour: 0 }],
      notes: [{ sectorId: 6, text: 'buys ore\nsells fuel' }],
      avoid: [{ sectorId: 7 }],
    });
    for (const name of ['deleteBookmark', 'deleteNote', 'deleteAvoid'] as const)
      for (const id of [5, 6, 7]) expect((await pilot.call(name, at(id))).status).toBe(204);
    expect(await pilot.ok('listMarks')).toEqual({ bookmarks: [], notes: [], avoid: [] });
  });

  it('of one player are seen, moved and removed by nobody else', async () => {
    await pilot.ok('putNote', { ...at(9), body: { text: 'secret' } });
    expect((await other.ok('listMarks')).notes).toEqual([]);
    await other.call('deleteNote', at(9));
    await other.ok('putNote', { ...at(9), body: { text: 'mine' } });
    expect((await pilot.ok('listMarks')).notes).toMatchObject([{ text: 'secret' }]);
    expect((await other.ok('searchMap', { query: { q: 'secret' } })).items).toEqual([]);
  });

  it('do not tell an unknown sector from one that is not there', async () => {
    const calls = (id: number) => [
      pilot.call('putNote', { ...at(id), body: { text: 'x' } }),
      pilot.call('putBookmark', { ...at(id), body: { label: 'x' } }),
      pilot.call('putAvoid', at(id)),
      pilot.call('deleteAvoid', at(id)),
    ];
    const answers = await Promise.all([...calls(unknownId()), ...calls(999_999_999)]);
    for (const { status, code } of answers) expect([status, code]).toEqual([404, 'not_found']);
    const body = (answer: unknown) => ({ ...(answer as object), requestId: '', instance: '' });
    expect(body(answers[0]?.body)).toEqual(body(answers[4]?.body));
  });

  it.each([
    ['putNote', { text: '' }],
    ['putNote', { text: ' \u200b\n ' }],
    ['putNote', { text: 'x'.repeat(501) }],
    ['putNote', {}],
    ['putBookmark', { label: 'x'.repeat(33) }],
    ['putBookmark', { label: 'x', colour: 8 }],
    ['putBookmark', { label: 'x', colour: 1.5 }],
    ['putBookmark', { label: 'x', colour: -1 }],
    ['putBookmark', { label: 'x', shared: 'all' }],
    ['putAvoid', { forever: true }],
  ] as const)('%s refuses %j', async (name, body) => {
    const path = { putNote: 'notes', putBookmark: 'bookmarks', putAvoid: 'avoid' }[name];
    expect(await pilot.send('PUT', `/map/${path}/5`, { body })).toMatchObject({
      status: 400,
      code: 'validation_failed',
    });
  });

  it('stop at their limit, whichever of two tabs comes first', async () => {
    const full = await game.join('Hoarder');
    const id = await full.playerId();
    await game.database.sql`
      INSERT INTO avoided_sectors SELECT ${id}, n FROM generate_series(101, ${100 + MAX_AVOIDED - 1}) n`;
    const answers = await Promise.all([2, 3, 4].map((sectorId) => full.call('putAvoid', at(sectorId))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.code).toBe('marks_full');
    expect((await full.ok('listMarks')).avoid).toHaveLength(MAX_AVOIDED);
    const [{ sectorId } = { sectorId: 0 }] = (await full.ok('listMarks')).avoid;
    expect((await full.call('putAvoid', at(sectorId))).status).toBe(200);
  });
});

describe('the avoid list', () => {
  it('counts in every course, and still lets one fly there', async () => {
    const flyer = await game.join('Avoider');
    await flyer.undock();
    const plot = async (to: number) => (await flyer.ok('plot', { body: { to } })).hops.map((hop) => hop.to);
    const [first] = await plot(88);
    await flyer.ok('putAvoid', at(first ?? 0));
    expect(await plot(88)).not.toContain(first);
    expect((await plot(first ?? 0)).at(-1)).toBe(first);
    const flight = await flyer.ok('autopilot', { body: { to: 88, maxHops: 2 } });
    expect(flight.hops.map(({ sector }) => sector.id)).not.toContain(first);
    await flyer.ok('deleteAvoid', at(first ?? 0));
    expect((await flyer.ok('plot', { body: { from: 1, to: 88 } })).hops[0]?.to).toBe(first);
  });
});

describe('a search', () => {
  it('finds what is near first, and nothing unknown', async () => {
    const { items } = await pilot.ok('searchMap', { query: { has: 'station' } });
    expect(items.length).toBeGreaterThan(5);
    const turns = items.map((hit) => hit.turns ?? Number.POSITIVE_INFINITY);
    expect(turns).toEqual([...turns].sort((a, b) => a - b));
    expect(items.every(({ station }) => station !== null)).toBe(true);
    const hidden = unknownId();
    expect((await pilot.ok('searchMap', { query: { q: String(hidden) } })).items).toEqual([]);
  });

  it('finds numbers, names, classes, marks and the unexplored', async () => {
    const search = async (query: object) => (await pilot.ok('searchMap', { query })).items;
    expect((await search({ q: 'ter-17' }))[0]).toMatchObject({ number: 17, match: 'number' });
    const station = (await search({ has: 'class:3' }))[0]?.station;
    expect(station?.stationClass).toBe(3);
    expect((await search({ q: station?.name.toUpperCase() ?? '' }))[0]?.match).toBe('station');
    await pilot.ok('putBookmark', { ...at(12), body: { label: 'Lucky find' } });
    expect(await search({ q: 'lucky' })).toMatchObject([{ number: 12, match: 'bookmark' }]);
    const unexplored = await search({ has: 'unexplored', within: 1 });
    expect(unexplored.every(({ level, hops }) => level < 3 && hops === 1)).toBe(true);
    expect(unexplored.length).toBeGreaterThan(0);
    expect(await search({ q: 'zzzz nothing' })).toEqual([]);
  });

  it.each(['has=class:12', 'has=ships', 'within=-1', 'within=x', `q=${'x'.repeat(61)}`, 'deep=1'])(
    'refuses %s',
    async (query) => {
      expect(await pilot.send('GET', `/map/search?${query}`)).toMatchObject({ status: 400 });
    },
  );
});
