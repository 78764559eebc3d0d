import type { AnyStatement, Sql } from '@sw/db';
import type { PlayerSettings } from './default-settings.ts';

export interface SettingsRow {
  /** Language of the account, the default of the settings. */
  readonly locale: string;
  /** Null until something was changed. */
  readonly settings: Readonly<Record<string, unknown>> | null;
  readonly rev: number | null;
}

/** The record of a player; the caller locks the player row first when he means to change it. */
export const findSettings = (sql: Sql, playerId: string) =>
  sql<SettingsRow[]>`
    SELECT u.locale, s.settings, s.rev
    FROM players p JOIN users u ON u.id = p.user_id LEFT JOIN player_settings s ON s.player_id = p.id
    WHERE p.id = ${playerId}`;

export const writeSettings = (
  sql: Sql,
  playerId: string,
  settings: PlayerSettings,
  rev: number,
): AnyStatement =>
  sql`INSERT INTO player_settings (player_id, settings, rev) VALUES (${playerId}, ${sql.json(settings)}, ${rev})
      ON CONFLICT (player_id) DO UPDATE SET settings = excluded.settings, rev = excluded.rev`;

/** The account speaks the language its player chose, also before he signs in somewhere else. */
export const updateLocale = (sql: Sql, playerId: string, locale: string): AnyStatement =>
  sql`UPDATE users SET locale = ${locale} WHERE id = (SELECT user_id FROM players WHERE id = ${playerId})`;
