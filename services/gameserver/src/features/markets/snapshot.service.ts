import { publicSnapshot, settleMarket } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { toMarketRow } from './market-row.ts';
import type { PricePoint } from './price-points.repository.ts';
import {
  deletePointsBefore,
  findAllMarkets,
  findAllStations,
  findLastHour,
  insertPricePoints,
} from './price-points.repository.ts';

export const HOUR_MS = 3_600_000;
/** Hourly points are kept this long (rule book, economy 6.1). */
const KEPT_HOURS = 30 * 24;

/**
 * Publishes the prices of the present hour for every station, computed from the market settled to the full
 * hour: late or repeated runs give the same points. Nothing is locked and no market row is written.
 *
 * @returns how many points were made; 0 when the hour was published before.
 */
export const publishHour = async (deps: Deps, nowMs: number): Promise<number> => {
  const hour = Math.floor(nowMs / HOUR_MS);
  const [last] = await findLastHour(deps.db.sql);
  if ((last?.hour ?? -1) >= hour) return 0;
  const [stations, markets] = await deps.db.snapshot((tx) =>
    tx.load(findAllStations(tx.sql), findAllMarkets(tx.sql)),
  );
  const rowsOf = Map.groupBy(markets, (row) => row.stationId);
  const atMs = hour * HOUR_MS;
  const points = stations.flatMap((station): PricePoint[] => {
    const rows = (rowsOf.get(station.id) ?? []).map((row) =>
      settleMarket(toMarketRow(row), station.id, atMs, deps.keys.economy),
    );
    const open = { ...station, isOwned: station.ownerPlayerId !== null };
    return publicSnapshot(open, rows, atMs).rows.map((row) => ({ stationId: station.id, hour, ...row }));
  });
  await deps.db.write((sql) => [insertPricePoints(sql, points), deletePointsBefore(sql, hour - KEPT_HOURS)]);
  return points.length;
};
