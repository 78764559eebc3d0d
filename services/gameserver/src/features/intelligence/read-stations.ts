import type { Tx } from '@sw/db';
import type { Deps } from '../../deps.ts';
import type { SeenStation } from '../markets/index.ts';
import { findMarketsOf, findStations } from '../markets/index.ts';

/** Rows of some stations, to price them for one player. */
export const readStations = async (deps: Deps, stationIds: Iterable<string>): Promise<SeenStation[]> => {
  const ids = [...stationIds];
  if (ids.length === 0) return [];
  return deps.db.snapshot((tx) => loadStations(tx, ids));
};

/** The same inside a transaction, over its own connection. */
export const loadStations = async (
  tx: Pick<Tx, 'load' | 'sql'>,
  stationIds: readonly string[],
): Promise<SeenStation[]> => {
  if (stationIds.length === 0) return [];
  const [stations, markets] = await tx.load(
    findStations(tx.sql, stationIds),
    findMarketsOf(tx.sql, stationIds),
  );
  const rows = Map.groupBy(markets, (row) => row.stationId);
  return stations.map((station) => ({ station, markets: rows.get(station.id) ?? [] }));
};
