import type { Database } from '@sw/db';
import { publicSnapshot, settleMarket } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { toMarketRow } from './market-row.ts';
import type { PricePoint } from './price-points.repository.ts';
import {
  findAllMarkets,
  findAllStations,
  findLastHour,
  insertPricePoints,
} from './price-points.repository.ts';

export const HOUR_MS = 3_600_000;

/** What this process knows of the last hour it saw published, by database: asked before every public price. */
const published = new WeakMap<Database, { readonly hour: number; readonly points: Promise<number> }>();

/**
 * Publishes the prices of the present hour for every station, as the markets stood at the full hour. Whatever changes a
 * market asks for this first, and waits: so what was traded since is never in it, however late it is made (rule book,
 * economy 4.4). Nothing is locked and no market row is written. Askers at the same time share one run, and where the
 * hour is published already nothing is asked of the database.
 *
 * @returns how many points were made; 0 when the hour was published before.
 */
export const publishHour = async (deps: Deps, nowMs: number): Promise<number> => {
  const hour = Math.floor(nowMs / HOUR_MS);
  const known = published.get(deps.db);
  if (known?.hour === hour) {
    await known.points;
    return 0;
  }
  const points = publish(deps, hour);
  published.set(deps.db, { hour, points });
  try {
    return await points;
  } catch (error) {
    published.delete(deps.db);
    throw error;
  }
};

const publish = async (deps: Deps, hour: number): Promise<number> => {
  const [last] = await findLastHour(deps.db.sql);
  if ((last?.hour ?? -1) >= hour) return 0;
  const atMs = hour * HOUR_MS;
  const [stations, markets] = await deps.db.snapshot((tx) =>
    tx.load(findAllStations(tx.sql), findAllMarkets(tx.sql)),
  );
  const rowsOf = Map.groupBy(markets, (row) => row.stationId);
  const points = stations.flatMap((station): PricePoint[] => {
    const rows = (rowsOf.get(station.id) ?? []).map((row) =>
      settleMarket(toMarketRow(row), station.id, atMs, deps.keys.economy),
    );
    const open = { ...station, isOwned: station.ownerPlayerId !== null };
    return publicSnapshot(open, rows, atMs).rows.map((row) => ({ stationId: station.id, hour, ...row }));
  });
  await deps.db.write((sql) => [insertPricePoints(sql, points)]);
  return points.length;
};
