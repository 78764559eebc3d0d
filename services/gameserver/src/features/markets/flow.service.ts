import {
  ACTIVE_PLAYER_TURNS,
  ACTIVE_PLAYER_WINDOW_MS,
  flowFactor,
  MARKET_PACE_RENEWED_AT_MS,
  marketDepth,
  paceMarket,
  settleMarket,
} from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { forEachApart } from '../../platform/for-each-apart.ts';
import type { FlowHour } from './flow.repository.ts';
import {
  countActivePlayers,
  findRegionsToRenew,
  findStationsToPace,
  lockPaces,
  writePaces,
  writeRegionFlow,
} from './flow.repository.ts';
import { toMarketRow } from './market-row.ts';
import { publishHour } from './snapshot.service.ts';

const HOUR_MS = 3_600_000;
const HOURS = 24;

/**
 * Counts the active players of every region and gives its markets the flow and the depth that follow (rule book, economy 3.1):
 * each row is first settled to the moment of the renewal at its old flow, under its lock. Once a region and
 * hour; a late run settles to the same moment as one on time, and an interrupted one goes on where it ended. Stations
 * that keep their pace are not touched; one that fails stops no other and is renewed with the next hour.
 *
 * @returns how many stations changed their pace.
 */
export const renewFlow = async (deps: Deps, nowMs: number): Promise<number> => {
  const hours = Math.floor((nowMs - MARKET_PACE_RENEWED_AT_MS) / HOUR_MS);
  const at = { day: Math.floor(hours / HOURS), hour: hours % HOURS };
  const atMs = hours * HOUR_MS + MARKET_PACE_RENEWED_AT_MS;
  let changed = 0;
  await publishHour(deps, nowMs);
  for (const { id } of await findRegionsToRenew(deps.db.sql, at)) {
    changed += await renewRegion(deps, id, at, atMs);
  }
  return changed;
};

const renewRegion = async (deps: Deps, regionId: string, at: FlowHour, atMs: number): Promise<number> => {
  const { db } = deps;
  const window = {
    fromMs: atMs - ACTIVE_PLAYER_WINDOW_MS,
    toMs: atMs,
    leastTurns: ACTIVE_PLAYER_TURNS,
  };
  const [counted] = await countActivePlayers(db.sql, regionId, window);
  const activePlayers = counted?.count ?? 0;
  const stations = await findStationsToPace(
    db.sql,
    regionId,
    flowFactor(activePlayers),
    marketDepth(activePlayers),
  );
  let changed = 0;
  await forEachApart(deps, 'market_flow', stations, async ({ stationId }) => {
    await renewStation(deps, stationId, activePlayers, atMs);
    changed += 1;
  });
  await db.write((sql) => writeRegionFlow(sql, regionId, at, activePlayers));
  return changed;
};

const renewStation = (deps: Deps, stationId: string, activePlayers: number, atMs: number): Promise<unknown> =>
  deps.db.command(async (tx) => {
    const [rows] = await tx.load(lockPaces(tx.sql, stationId));
    const renewed = rows.map((row) => {
      const base = { capacity: row.baseCapacity, flowPerHour: row.baseFlowPerHour };
      // A row somebody touched since the moment is settled already, at the old flow.
      const untilMs = Math.max(atMs, row.asOf.getTime());
      const settled = settleMarket(toMarketRow(row), stationId, untilMs, deps.keys.economy);
      return paceMarket(settled, base, activePlayers);
    });
    return tx.commit(writePaces(tx.sql, stationId, renewed));
  });
