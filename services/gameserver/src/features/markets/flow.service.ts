import { settleMarket } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import type { FlowHour } from './flow.repository.ts';
import {
  countActivePlayers,
  findRegionsToRenew,
  findStationsWithOtherFlow,
  lockFlows,
  writeFlows,
  writeRegionFlow,
} from './flow.repository.ts';
import { toMarketRow } from './market-row.ts';
import { writeMarkets } from './markets.repository.ts';

const HOUR_MS = 3_600_000;
const HOURS = 24;
const DAY_MS = HOURS * HOUR_MS;
/** Flow is renewed at five past every hour, whenever the job runs (docs/rule-changes.md). */
const RENEWED_AT_MS = 5 * 60_000;
const ACTIVE_WINDOW_MS = 7 * DAY_MS;
const ACTIVE_TURNS = 20;

/**
 * Counts the active players of every region and gives its markets the flow that follows (rule book, economy 3.1):
 * each row is first settled to the moment of the renewal at its old flow, under its lock. Once a region and
 * hour; a late run settles to the same moment as one on time, and an interrupted one goes on where it ended. Stations
 * that keep their pace are not touched.
 *
 * @returns how many stations changed their pace.
 */
export const renewFlow = async (deps: Deps, nowMs: number): Promise<number> => {
  const hours = Math.floor((nowMs - RENEWED_AT_MS) / HOUR_MS);
  const at = { day: Math.floor(hours / HOURS), hour: hours % HOURS };
  const atMs = hours * HOUR_MS + RENEWED_AT_MS;
  let changed = 0;
  for (const { id } of await findRegionsToRenew(deps.db.sql, at)) {
    changed += await renewRegion(deps, id, at, atMs);
  }
  return changed;
};

const renewRegion = async (deps: Deps, regionId: string, at: FlowHour, atMs: number): Promise<number> => {
  const { db } = deps;
  const window = { fromMs: atMs - ACTIVE_WINDOW_MS, toMs: atMs, leastTurns: ACTIVE_TURNS };
  const [counted] = await countActivePlayers(db.sql, regionId, window);
  const activePlayers = counted?.count ?? 0;
  const factor = Math.max(1, activePlayers);
  const stations = await findStationsWithOtherFlow(db.sql, regionId, factor);
  for (const { stationId } of stations) await renewStation(deps, stationId, factor, atMs);
  await db.write((sql) => writeRegionFlow(sql, regionId, at, activePlayers));
  return stations.length;
};

const renewStation = (deps: Deps, stationId: string, factor: number, atMs: number): Promise<unknown> =>
  deps.db.command(async (tx) => {
    const [rows] = await tx.load(lockFlows(tx.sql, stationId));
    // A row somebody touched since the moment is settled already, at the old flow.
    const settled = rows.map((row) =>
      settleMarket(toMarketRow(row), stationId, Math.max(atMs, row.asOf.getTime()), deps.keys.economy),
    );
    return tx.commit(writeMarkets(tx.sql, stationId, settled), writeFlows(tx.sql, stationId, factor));
  });
