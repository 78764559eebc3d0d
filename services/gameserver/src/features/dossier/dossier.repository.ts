import type { Sql } from '@sw/db';

/** How many of a player's latest acts are looked through: a career of years must not make a dossier slow. */
const SEARCHED = 5_000;

/** Turns a player spent on a sector: warps into it, scans and harvests in it, docking at its stations. */
export const findTurnsSpentOn = (
  sql: Sql,
  playerId: string,
  refs: {
    readonly sectorId: number;
    readonly warpIds: readonly number[];
    readonly stationIds: readonly string[];
  },
  limit: number,
) => sql<{ at: Date; reason: string; spent: number }[]>`
  SELECT at, reason, spent FROM (
    SELECT id, at, reason, spent, ref_type, ref_id FROM turn_ledger
    WHERE player_id = ${playerId} AND spent > 0 ORDER BY id DESC LIMIT ${SEARCHED}) AS newest
  WHERE ((ref_type = 'sector' AND ref_id = ${String(refs.sectorId)})
    OR (ref_type = 'warp' AND ref_id = ANY(${refs.warpIds.map(String)}))
    OR (ref_type = 'station' AND ref_id = ANY(${[...refs.stationIds]})))
  ORDER BY id DESC LIMIT ${limit}`;

/** A player's trades at some stations, newest first. */
export const findTradesAt = (sql: Sql, playerId: string, stationIds: readonly string[], limit: number) => sql<
  { at: Date; side: 'buy' | 'sell'; commodity: string; quantity: number; net: bigint }[]
>`
  SELECT at, side, commodity, quantity, net FROM (
    SELECT id, at, station_id, side, commodity, quantity, net FROM market_transaction
    WHERE player_id = ${playerId} ORDER BY at DESC, id DESC LIMIT ${SEARCHED}) AS newest
  WHERE station_id = ANY(${[...stationIds]}::uuid[])
  ORDER BY at DESC, id DESC LIMIT ${limit}`;

/** Landmarks the player has found, as far as they are among some. */
export const findFoundLandmarks = (sql: Sql, playerId: string, formationIds: readonly string[]) => sql<
  { formationId: string; foundAt: Date; credits: bigint }[]
>`
  SELECT formation_id, found_at, credits FROM player_formations
  WHERE player_id = ${playerId} AND formation_id = ANY(${[...formationIds]}::uuid[])`;

/** Who was the first of all in a sector. */
export const findDiscoverer = (sql: Sql, sectorId: number) => sql<
  { playerId: string; name: string; at: Date; namedAt: Date | null }[]
>`
  SELECT p.id AS player_id, p.callsign AS name, s.discovered_at AS at, s.named_at
  FROM sectors s JOIN players p ON p.id = s.discovered_by WHERE s.id = ${sectorId} AND p.callsign IS NOT NULL`;
