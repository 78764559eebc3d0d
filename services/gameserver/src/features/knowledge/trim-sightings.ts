import type { Database } from '@sw/db';
import { MAX_SIGHTINGS } from '@sw/rules';

/** Keeps the newest sightings of every player; how many were forgotten. That he was there stays on his chart. */
export const trimSightings = async (db: Database): Promise<number> => {
  const [forgotten] = await db.write((sql) => [
    sql`
      WITH crowded AS (
        SELECT player_id FROM sector_sightings GROUP BY player_id HAVING count(*) > ${MAX_SIGHTINGS}),
      ranked AS (
        SELECT player_id, sector_id,
               row_number() OVER (PARTITION BY player_id ORDER BY seen_at DESC, sector_id) AS place
        FROM sector_sightings JOIN crowded USING (player_id)),
      gone AS (
        DELETE FROM sector_sightings s USING ranked r
        WHERE r.place > ${MAX_SIGHTINGS} AND s.player_id = r.player_id AND s.sector_id = r.sector_id
        RETURNING 1)
      SELECT 1 FROM gone`,
  ]);
  return forgotten.length;
};
