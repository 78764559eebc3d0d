import type { AnyStatement, Sql } from '@sw/db';

/* The statements that both commands of the floor begin and end with, as the game server words them. */

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
             lifetime_turns_spent, autopilot_until, muted_until, last_fee_waived_on, last_active_at, created_at, rev
      FROM players WHERE id = ${playerId} FOR NO KEY UPDATE`;

export const lockShip = (sql: Sql, playerId: string): AnyStatement =>
  sql`SELECT s.id, s.region_id, s.registration, s.type, s.name, s.owner_id, s.sector_id, s.status, s.station_id,
             s.docked_at, s.hull, s.shields, s.shields_at, s.shields_acc, s.condition_milli, s.condition_at,
             s.condition_acc, s.fault, s.cargo_capacity, s.cargo_used, s.is_bound, s.is_loaner, s.last_combat_at, s.version
      FROM ships s WHERE s.id = (SELECT active_ship_id FROM players WHERE id = ${playerId}) FOR NO KEY UPDATE`;

export const readChain = (sql: Sql, playerId: string): AnyStatement =>
  sql`SELECT steps, targets, progress, done, skipped, finished_at FROM first_ship_chains WHERE player_id = ${playerId}`;

export const lockBalances = (sql: Sql, accounts: readonly string[]): AnyStatement =>
  sql`SELECT id, balance FROM ledger_accounts WHERE id = ANY(${[...accounts]}) ORDER BY id FOR UPDATE`;

export const writeOutbox = (sql: Sql, origin: string, events: unknown): AnyStatement =>
  sql`INSERT INTO event_outbox (origin, created_at, events) VALUES (${origin}, ${new Date()}, ${sql.json(events as never)})`;

export const keepAnswer = (
  sql: Sql,
  claim: { userId: string; key: string },
  response: string,
): AnyStatement =>
  sql`UPDATE idempotency_keys SET status = ${200}, response = ${response}
      WHERE user_id = ${claim.userId} AND key = ${claim.key}`;
