import { afterAll, beforeAll, expect, it } from 'vitest';
import { giveCredits } from '../../testing/arrange.ts';
import { stopBalanced } from '../../testing/stop-balanced.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import { snapshotWorld } from '../../testing/world-snapshot.ts';

let game: TestGame;
beforeAll(async () => {
  game = await createTestGame();
});
afterAll(() => stopBalanced(game));

it('a ship of one’s own in another sector is boarded, sold, given, refitted and loaded by no command', async () => {
  const pilot = await game.join('Absentee');
  await giveCredits(game.db, await pilot.playerId(), 1_000_000n, game.clock());
  const { ship, location } = await pilot.state();
  const { shipId } = await pilot.ok('purchaseShip', { body: { type: 'scout_ship', name: 'Kestrel' } });
  const port = [...game.deps.atlas().stations()].find(({ sectorId }) => sectorId !== location?.sectorId);
  const { sql } = game.database;
  await sql`UPDATE ships SET station_id = ${port?.id ?? ''}, sector_id = ${port?.sectorId ?? 0} WHERE id = ${shipId}`;
  const before = await snapshotWorld(sql);
  const attempts = [
    ['POST', `/ships/${shipId}/activate`, {}],
    ['POST', `/ships/${shipId}/sell`, {}],
    ['POST', `/ships/${shipId}/upgrades`, { kind: 'engine' }],
    ['POST', `/ships/${shipId}/equipment`, { item: 'hazard_shielding' }],
    ['POST', `/ships/${shipId}/repair`, { hull: 'max' }],
    ['POST', '/ships/purchase', { type: 'cargo_hauler', name: 'Heron', tradeIn: shipId }],
    [
      'POST',
      `/ships/${ship?.id}/cargo/transfer`,
      { toShipId: shipId, items: [{ commodity: 'ore', quantity: 1 }] },
    ],
  ] as const;
  for (const [method, path, body] of attempts) {
    const { status, code } = await pilot.send(method, path, { body });
    expect([path, status, code]).toEqual([path, 409, 'not_colocated']);
  }
  expect(await snapshotWorld(sql)).toEqual(before);
});
