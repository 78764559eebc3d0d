import type { AnyStatement, Sql } from '@sw/db';

export type CooldownKind = 'recall' | 'nebula_harvest';

export interface CooldownRow {
  readonly kind: CooldownKind;
  readonly until: Date;
}

/** Until when something has to wait; the player row guards it against change. */
export const findCooldowns = (sql: Sql, playerId: string) => sql<CooldownRow[]>`
  SELECT kind, until FROM cooldowns WHERE player_id = ${playerId}`;

export const writeCooldown = (
  sql: Sql,
  playerId: string,
  kind: CooldownKind,
  untilMs: number,
): AnyStatement =>
  sql`INSERT INTO cooldowns (player_id, kind, until) VALUES (${playerId}, ${kind}, ${new Date(untilMs)})
      ON CONFLICT (player_id, kind) DO UPDATE SET until = excluded.until`;

/** The moment of one kind, in milliseconds; null = it need not wait. */
export const untilOf = (rows: readonly CooldownRow[], kind: CooldownKind): number | null =>
  rows.find((row) => row.kind === kind)?.until.getTime() ?? null;
