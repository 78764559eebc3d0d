import type { AnyStatement, Sql } from '@sw/db';

/** What of a player belongs to the server that plays him, and does not travel. */
const STAYS = ['active_ship_id', 'holding', 'epoch', 'autopilot_until'];

/**
 * Packs a player, the ship he flies, what is in it and his settings into the journey, as one text the other server's
 * database reads (rule book, world 12.1). Amounts never pass through a number of this process.
 */
export const packFreight = (sql: Sql, id: string, playerId: string): AnyStatement => sql`
  UPDATE journeys j SET payload = f.payload, payload_sha256 = sha256(convert_to(f.payload, 'UTF8'))
  FROM (
    SELECT jsonb_build_object(
      'user', jsonb_build_object('id', u.id, 'username', u.username, 'locale', u.locale, 'created_at', u.created_at),
      'player', to_jsonb(p) - ${STAYS}::text[],
      'settings', (SELECT settings FROM player_settings WHERE player_id = p.id),
      'ship', to_jsonb(s),
      'cargo', (SELECT coalesce(jsonb_agg(to_jsonb(c)), '[]') FROM ship_cargo c WHERE c.ship_id = s.id),
      'equipment', (SELECT coalesce(jsonb_agg(to_jsonb(e)), '[]') FROM ship_equipment e WHERE e.ship_id = s.id)
    )::text AS payload
    FROM players p JOIN users u ON u.id = p.user_id JOIN ships s ON s.id = p.active_ship_id
    WHERE p.id = ${playerId}) f
  WHERE j.id = ${id}`;

/** Takes what was packed away from here: the ship keeps its place in the register, and nothing else stays. */
export const clearFreight = (sql: Sql, id: string, playerId: string, shipId: string): AnyStatement[] => [
  sql`DELETE FROM ship_cargo WHERE ship_id = ${shipId}`,
  sql`DELETE FROM ship_equipment WHERE ship_id = ${shipId}`,
  sql`UPDATE ships SET status = 'destroyed', station_id = NULL, docked_at = NULL, cargo_used = 0, journey_id = ${id},
        version = version + 1
      WHERE id = ${shipId}`,
  sql`UPDATE players SET holding = 'leaving', active_ship_id = NULL, autopilot_until = NULL, turns = 0, rev = rev + 1
      WHERE id = ${playerId}`,
];

/** A line of the turn ledger for turns that come or go with their player. */
export const noteTurns = (
  sql: Sql,
  playerId: string,
  change: {
    readonly spent: number;
    readonly granted: number;
    readonly after: number;
    readonly journeyId: string;
    readonly nowMs: number;
  },
): AnyStatement => sql`
  INSERT INTO turn_ledger (player_id, at, regen_added, spent, granted, balance_after, reason, ref_type, ref_id)
  VALUES (${playerId}, ${new Date(change.nowMs)}, 0, ${change.spent}, ${change.granted}, ${change.after}, 'journey',
    'journey', ${change.journeyId})`;

/** Where the ship comes out; null puts it back where it was. */
export interface ExitPoint {
  readonly sectorId: number;
  readonly regionId: string;
}

/** Unpacks the ship with what is in it. Its place in the register may be here already. */
export const unpackShip = (sql: Sql, payload: string, exit: ExitPoint | null): AnyStatement[] => [
  sql`SELECT restore_row('ships', (${payload}::text::jsonb -> 'ship')
        || '{"journey_id": null, "tow_ship_id": null, "tow_type": null, "former_owner_id": null}'::jsonb
        || CASE WHEN ${exit === null} THEN '{}'::jsonb ELSE jsonb_build_object('sector_id', ${exit?.sectorId ?? null}::int,
             'region_id', ${exit?.regionId ?? null}::uuid, 'status', 'in_space', 'station_id', null, 'docked_at', null) END)`,
  sql`INSERT INTO ship_cargo SELECT * FROM jsonb_populate_recordset(NULL::ship_cargo, ${payload}::text::jsonb -> 'cargo')`,
  sql`INSERT INTO ship_equipment
      SELECT * FROM jsonb_populate_recordset(NULL::ship_equipment, ${payload}::text::jsonb -> 'equipment')`,
];

/** Unpacks a player who arrives: his account without any secret, himself under a new epoch, his settings. */
export const unpackPlayer = (sql: Sql, payload: string, epoch: bigint): AnyStatement[] => [
  sql`INSERT INTO users (id, username, locale, created_at)
      SELECT u.id, u.username, u.locale, u.created_at
      FROM jsonb_populate_record(NULL::users, ${payload}::text::jsonb -> 'user') u
      ON CONFLICT (id) DO UPDATE SET locale = excluded.locale`,
  sql`SELECT restore_row('players', (${payload}::text::jsonb -> 'player') || jsonb_build_object('holding', 'here',
        'epoch', ${epoch}::bigint, 'active_ship_id', ${payload}::text::jsonb #>> '{ship,id}',
        'rev', (${payload}::text::jsonb #>> '{player,rev}')::bigint + 2))`,
  sql`INSERT INTO player_settings (player_id, settings)
      SELECT (${payload}::text::jsonb #>> '{player,id}')::uuid, ${payload}::text::jsonb -> 'settings'
      WHERE jsonb_typeof(${payload}::text::jsonb -> 'settings') = 'object'
      ON CONFLICT (player_id) DO UPDATE SET settings = excluded.settings, rev = player_settings.rev + 1`,
];
