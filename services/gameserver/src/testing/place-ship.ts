import { emptyChart, learn } from '@sw/rules';
import { setTurns } from './arrange.ts';
import type { TestGame } from './test-game.ts';
import type { TestPlayer } from './test-player.ts';

/**
 * Puts a player's ship into space somewhere with a full pool of turns, knowing the sector and what its visible warps
 * lead to, and having been in `visited`; nothing is paid for it. His id.
 */
export const placeShip = async (
  game: TestGame,
  player: TestPlayer,
  sectorId: number,
  visited: readonly number[] = [],
): Promise<string> => {
  const { sql } = game.database;
  const playerId = await player.playerId();
  const atlas = game.deps.atlas();
  const sector = atlas.sector(sectorId);
  if (sector === undefined) throw new Error(`no sector ${sectorId}`);
  const { region } = sector;
  const numberOf = (id: number): number => id - region.firstSectorId + 1;
  const exits = sector.warps
    .filter(({ to, isHidden }) => !isHidden && atlas.sector(to)?.region === region)
    .map(({ to }) => numberOf(to));
  const [known] = await sql<{ charted: Uint8Array; scanned: Uint8Array; visited: Uint8Array }[]>`
    SELECT charted, scanned, visited FROM player_charts
    WHERE player_id = ${playerId} AND region_id = ${region.id}`;
  const { chart } = learn(known ?? emptyChart(region.sectorCount), {
    charted: exits,
    scanned: [sector.number],
    visited: visited.map(numberOf),
  });
  await sql`
    INSERT INTO player_charts (player_id, region_id, charted, scanned, visited)
    VALUES (${playerId}, ${region.id}, ${Buffer.from(chart.charted)}, ${Buffer.from(chart.scanned)}, ${Buffer.from(chart.visited)})
    ON CONFLICT (player_id, region_id) DO UPDATE
    SET charted = excluded.charted, scanned = excluded.scanned, visited = excluded.visited`;
  await sql`
    UPDATE ships SET sector_id = ${sectorId}, region_id = ${region.id}, status = 'in_space', station_id = NULL, docked_at = NULL
    WHERE owner_id = ${playerId}`;
  await setTurns(sql, playerId, 1_000);
  return playerId;
};
