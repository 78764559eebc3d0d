import type { Sql } from '@sw/db';

/** The price level of the warehouse of a station. */
export const findWarehousePrice = (sql: Sql, stationId: string) => sql<{ warehouseBp: number }[]>`
  SELECT warehouse_bp FROM stations WHERE id = ${stationId}`;
