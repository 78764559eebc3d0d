import type { Sql } from '@sw/db';
import { burnsDown } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import type { FleetChange, FleetMoment } from './fleet-moment.ts';
import { loseShip } from './lose-ship.ts';
import { changeFleet } from './run-fleet-command.ts';

const BATCH = 200;

const findBurnt = (sql: Sql, now: Date) => sql<{ ownerId: string }[]>`
  SELECT DISTINCT owner_id FROM ships WHERE fuse_at <= ${now} AND owner_id IS NOT NULL LIMIT ${BATCH}`;

const findLost = (sql: Sql, now: Date) => sql<{ id: string }[]>`
  SELECT id FROM ships WHERE fuse_at <= ${now} AND owner_id IS NULL LIMIT ${BATCH}`;

/**
 * Blows up the ships whose fuse has burnt down while they were flown in space; any other fuse went out. How many were
 * destroyed. Each owner in a transaction of its own: whoever stops a fuse at the same moment has either stopped it or not.
 */
export const burnFuses = async (deps: Deps, nowMs: number): Promise<number> => {
  const now = new Date(nowMs);
  let gone = 0;
  for (const { ownerId } of await findBurnt(deps.db.sql, now)) {
    const change = await changeFleet(deps, ownerId, nowMs, burn);
    if (change?.activeId !== undefined) gone += 1;
  }
  const lost = await findLost(deps.db.sql, now);
  if (lost.length > 0) {
    const ids = lost.map(({ id }) => id);
    await deps.db.write((sql) => [
      sql`UPDATE ships SET fuse_at = NULL WHERE id = ANY(${ids}::uuid[]) AND owner_id IS NULL`,
    ]);
  }
  return gone;
};

const burn = (moment: FleetMoment): FleetChange | null => {
  const { active, entries, nowMs } = moment;
  if (burnsDown(active.ship, nowMs)) {
    return loseShip({ ...moment, target: active }, { cause: 'self_destruct', isOwnFault: true });
  }
  const out = [...entries.values()]
    .map(({ row }) => row)
    .filter(({ fuseAt }) => fuseAt !== null && fuseAt.getTime() <= nowMs);
  const [first] = out;
  return first === undefined
    ? null
    : { shipId: first.id, changed: out.map((row) => ({ ...row, fuseAt: null })) };
};
