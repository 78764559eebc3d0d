import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeShip } from '../../testing/place-ship.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import { knowledgeOf } from '../knowledge/index.ts';
import type { AtlasSector } from '../universe/index.ts';

let game: TestGame;
let sectors: readonly AtlasSector[];
beforeAll(async () => {
  game = await createTestGame();
  sectors = game.deps.atlas().sectorsOf(game.deps.atlas().terran);
});
afterAll(() => game.stop());

const dossier = (player: TestPlayer, id: number) => player.ok('getDossier', { params: { id } });
/** A sector of the border with a neighbour one can come from. */
const borderland = (): { origin: AtlasSector; target: AtlasSector } => {
  for (const target of sectors) {
    const origin = sectors.find((s) => s.warps.some(({ to, isHidden }) => to === target.id && !isHidden));
    if (target.zone.kind === 'border' && target.formations.length === 0 && origin !== undefined)
      return { origin, target };
  }
  throw new Error('no border');
};

describe('the dossier of a sector', () => {
  it('holds what the player saw, did and wrote there', async () => {
    const player = await game.join('Archivist');
    const { origin, target } = borderland();
    await placeShip(game, player, origin.id);
    await player.ok('move', { body: { to: target.id } });
    await player.ok('scan', { body: { mode: 'deep' } });
    await player.ok('putNote', { params: { sectorId: target.id }, body: { text: 'mine' } });
    await player.ok('putAvoid', { params: { sectorId: target.id } });
    const record = await dossier(player, target.id);
    expect(record).toMatchObject({
      sector: { id: target.id, level: 3 },
      discoverer: { name: 'Archivist' },
      note: { text: 'mine' },
      bookmark: null,
      isAvoided: true,
    });
    expect(record.history.map(({ kind, reason }) => reason ?? kind).sort()).toEqual([
      'discovered',
      'move',
      'scan_deep',
    ]);
    // The deep scan may have found a hidden tunnel besides.
    expect(record.links.out.map(({ to }) => to)).toEqual(
      expect.arrayContaining(target.warps.filter(({ isHidden }) => !isHidden).map(({ to }) => to)),
    );
    expect(record.links.in.map(({ from }) => from)).toContain(origin.id);
    expect(record.actions).toMatchObject([{ id: 'name_sector', enabled: true }]);
  });

  it('of another player tells nothing of it', async () => {
    const player = await game.join('Nosy');
    const { origin, target } = borderland();
    await placeShip(game, player, origin.id);
    const record = await dossier(player, target.id);
    expect(record).toMatchObject({
      discoverer: null,
      note: null,
      history: [],
      actions: [],
      isAvoided: false,
    });
  });

  it('is of public prices in the Federation', async () => {
    const port = sectors.find(({ id, stations }) => id !== 1 && stations.length > 0);
    const record = await dossier(await game.join('Reader'), port?.id ?? 0);
    expect(record.prices.length).toBeGreaterThan(0);
    expect(record.prices.every(({ source }) => source === 'public')).toBe(true);
  });

  it('does not tell an unknown sector from none', async () => {
    const player = await game.join('Prober');
    const nobody = knowledgeOf(game.deps.atlas(), [], []);
    const unknown = sectors.find(({ id }) => nobody.levelOf(id) === 0)?.id ?? 0;
    const strip = (body: unknown) => ({ ...(body as object), instance: '', requestId: '' });
    for (const path of ['', '/dossier']) {
      const answers = await Promise.all(
        [unknown, 987_654_321].map((id) => player.send('GET', `/sectors/${id}${path}`)),
      );
      expect(answers.map(({ status }) => status)).toEqual([404, 404]);
      expect(strip(answers[0]?.body)).toEqual(strip(answers[1]?.body));
    }
    const names = await Promise.all(
      [unknown, 987_654_321].map((id) =>
        player.send('PUT', `/sectors/${id}/name`, { body: { name: 'Mine Now' } }),
      ),
    );
    expect(names.map(({ status }) => status)).toEqual([404, 404]);
  });
});

describe('the name of a sector', () => {
  it('is given once, by its discoverer, and known to every process', async () => {
    const other = await game.addServer();
    const player = await game.join('Namer');
    const rival = await game.join('Latecomer');
    const origin = sectors.find(
      (s) =>
        s.zone.kind === 'frontier' &&
        s.warps.some(({ to, isHidden }) => !isHidden && sectors[to - 1]?.zone.kind === 'frontier'),
    ) as AtlasSector;
    const to =
      origin.warps.find(({ to: end, isHidden }) => !isHidden && sectors[end - 1]?.zone.kind === 'frontier')
        ?.to ?? 0;
    for (const pilot of [player, rival]) {
      await placeShip(game, pilot, origin.id);
      await pilot.ok('move', { body: { to } });
    }
    const name = (pilot: TestPlayer, text: string) =>
      pilot.call('nameSector', { params: { id: to }, body: { name: text } });
    expect(await name(rival, 'Stolen Glory')).toMatchObject({ code: 'not_discoverer' });
    expect(await name(player, 'Nazi Base')).toMatchObject({ status: 400, code: 'validation_failed' });
    const answers = await Promise.all([name(player, 'Quiet  Reach'), name(player.at(other), 'Loud Reach')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const given = answers.find(({ status }) => status === 200)?.body.name;
    await expect
      .poll(async () => (await player.ok('getSector', { params: { id: to } })).name, { timeout: 10_000 })
      .toBe(given);
    expect(await name(player, 'Third Name')).toMatchObject({ code: 'already_named' });
    await expect
      .poll(async () => (await rival.at(other).ok('getSector', { params: { id: to } })).name, {
        timeout: 10_000,
      })
      .toBe(given);
    await other.stop();
    expect(
      await player.call('nameSector', { params: { id: 1 }, body: { name: 'My Capital' } }),
    ).toMatchObject({
      code: 'not_discoverer',
    });
  });
});

it('what a player is told depends on what he saw alone', async () => {
  const watcher = await game.join('Watcher');
  const { origin } = borderland();
  const id = await placeShip(game, watcher, origin.id);
  await watcher.ok('scan', { body: { mode: 'adjacent' } });
  const ask = async () => {
    const { n } = await watcher.ok('getRegionChart', { params: { regionName: 'terran-space' } });
    const far = n.filter((number) => number !== origin.number && number > 200).slice(0, 12);
    return JSON.stringify([
      await watcher.ok('getRegionChart', { params: { regionName: 'terran-space' } }),
      await watcher.ok('searchMap', { query: { has: 'station' } }),
      await watcher.ok('searchMap', { query: { has: 'unexplored' } }),
      await watcher.ok('listKnownPrices', { query: { maxHops: 30 } }),
      await Promise.all(far.map((number) => watcher.ok('getSector', { params: { id: number } }))),
      await Promise.all(far.map((number) => dossier(watcher, number))),
      await Promise.all(
        far.map((to) => watcher.call('plot', { body: { to } }).then(({ body }) => body.hops)),
      ),
    ]);
  };
  const before = await ask();
  // Somebody else explores, names, harvests and marks where the watcher is not, and markets move.
  const busy = await game.join('Busybody');
  const places = sectors.filter(
    (s) => s.zone.kind === 'frontier' && s.id !== origin.id && s.warps.some(({ isHidden }) => !isHidden),
  );
  for (const place of places.slice(0, 8)) {
    await placeShip(game, busy, place.id);
    const to = place.warps.find(({ isHidden }) => !isHidden)?.to ?? 0;
    await busy.ok('move', { body: { to } });
    await busy.ok('scan', { body: { mode: 'deep' } });
    await busy.call('harvest');
    await busy.ok('putBookmark', { params: { sectorId: to }, body: { label: 'mine' } });
  }
  await placeShip(game, busy, places.at(-1)?.id ?? 1);
  await game.database.sql`
    UPDATE station_market SET stock = capacity / 2 WHERE station_id IN (
      SELECT s.id FROM stations s JOIN sectors x ON x.id = s.sector_id WHERE x.zone = 'frontier')`;
  await game.database
    .sql`UPDATE sectors SET reserve = 0, reserve_hour = 0 WHERE zone = 'frontier' AND reserve_max > 0`;
  expect(await ask()).toBe(before);
  expect(await watcher.playerId()).toBe(id);
});
