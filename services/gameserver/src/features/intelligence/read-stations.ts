import type { Deps } from '../../deps.ts';
import type { SeenStation } from '../markets/index.ts';
import { findMarketsOf, findStations } from '../markets/index.ts';

/** Rows of some stations, to price them for one player. */
export const readStations = async (deps: Deps, stationIds: Iterable<string>): Promise<SeenStation[]> => {
  const ids = [...stationIds];
  if (ids.length === 0) return [];
  const [stations, markets] = await deps.db.snapshot((tx) =>
    tx.load(findStations(tx.sql, ids), findMarketsOf(tx.sql, ids)),
  );
  const rows = Map.groupBy(markets, (row) => row.stationId);
  return stations.map((station) => ({ station, markets: rows.get(station.id) ?? [] }));
};
