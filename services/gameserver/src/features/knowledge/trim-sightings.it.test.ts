import { MAX_SIGHTINGS } from '@sw/rules';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import { trimSightings } from './index.ts';

let game: TestGame;
beforeAll(async () => {
  game = await createTestGame();
  // More sectors than a player may remember, all in one row of space.
  await game.database.sql`
    INSERT INTO sectors (id, region_id, number, zone, cluster_index, name, x, y, z, type, hazard, nebula_density, richness,
      reserve_max, protected, no_gate)
    SELECT n, (SELECT id FROM regions), n, 'frontier', 0, 'S' || n, 0, 0, 0, 'void', 0, 0, 0, 0, false, false
    FROM generate_series(10001, ${10_000 + MAX_SIGHTINGS + 10}) n`;
});
afterAll(() => game.stop());

const seen = async (playerId: string): Promise<number[]> =>
  (
    await game.database.sql<{ id: number }[]>`
    SELECT sector_id AS id FROM sector_sightings WHERE player_id = ${playerId} ORDER BY seen_at DESC`
  ).map(({ id }) => id);

it('keeps the newest of whoever saw too much, and everything of the others', async () => {
  const traveller = await (await game.join('Traveller')).playerId();
  const homebody = await (await game.join('Homebody')).playerId();
  await game.database.sql`
    INSERT INTO sector_sightings (player_id, sector_id, seen_at, chart_version)
    SELECT ${traveller}, n, timestamptz '2102-01-02' + make_interval(secs => n), 1
    FROM generate_series(10001, ${10_000 + MAX_SIGHTINGS + 10}) n`;
  expect(await trimSightings(game.db)).toBe(11);
  const kept = await seen(traveller);
  expect(kept).toHaveLength(MAX_SIGHTINGS);
  expect([kept[0], kept.at(-1)]).toEqual([10_000 + MAX_SIGHTINGS + 10, 10_011]);
  expect(await seen(homebody)).toEqual([1]);
  expect(await trimSightings(game.db)).toBe(0);
});
