import type { AnyStatement, Sql } from '@sw/db';

/* The statements that both commands of the floor begin and end with, as the game server words them. */

/** A line of a player's event log. */
export interface LogLine {
  readonly category: string;
  readonly type: string;
  readonly data: unknown;
}

export const claimKey = (
  sql: Sql,
  claim: { userId: string; key: string; route: string; bodySha256: Buffer },
): AnyStatement =>
  sql`INSERT INTO idempotency_keys (user_id, key, route, body_sha256, created_at)
      VALUES (${claim.userId}, ${claim.key}, ${claim.route}, ${claim.bodySha256}, ${new Date()})
      ON CONFLICT DO NOTHING RETURNING 1 AS one`;

export const lockPlayer = (sql: Sql, playerId: string): AnyStatement =>
  sql`SELECT id, user_id, callsign, rank_level, rank_points, personal_reputation, aria_trust_level, first_login_state,
             newcomer_until, suspect_until, wanted_until, active_ship_id, turns, turns_anchor_ms, turns_frac,
             lifetime_turns_spent, autopilot_until, muted_until, last_fee_waived_on, last_active_at, created_at, rev,
             sectors_visited, sectors_discovered, exploration_day, exploration_points,
             realised_profit, profit_carry, trade_day, trade_points
      FROM players WHERE id = ${playerId} FOR NO KEY UPDATE`;

export const lockShip = (sql: Sql, playerId: string): AnyStatement =>
  sql`SELECT s.id, s.region_id, s.registration, s.type, s.name, s.owner_id, s.sector_id, s.status, s.station_id,
             s.docked_at, s.hull, s.shields, s.shields_at, s.shields_acc, s.condition_milli, s.condition_at,
             s.condition_acc, s.fault, s.cargo_capacity, s.cargo_used, s.is_bound, s.is_loaner, s.last_combat_at,
             s.tow_ship_id, s.tow_type, s.version,
             s.engine_level, s.cargo_hold_level, s.shield_level, s.hull_level, s.sensor_level, s.drone_bay_level,
             s.genesis_containment_level, s.maintenance_system_level,
             (SELECT coalesce(jsonb_agg(jsonb_build_object('slot', e.slot, 'item', e.item, 'level', e.level, 'paid', e.paid)
                                        ORDER BY e.slot), '[]')
              FROM ship_equipment e WHERE e.ship_id = s.id) AS modules
      FROM ships s WHERE s.id = (SELECT active_ship_id FROM players WHERE id = ${playerId}) FOR NO KEY UPDATE`;

export const readChain = (sql: Sql, playerId: string): AnyStatement =>
  sql`SELECT steps, targets, progress, done, skipped, finished_at FROM first_ship_chains WHERE player_id = ${playerId}`;

export const lockBalances = (sql: Sql, accounts: readonly string[]): AnyStatement =>
  sql`SELECT id, balance FROM ledger_accounts WHERE id = ANY(${[...accounts]}) ORDER BY id FOR UPDATE`;

/** Events for those who listen, and what of them stays in the event log of the player himself. */
export const writeOutbox = (
  sql: Sql,
  origin: string,
  sample: { readonly events: unknown; readonly log: readonly LogLine[] },
  playerId: string,
): AnyStatement => {
  const now = new Date();
  const told = sql`
    INSERT INTO event_outbox (origin, created_at, events) VALUES (${origin}, ${now}, ${sql.json(sample.events as never)})`;
  if (sample.log.length === 0) return told;
  return sql`
    WITH told AS (${told})
    INSERT INTO player_log (player_id, at, category, type, data, is_away)
    SELECT ${playerId}::uuid, ${now}, d.category, d.type, d.data,
           NOT EXISTS (SELECT 1 FROM online_players o WHERE o.player_id = ${playerId}::uuid)
    FROM jsonb_to_recordset(${sql.json(sample.log as never)}) AS d (category text, type text, data jsonb)`;
};

export const keepAnswer = (
  sql: Sql,
  claim: { userId: string; key: string },
  response: string,
): AnyStatement =>
  sql`UPDATE idempotency_keys SET status = ${200}, response = ${response}
      WHERE user_id = ${claim.userId} AND key = ${claim.key}`;
