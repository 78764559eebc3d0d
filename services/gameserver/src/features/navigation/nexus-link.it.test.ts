import { afterAll, beforeAll, expect, it } from 'vitest';
import { placeShip } from '../../testing/place-ship.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';

let game: TestGame;
beforeAll(async () => {
  game = await createTestGame({ withNexus: true });
}, 60_000);
afterAll(() => game.stop());

it('a ship flies to the Nexus and back over the link, and is recalled there to the nearest hub', async () => {
  const atlas = game.deps.atlas();
  const { gatewaySectorId: gateway, nexusSectorId: nexus } = atlas.terran;
  if (gateway === null || nexus === null) throw new Error('Terran Space has no link');
  const player = await game.join('Voyager');
  const id = await placeShip(game, player, gateway);
  const link = (await player.ok('listMoves')).moves.find(({ kind }) => kind === 'nexus_link');
  expect(link).toMatchObject({ to: nexus, cost: 5, oneWay: false, regionName: 'central-nexus' });

  const there = await player.ok('move', { body: { to: nexus } });
  expect(there).toMatchObject({ turns: { spent: 5 }, region: 'central-nexus', discovered: { sector: true } });
  const chart = await player.ok('getRegionChart', { params: { regionName: 'central-nexus' } });
  expect(chart.level).toContain(3);
  expect((await player.ok('getDossier', { params: { id: gateway } })).links.out).toContainEqual(
    expect.objectContaining({ kind: 'nexus_link', to: nexus }),
  );

  const recall = await player.ok('recall');
  const hub = atlas.sector(recall.sector.id);
  expect(hub?.number).toBe(hub?.cluster.hubNumber);
  expect(recall.sector.regionName).toBe('central-nexus');

  await placeShip(game, player, nexus);
  const course = await player.ok('plot', { body: { to: 1 } });
  expect(course.hops[0]).toMatchObject({ kind: 'nexus_link', to: gateway });
  const stopped = await player.call('autopilot', { body: { to: 1, maxHops: 2 } });
  expect(stopped.body).toMatchObject({ stoppedBecause: 'region_border', hops: [] });
  const back = await player.ok('autopilot', { body: { to: 1, maxHops: 2, crossRegions: true } });
  expect(back.hops[0]).toMatchObject({ region: 'terran-space', turns: { spent: 5 } });
  expect(await player.playerId()).toBe(id);
});
