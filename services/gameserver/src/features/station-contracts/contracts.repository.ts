import type { AnyStatement, Sql } from '@sw/db';
import type { ContractState } from '@sw/rules';
import { JOB_WINDOW_MS } from '@sw/rules';
import type { ContractRow } from './contract-row.ts';

/**
 * Locks every ship a command about a contract may write: the player's active one, and the one with the sealed cargo
 * aboard, whoever flies it now. Only the locked player could have moved his contract to another ship.
 */
export const lockShipsOf = (sql: Sql, playerId: string, contractId: string) => sql<{ id: string }[]>`
  SELECT id FROM ships
  WHERE id IN ((SELECT active_ship_id FROM players WHERE id = ${playerId}),
               (SELECT ship_id FROM contracts WHERE id = ${contractId} AND player_id = ${playerId}))
  ORDER BY id FOR NO KEY UPDATE`;

/** Locks one contract: of two who reach for it one finds it taken. */
export const lockContract = (sql: Sql, contractId: string) => sql<ContractRow[]>`
  SELECT id, kind, state, station_id, target_station_id, commodity, quantity, delivered, hops, pay, goods_pay, fee,
         penalty, time_limit_h, reserved_for, player_id, ship_id, expires_at, deadline_at, ended_at
  FROM contracts WHERE id = ${contractId} FOR UPDATE`;

/** What hangs on a board for this player, the best paid first. */
export const findBoard = (sql: Sql, stationId: string, playerId: string, nowMs: number) => sql<ContractRow[]>`
  SELECT id, kind, state, station_id, target_station_id, commodity, quantity, delivered, hops, pay, goods_pay, fee,
         penalty, time_limit_h, reserved_for, player_id, ship_id, expires_at, deadline_at, ended_at
  FROM contracts
  WHERE station_id = ${stationId} AND state = 'posted' AND expires_at > ${new Date(nowMs)}
    AND (reserved_for IS NULL OR reserved_for = ${playerId})
  ORDER BY reserved_for IS NULL, pay + goods_pay DESC, id`;

/** The open contracts of a player, the most urgent first, and those that ended since a moment. */
export const findContractsOf = (sql: Sql, playerId: string, sinceMs: number) => sql<ContractRow[]>`
  SELECT id, kind, state, station_id, target_station_id, commodity, quantity, delivered, hops, pay, goods_pay, fee,
         penalty, time_limit_h, reserved_for, player_id, ship_id, expires_at, deadline_at, ended_at
  FROM contracts
  WHERE player_id = ${playerId} AND (state IN ('accepted', 'in_transit') OR ended_at > ${new Date(sinceMs)})
  ORDER BY ended_at DESC NULLS FIRST, deadline_at, id`;

/** What counts against the places of a player; his row guards all of it. */
export interface JobRow {
  readonly state: ContractState;
  readonly paidAt: Date | null;
  readonly unpaidPenalty: bigint;
}

export const findJobs = (sql: Sql, playerId: string, nowMs: number) => sql<JobRow[]>`
  SELECT state, paid_at, unpaid_penalty FROM contracts
  WHERE player_id = ${playerId}
    AND (state IN ('accepted', 'in_transit') OR paid_at > ${new Date(nowMs - JOB_WINDOW_MS)} OR unpaid_penalty > 0)`;

export const writeAccepted = (
  sql: Sql,
  contractId: string,
  playerId: string,
  nowMs: number,
  deadlineAtMs: number,
): AnyStatement =>
  sql`UPDATE contracts SET state = 'accepted', player_id = ${playerId}, accepted_at = ${new Date(nowMs)},
        deadline_at = ${new Date(deadlineAtMs)}
      WHERE id = ${contractId} AND state = 'posted'`;

/** What a player owed was paid. */
export const clearDebt = (sql: Sql, playerId: string): AnyStatement =>
  sql`UPDATE contracts SET unpaid_penalty = 0 WHERE player_id = ${playerId} AND unpaid_penalty > 0`;

export const writePickedUp = (sql: Sql, contractId: string, shipId: string): AnyStatement =>
  sql`UPDATE contracts SET state = 'in_transit', ship_id = ${shipId} WHERE id = ${contractId}`;

export const writeDelivered = (
  sql: Sql,
  contractId: string,
  delivered: number,
  isComplete: boolean,
  nowMs: number,
): AnyStatement => {
  const at = new Date(nowMs);
  return sql`
    UPDATE contracts SET delivered = ${delivered}, paid_at = ${at},
      state = CASE WHEN ${isComplete} THEN 'completed' ELSE state END, ended_at = ${isComplete ? at : null}
    WHERE id = ${contractId}`;
};

export const writeEnded = (
  sql: Sql,
  contractId: string,
  state: 'failed' | 'abandoned',
  unpaid: bigint,
  nowMs: number,
): AnyStatement =>
  sql`UPDATE contracts SET state = ${state}, ended_at = ${new Date(nowMs)}, unpaid_penalty = ${unpaid}
      WHERE id = ${contractId}`;

/** Sealed cargo comes aboard; the database refuses an over-full hold. */
export const loadSealed = (sql: Sql, shipId: string, kind: string, quantity: number): AnyStatement[] => [
  sql`INSERT INTO ship_cargo (ship_id, commodity, quantity) VALUES (${shipId}, ${kind}, ${quantity})`,
  sql`UPDATE ships SET cargo_used = cargo_used + ${quantity}, version = version + 1 WHERE id = ${shipId}`,
];

/** Sealed cargo leaves whatever ship it is in: handed over or dropped. */
export const unloadSealed = (sql: Sql, shipId: string, kind: string): AnyStatement =>
  sql`WITH gone AS (DELETE FROM ship_cargo WHERE ship_id = ${shipId} AND commodity = ${kind} RETURNING quantity)
      UPDATE ships SET cargo_used = cargo_used - gone.quantity, version = version + 1 FROM gone WHERE id = ${shipId}`;
