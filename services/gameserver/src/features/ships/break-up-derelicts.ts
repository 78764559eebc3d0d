import type { Database } from '@sw/db';
import { DERELICT_LIFE_MS } from '@sw/rules';

/**
 * Derelicts nobody claimed for a week break up with all that is aboard; how many did. One statement: whoever claims a
 * ship at the same moment either has it or finds it gone.
 */
export const breakUpDerelicts = async (db: Database, nowMs: number): Promise<number> => {
  const at = new Date(nowMs);
  const before = new Date(nowMs - DERELICT_LIFE_MS);
  const [gone] = await db.write((sql) => [
    sql`
      WITH gone AS (
        UPDATE ships SET status = 'destroyed', owner_id = former_owner_id, derelict_at = NULL, hull = 0, shields = 0,
          cargo_used = 0, version = version + 1
        WHERE status = 'derelict' AND owner_id IS NULL AND derelict_at < ${before} RETURNING id),
      emptied AS (DELETE FROM ship_cargo c USING gone WHERE c.ship_id = gone.id)
      INSERT INTO ship_registry_event (id, ship_id, kind, at)
      SELECT gen_random_uuid(), id, 'scrapped', ${at} FROM gone RETURNING 1`,
  ]);
  return gone.length;
};
