import { uuidV7 } from '@sw/api-client';
import type { Database } from '@sw/db';
import { walletOf } from '@sw/rules';
import type { Operation } from '../load/drive.ts';
import type { Mover } from '../players/assign-lanes.ts';
import type { Arranger } from '../players/write-access.ts';
import type { CommandSample } from './samples.ts';
import {
  claimKey,
  keepAnswer,
  lockBalances,
  lockPlayer,
  lockShip,
  readChain,
  writeOutbox,
} from './statements.ts';

interface ChartRow {
  readonly charted: Buffer;
  readonly scanned: Buffer;
  readonly visited: Buffer;
}

const COST = 3;

/**
 * The floor of a move: every statement the command sends, between BEGIN and COMMIT, in one flush. What the
 * server computes between its two flushes is known beforehand here, so nothing has to be waited for.
 */
export const moveFloor = async (
  db: Database,
  sql: Arranger,
  movers: readonly Mover[],
  sample: CommandSample,
): Promise<Operation> => {
  const origin = uuidV7(Date.now());
  const pilots = await Promise.all(
    movers.map(async (mover) => ({ ...mover, ...(await stateOf(sql, mover)) })),
  );

  return (worker) => {
    const pilot = pilots[worker] as (typeof pilots)[number];
    pilot.flown += 1;
    const isOut = pilot.flown % 2 === 1;
    const [here, there] = isOut ? [pilot.near, pilot.far] : [pilot.far, pilot.near];
    const now = new Date();
    const claim = {
      userId: pilot.userId,
      key: uuidV7(now.getTime()),
      route: sample.route,
      bodySha256: sample.bodySha256,
    };
    pilot.turns -= COST;
    pilot.version += 1n;
    const { playerId, shipId, regionId, chart } = pilot;
    return db.write((tx) => [
      claimKey(tx, claim),
      lockPlayer(tx, playerId),
      lockShip(tx, playerId),
      tx`SELECT region_id, charted, scanned, visited, version FROM player_charts WHERE player_id = ${playerId}`,
      tx`SELECT warp_id FROM player_known_warps WHERE player_id = ${playerId}`,
      readChain(tx, playerId),
      tx`SELECT route_id, from_sector_id, to_sector_id, hops, objective, avoid, via FROM plotted_courses
         WHERE player_id = ${playerId}`,
      lockBalances(tx, [walletOf(playerId)]),
      tx`UPDATE players SET turns = ${pilot.turns}, turns_anchor_ms = ${now.getTime()}, turns_frac = ${0},
           lifetime_turns_spent = lifetime_turns_spent + ${COST}, rev = rev + 1, last_active_at = ${now}
         WHERE id = ${playerId}`,
      tx`INSERT INTO turn_ledger (player_id, at, regen_added, spent, granted, balance_after, reason, ref_type, ref_id, region_id)
         VALUES (${playerId}, ${now}, ${0}, ${COST}, ${0}, ${pilot.turns}, ${'move'}, ${'warp'}, ${String(here.warpId)}, ${regionId})`,
      tx`UPDATE ships SET sector_id = ${there.sectorId}, region_id = ${regionId}, hull = ${pilot.hull}, shields = ${pilot.shields},
           shields_at = ${now}, shields_acc = ${0}, condition_milli = ${100_000}, condition_at = ${now},
           condition_acc = ${0}, fault = ${'none'}, version = version + 1
         WHERE id = ${shipId}`,
      tx`INSERT INTO player_charts AS c (player_id, region_id, charted, scanned, visited, version)
         VALUES (${playerId}, ${regionId}, ${chart.charted}, ${chart.scanned}, ${chart.visited}, ${String(pilot.version)})
         ON CONFLICT (player_id, region_id) DO UPDATE
         SET charted = excluded.charted, scanned = excluded.scanned, visited = excluded.visited, version = excluded.version`,
      tx`INSERT INTO sector_sightings AS s (player_id, sector_id, seen_at, chart_version)
         VALUES (${playerId}, ${there.sectorId}, ${now}, ${String(pilot.version)})
         ON CONFLICT (player_id, sector_id) DO UPDATE SET seen_at = excluded.seen_at, chart_version = excluded.chart_version`,
      writeOutbox(tx, origin, sample, playerId),
      keepAnswer(tx, claim, sample.response),
    ]);
  };
};

const stateOf = async (sql: Arranger, mover: Mover) => {
  const [chart] = await sql<ChartRow[]>`
    SELECT charted, scanned, visited FROM player_charts WHERE region_id = ${mover.regionId} LIMIT 1`;
  const [row] = await sql<{ turns: number; hull: number; shields: number }[]>`
    SELECT p.turns, s.hull, s.shields FROM players p JOIN ships s ON s.id = p.active_ship_id
    WHERE p.id = ${mover.playerId}`;
  if (chart === undefined || row === undefined) throw new Error(`${mover.name} cannot fly`);
  return { chart, ...row, flown: 0, version: 1_000n };
};
