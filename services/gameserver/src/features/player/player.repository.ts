import type { AnyStatement, Sql } from '@sw/db';
import type { ConditionState, ShieldState, TurnState } from '@sw/rules';
import type { CargoRow, PlayerRow, ShipRow } from './player-row.ts';

/** Every column of a `PlayerRow`. */
const playerColumns = (sql: Sql) => sql`
  id, user_id, callsign, rank_level, rank_points, personal_reputation, aria_trust_level, first_login_state,
  newcomer_until, suspect_until, wanted_until, assisted_until, holding, epoch, active_ship_id, turns, turns_anchor_ms, turns_frac,
  lifetime_turns_spent, autopilot_until, muted_until, last_fee_waived_on, last_active_at, created_at, rev,
  sectors_visited, sectors_discovered, exploration_day, exploration_points,
  realised_profit, profit_carry, trade_day, trade_points`;

/** Locks the caller's player row: the first lock of every command of a player. */
export const lockPlayer = (sql: Sql, playerId: string) => sql<PlayerRow[]>`
  SELECT ${playerColumns(sql)}
  FROM players WHERE id = ${playerId} FOR NO KEY UPDATE`;

/** Locks players who are in one command together, in the one order. */
export const lockPlayers = (sql: Sql, playerIds: readonly string[]) => sql<PlayerRow[]>`
  SELECT ${playerColumns(sql)} FROM players
  WHERE id = ANY(${[...playerIds]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;

/** Every column of a `ShipRow`, from the table under the name `s`. */
export const shipColumns = (sql: Sql) => sql`
  s.id, s.region_id, s.registration, s.type, s.name, s.owner_id, s.sector_id, s.status, s.station_id, s.docked_at,
  s.hull, s.shields, s.shields_at, s.shields_acc, s.condition_milli, s.condition_at, s.condition_acc, s.fault,
  s.cargo_capacity, s.cargo_used, s.is_bound, s.is_loaner, s.last_combat_at,
  s.tow_ship_id, s.tow_type, s.version,
  s.engine_level, s.cargo_hold_level, s.shield_level, s.hull_level, s.sensor_level, s.drone_bay_level,
  s.genesis_containment_level, s.maintenance_system_level,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('slot', e.slot, 'item', e.item, 'level', e.level, 'paid', e.paid)
                             ORDER BY e.slot), '[]')
   FROM ship_equipment e WHERE e.ship_id = s.id) AS modules`;

/** Locks the ship the player pilots; the player row must be locked before. */
export const lockActiveShip = (sql: Sql, playerId: string) => sql<ShipRow[]>`
  SELECT ${shipColumns(sql)}
  FROM ships s WHERE s.id = (SELECT active_ship_id FROM players WHERE id = ${playerId}) FOR NO KEY UPDATE`;

/**
 * Locks the player of an account when he has been away since before `beforeMs`; answers no row, and locks none,
 * when he has not, or has not begun to play. Of racing calls the later ones find him active again.
 */
export const lockAbsentPlayer = (sql: Sql, userId: string, beforeMs: number) => sql<PlayerRow[]>`
  SELECT ${playerColumns(sql)}
  FROM players
  WHERE user_id = ${userId} AND first_login_state = 'completed' AND holding = 'here' AND last_active_at < ${new Date(beforeMs)}
  FOR NO KEY UPDATE`;

export const findPlayer = (sql: Sql, playerId: string) => sql<PlayerRow[]>`
  SELECT ${playerColumns(sql)}
  FROM players WHERE id = ${playerId}`;

export const findActiveShip = (sql: Sql, playerId: string) => sql<ShipRow[]>`
  SELECT ${shipColumns(sql)}
  FROM ships s JOIN players p ON p.active_ship_id = s.id WHERE p.id = ${playerId}`;

/** The hold of the player's active ship. */
export const findCargo = (sql: Sql, playerId: string) => sql<CargoRow[]>`
  SELECT c.commodity, c.quantity, c.avg_cost, c.rest_cost
  FROM ship_cargo c JOIN players p ON p.active_ship_id = c.ship_id
  WHERE p.id = ${playerId} AND c.quantity > 0 ORDER BY c.commodity`;

export const findWallet = (sql: Sql, playerId: string) => sql<{ balance: bigint }[]>`
  SELECT balance FROM ledger_accounts WHERE id = ${`wallet:${playerId}`}`;

export interface TurnSpending {
  readonly playerId: string;
  readonly before: TurnState;
  /** Settled to now and spent. */
  readonly after: TurnState;
  readonly spent: number;
  readonly granted?: number;
  readonly reason: string;
  readonly refType: string | null;
  readonly refId: string | null;
  readonly regionId: string | null;
  readonly nowMs: number;
}

/**
 * The only statements that change turns: the pool with everything a command changes of its player, and the
 * turn ledger. Also raises `rev` by one and notes the player as active.
 */
export const writeTurns = (sql: Sql, change: TurnSpending): AnyStatement[] => {
  const { before, after, spent, granted = 0 } = change;
  const regenerated = after.turns - before.turns + spent - granted;
  return [
    sql`UPDATE players SET turns = ${after.turns}, turns_anchor_ms = ${after.anchorMs}, turns_frac = ${after.frac},
          lifetime_turns_spent = lifetime_turns_spent + ${spent}, rev = rev + 1,
          last_active_at = ${new Date(change.nowMs)}
        WHERE id = ${change.playerId}`,
    sql`INSERT INTO turn_ledger (player_id, at, regen_added, spent, granted, balance_after, reason, ref_type, ref_id, region_id)
        VALUES (${change.playerId}, ${new Date(change.nowMs)}, ${regenerated}, ${spent}, ${granted}, ${after.turns},
          ${change.reason}, ${change.refType}, ${change.refId}, ${change.regionId})`,
  ];
};

/** Raises `rev` for a command that spends no turns. */
export const touchPlayer = (sql: Sql, playerId: string, nowMs: number): AnyStatement =>
  sql`UPDATE players SET rev = rev + 1, last_active_at = ${new Date(nowMs)} WHERE id = ${playerId}`;

/** Raises `rev` for something that happened to the player without his doing. */
export const raiseRevision = (sql: Sql, playerId: string): AnyStatement =>
  sql`UPDATE players SET rev = rev + 1 WHERE id = ${playerId}`;

export interface ShipCondition {
  readonly hull: number;
  readonly shields: ShieldState;
  readonly condition: ConditionState;
  readonly fault: string;
}

/** Flies a ship into a sector with everything the warp did to it. */
export const writeShipMove = (
  sql: Sql,
  shipId: string,
  sectorId: number,
  regionId: string,
  state: ShipCondition,
): AnyStatement =>
  sql`UPDATE ships SET sector_id = ${sectorId}, region_id = ${regionId}, hull = ${state.hull},
        shields = ${state.shields.shields}, shields_at = ${new Date(state.shields.shieldsAtMs)}, shields_acc = ${state.shields.shieldsAcc},
        condition_milli = ${state.condition.conditionMilli}, condition_at = ${new Date(state.condition.conditionAtMs)},
        condition_acc = ${state.condition.conditionAcc}, fault = ${state.fault}, version = version + 1
      WHERE id = ${shipId}`;
