import type { AnyStatement, Sql } from '@sw/db';
import type { CommodityKey, Haul, SecurityTier, TurnState } from '@sw/rules';
import { NPC_VOLUME_WINDOW_MS } from '@sw/rules';
import type { StoredMarketRow } from '../markets/index.ts';
import type { NpcRow } from './npc-row.ts';

/** Regions somebody plays in: a ship there moved or was commanded since the moment, or its player is connected. */
export const findWatchedRegions = (sql: Sql, since: Date) => sql<{ regionId: string }[]>`
  SELECT DISTINCT s.region_id FROM players p JOIN ships s ON s.id = p.active_ship_id
  WHERE p.last_active_at > ${since} OR EXISTS (SELECT 1 FROM online_players o WHERE o.player_id = p.id)`;

export const countNpcs = (sql: Sql) => sql<{ regionId: string; kind: string; n: number }[]>`
  SELECT region_id, kind, count(*)::int AS n FROM npc_ships GROUP BY region_id, kind`;

/** Locks what is due in some regions; a ship another process is busy with waits for its next turn. */
export const lockDue = (sql: Sql, regionIds: readonly string[], nowMs: number, limit: number) => sql<
  NpcRow[]
>`
  SELECT id, kind, name, type, region_id, sector_id, status, station_id, turns, turns_anchor_ms, turns_frac, cargo_capacity,
         cargo, cargo_cost, haul_commodity, haul_from, haul_to, haul_quantity, course
  FROM npc_ships WHERE region_id = ANY(${[...regionIds]}::uuid[]) AND next_act_at <= ${new Date(nowMs)}
  ORDER BY next_act_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED`;

export const lockNpc = (sql: Sql, npcId: string) => sql<NpcRow[]>`
  SELECT id, kind, name, type, region_id, sector_id, status, station_id, turns, turns_anchor_ms, turns_frac, cargo_capacity,
         cargo, cargo_cost, haul_commodity, haul_from, haul_to, haul_quantity, course
  FROM npc_ships WHERE id = ${npcId} FOR UPDATE`;

export const lockIdleTraders = (sql: Sql) => sql<NpcRow[]>`
  SELECT id, kind, name, type, region_id, sector_id, status, station_id, turns, turns_anchor_ms, turns_frac, cargo_capacity,
         cargo, cargo_cost, haul_commodity, haul_from, haul_to, haul_quantity, course
  FROM npc_ships WHERE kind = 'trader' AND haul_commodity IS NULL ORDER BY id FOR UPDATE SKIP LOCKED`;

export interface NewNpc {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly type: string;
  readonly regionId: string;
  readonly sectorId: number;
  readonly stationId: string | null;
  readonly cargoCapacity: number;
  readonly nextActAtMs: number;
}

export const insertNpcs = (sql: Sql, rows: readonly NewNpc[], turns: number, nowMs: number): AnyStatement =>
  sql`INSERT INTO npc_ships (id, kind, name, type, region_id, sector_id, status, station_id, turns, turns_anchor_ms,
        cargo_capacity, next_act_at, created_at)
      SELECT d.id, d.kind, d.name, d.type, d.region_id, d.sector_id,
        CASE WHEN d.station_id IS NULL THEN 'in_space' ELSE 'docked' END, d.station_id, ${turns}::int4, ${nowMs}::int8,
        d.capacity, d.next_act_at, ${new Date(nowMs)}
      FROM unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.kind)}::text[],
        ${rows.map((row) => row.name)}::text[], ${rows.map((row) => row.type)}::text[],
        ${rows.map((row) => row.regionId)}::uuid[], ${rows.map((row) => row.sectorId)}::int4[],
        ${rows.map((row) => row.stationId) as string[]}::uuid[], ${rows.map((row) => row.cargoCapacity)}::int4[],
        ${rows.map((row) => new Date(row.nextActAtMs).toISOString())}::timestamptz[])
        AS d (id, kind, name, type, region_id, sector_id, station_id, capacity, next_act_at)`;

export interface NpcHop {
  readonly id: string;
  readonly to: number;
  readonly turns: TurnState;
  readonly nextActAtMs: number;
}

/** Flies ships one warp each, in one statement; the first sector of a course is behind them. */
export const writeHops = (sql: Sql, hops: readonly NpcHop[]): AnyStatement =>
  sql`UPDATE npc_ships n
      SET sector_id = d.sector_id, status = 'in_space', station_id = NULL, turns = d.turns, turns_anchor_ms = d.anchor_ms,
          turns_frac = d.frac, course = n.course[2:], next_act_at = d.next_act_at
      FROM unnest(${hops.map((hop) => hop.id)}::uuid[], ${hops.map((hop) => hop.to)}::int4[],
        ${hops.map((hop) => hop.turns.turns)}::int4[], ${hops.map((hop) => String(hop.turns.anchorMs))}::int8[],
        ${hops.map((hop) => String(hop.turns.frac))}::int8[],
        ${hops.map((hop) => new Date(hop.nextActAtMs).toISOString())}::timestamptz[])
        AS d (id, sector_id, turns, anchor_ms, frac, next_act_at)
      WHERE n.id = d.id`;

/** Lets ships wait. */
export const writeWaits = (sql: Sql, ids: readonly string[], untilMs: number): AnyStatement =>
  sql`UPDATE npc_ships SET next_act_at = ${new Date(untilMs)} WHERE id = ANY(${[...ids]}::uuid[])`;

/** What a trader is to carry, and its way to where that is. */
export interface NpcHaul {
  readonly npcId: string;
  readonly haul: Haul;
  readonly course: readonly number[];
  readonly nextActAtMs: number;
}

/** Gives traders something to carry, in one statement. */
export const writeHauls = (sql: Sql, hauls: readonly NpcHaul[]): AnyStatement =>
  sql`UPDATE npc_ships n
      SET haul_commodity = d.commodity, haul_from = d.from_id, haul_to = d.to_id, haul_quantity = d.quantity,
          course = string_to_array(d.course, ',')::int4[], next_act_at = d.next_act_at
      FROM unnest(${hauls.map(({ npcId }) => npcId)}::uuid[], ${hauls.map(({ haul }) => haul.commodity)}::text[],
        ${hauls.map(({ haul }) => haul.fromStationId)}::uuid[], ${hauls.map(({ haul }) => haul.toStationId)}::uuid[],
        ${hauls.map(({ haul }) => haul.quantity)}::int4[], ${hauls.map(({ course }) => course.join(','))}::text[],
        ${hauls.map(({ nextActAtMs }) => new Date(nextActAtMs).toISOString())}::timestamptz[])
        AS d (id, commodity, from_id, to_id, quantity, course, next_act_at)
      WHERE n.id = d.id`;

/** What a call at a station left: docked there, with these turns and this cargo. */
export interface NpcCall {
  readonly stationId: string;
  readonly turns: TurnState;
  readonly cargo: number;
  readonly cargoCost: bigint;
  readonly isDone: boolean;
  readonly course: readonly number[];
  readonly nextActAtMs: number;
}

export const writeCall = (sql: Sql, npcId: string, call: NpcCall): AnyStatement => {
  const { isDone } = call;
  return sql`
    UPDATE npc_ships SET status = 'docked', station_id = ${call.stationId}, turns = ${call.turns.turns},
      turns_anchor_ms = ${call.turns.anchorMs}, turns_frac = ${call.turns.frac}, cargo = ${call.cargo},
      cargo_cost = ${call.cargoCost}, course = ${[...call.course]}::int4[], next_act_at = ${new Date(call.nextActAtMs)},
      haul_commodity = CASE WHEN ${isDone}::bool THEN NULL ELSE haul_commodity END,
      haul_from = CASE WHEN ${isDone}::bool THEN NULL ELSE haul_from END,
      haul_to = CASE WHEN ${isDone}::bool THEN NULL ELSE haul_to END,
      haul_quantity = CASE WHEN ${isDone}::bool THEN NULL ELSE haul_quantity END
    WHERE id = ${npcId}`;
};

/** Every market with what moves its stock. */
export const findHaulMarkets = (sql: Sql) => sql<(StoredMarketRow & { stationId: string })[]>`
  SELECT m.station_id, m.commodity, m.direction, m.stock, m.capacity, m.target_bp, m.flow_per_hour, m.regen_acc, m.drift_bp,
         m.as_of, m.frozen_until, m.version
  FROM station_market m JOIN stations s ON s.id = m.station_id AND s.status = 'operational'
  ORDER BY m.station_id, m.commodity`;

/** Units ships without players moved at each market within the window. */
export const findNpcVolumes = (sql: Sql, nowMs: number) => sql<
  { stationId: string; commodity: CommodityKey; units: number }[]
>`
  SELECT station_id, commodity, sum(quantity)::int AS units FROM market_transaction
  WHERE npc AND at > ${new Date(nowMs - NPC_VOLUME_WINDOW_MS)} GROUP BY station_id, commodity`;

/** The same for one market; its row must be locked. */
export const findNpcVolumeAt = (sql: Sql, stationId: string, commodity: string, nowMs: number) => sql<
  { units: number }[]
>`
  SELECT coalesce(sum(quantity), 0)::int AS units FROM market_transaction
  WHERE npc AND station_id = ${stationId} AND commodity = ${commodity}
    AND at > ${new Date(nowMs - NPC_VOLUME_WINDOW_MS)}`;

/** What a station charges for docking. */
export const findDockTerms = (sql: Sql, stationId: string) =>
  sql<
    { securityTier: SecurityTier; dockingFeeBp: number }[]
  >`SELECT security_tier, docking_fee_bp FROM stations WHERE id = ${stationId}`;
