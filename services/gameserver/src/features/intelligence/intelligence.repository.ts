import type { AnyStatement, Sql } from '@sw/db';

/** Where a player bought live prices that are still told to him. */
export const findIntelligence = (sql: Sql, playerId: string, at: Date) => sql<
  { stationId: string; until: Date }[]
>`
  SELECT station_id, until FROM market_intelligence WHERE player_id = ${playerId} AND until > ${at}`;

export const writeIntelligence = (sql: Sql, playerId: string, stationId: string, until: Date): AnyStatement =>
  sql`INSERT INTO market_intelligence (player_id, station_id, until) VALUES (${playerId}, ${stationId}, ${until})
      ON CONFLICT (player_id, station_id) DO UPDATE SET until = excluded.until`;
