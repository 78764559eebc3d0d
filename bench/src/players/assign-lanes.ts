import type { Player } from './sign-in.ts';
import type { Arranger } from './write-access.ts';

/** A player who flies to and fro on one lane. */
export interface Mover extends Player {
  readonly shipId: string;
  readonly regionId: string;
  readonly near: Lane;
  readonly far: Lane;
}

/** One end of the lane and the warp that leads away from it. */
export interface Lane {
  readonly sectorId: number;
  readonly warpId: number;
}

interface LaneRow {
  readonly regionId: string;
  readonly fromSectorId: number;
  readonly toSectorId: number;
  readonly outId: bigint;
  readonly backId: bigint;
}

const PLENTY_OF_TURNS = 100_000_000;
/** Entering such a sector costs no hull. */
const HARMLESS = 3;

/**
 * Puts every player on a two-way lane of his own between harmless sectors, in space and with turns that do
 * not run out: what is measured is the command, not the rule that would stop it.
 */
export const assignLanes = async (sql: Arranger, players: readonly Player[]): Promise<Mover[]> => {
  const lanes = await sql<LaneRow[]>`
    SELECT a.region_id, o.from_sector_id, o.to_sector_id, o.id AS out_id, r.id AS back_id
    FROM warps o
    JOIN warps r ON r.link_id = o.link_id AND r.from_sector_id = o.to_sector_id
    JOIN sectors a ON a.id = o.from_sector_id
    JOIN sectors b ON b.id = o.to_sector_id
    WHERE o.kind = 'lane' AND NOT o.hidden AND o.from_sector_id < o.to_sector_id AND a.region_id = b.region_id
      AND a.hazard <= ${HARMLESS} AND b.hazard <= ${HARMLESS} AND a.type = 'standard' AND b.type = 'standard'
    ORDER BY o.id`;
  const movers: Mover[] = [];
  const taken = new Set<number>();
  for (const lane of lanes) {
    const player = players[movers.length];
    if (player === undefined) break;
    if (taken.has(lane.fromSectorId) || taken.has(lane.toSectorId)) continue;
    taken.add(lane.fromSectorId).add(lane.toSectorId);
    const [ship] = await sql<{ id: string }[]>`
      UPDATE ships SET sector_id = ${lane.fromSectorId}, region_id = ${lane.regionId}, status = 'in_space',
        station_id = NULL, docked_at = NULL
      WHERE owner_id = ${player.playerId} RETURNING id`;
    if (ship === undefined) throw new Error(`${player.name} has no ship`);
    movers.push({
      ...player,
      shipId: ship.id,
      regionId: lane.regionId,
      near: { sectorId: lane.fromSectorId, warpId: Number(lane.outId) },
      far: { sectorId: lane.toSectorId, warpId: Number(lane.backId) },
    });
  }
  if (movers.length < players.length) throw new Error('the galaxy has too few lanes');
  await settle(sql, movers);
  return movers;
};

/**
 * Turns without end, granted through their ledger so that the audit still agrees; every sector known, as for
 * somebody who has played for long; no starter chain, which would make some commands do more than others.
 */
const settle = async (sql: Arranger, movers: readonly Mover[]): Promise<void> => {
  const ids = movers.map(({ playerId }) => playerId);
  await sql.begin(async (tx) => {
    await tx`UPDATE players SET turns = turns + ${PLENTY_OF_TURNS} WHERE id = ANY(${ids}::uuid[])`;
    await tx`
      INSERT INTO turn_ledger (player_id, at, regen_added, spent, granted, balance_after, reason)
      SELECT id, now(), 0, 0, ${PLENTY_OF_TURNS}, turns, 'admin' FROM players WHERE id = ANY(${ids}::uuid[])`;
    await tx`
      INSERT INTO player_charts (player_id, region_id, charted, scanned, visited)
      SELECT p.id, r.id, f.bits, f.bits, f.bits
      FROM players p, regions r, LATERAL (
        SELECT decode(repeat('ff', (r.sector_count + 7) / 8), 'hex') AS bits) AS f
      WHERE p.id = ANY(${ids}::uuid[])
      ON CONFLICT (player_id, region_id) DO UPDATE
      SET charted = excluded.charted, scanned = excluded.scanned, visited = excluded.visited`;
    await tx`UPDATE first_ship_chains SET finished_at = began_at WHERE player_id = ANY(${ids}::uuid[])`;
  });
};
