import type { AnyStatement, Sql } from '@sw/db';
import type { MarkKind } from '@sw/rules';

export interface BookmarkRow {
  readonly sectorId: number;
  readonly label: string;
  readonly colour: number;
}

export interface NoteRow {
  readonly sectorId: number;
  readonly text: string;
  readonly updatedAt: Date;
}

export const findBookmarks = (sql: Sql, playerId: string) => sql<BookmarkRow[]>`
  SELECT sector_id, label, colour FROM bookmarks WHERE player_id = ${playerId} ORDER BY sector_id`;

export const findNotes = (sql: Sql, playerId: string) => sql<NoteRow[]>`
  SELECT sector_id, text, updated_at FROM sector_notes WHERE player_id = ${playerId} ORDER BY sector_id`;

/** The sectors every course of a player goes round. */
export const findAvoided = (sql: Sql, playerId: string) => sql<{ sectorId: number }[]>`
  SELECT sector_id FROM avoided_sectors WHERE player_id = ${playerId} ORDER BY sector_id`;

export const writeBookmark = (sql: Sql, playerId: string, mark: BookmarkRow): AnyStatement =>
  sql`INSERT INTO bookmarks (player_id, sector_id, label, colour)
      VALUES (${playerId}, ${mark.sectorId}, ${mark.label}, ${mark.colour})
      ON CONFLICT (player_id, sector_id) DO UPDATE SET label = excluded.label, colour = excluded.colour`;

export const writeNote = (sql: Sql, playerId: string, note: NoteRow): AnyStatement =>
  sql`INSERT INTO sector_notes (player_id, sector_id, text, updated_at)
      VALUES (${playerId}, ${note.sectorId}, ${note.text}, ${note.updatedAt})
      ON CONFLICT (player_id, sector_id) DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at`;

export const writeAvoided = (sql: Sql, playerId: string, sectorId: number): AnyStatement =>
  sql`INSERT INTO avoided_sectors (player_id, sector_id) VALUES (${playerId}, ${sectorId}) ON CONFLICT DO NOTHING`;

const TABLES = { bookmark: 'bookmarks', note: 'sector_notes', avoid: 'avoided_sectors' } as const;

/** How many marks of a kind a player has, and whether one of them is on a sector. */
export const countMarks = (sql: Sql, kind: MarkKind, playerId: string, sectorId: number) => sql<
  { count: number; isMarked: boolean }[]
>`
  SELECT count(*)::int AS count, coalesce(bool_or(sector_id = ${sectorId}), false) AS is_marked
  FROM ${sql(TABLES[kind])} WHERE player_id = ${playerId}`;

export const eraseMark = (sql: Sql, kind: MarkKind, playerId: string, sectorId: number): AnyStatement =>
  sql`DELETE FROM ${sql(TABLES[kind])} WHERE player_id = ${playerId} AND sector_id = ${sectorId}`;

/** What a player wrote on one sector; always one row. */
export const findMarksOn = (sql: Sql, playerId: string, sectorId: number) => sql<
  { label: string | null; colour: number | null; text: string | null; updatedAt: Date | null }[]
>`
  SELECT b.label, b.colour, n.text, n.updated_at FROM (SELECT ${playerId}::uuid AS player_id, ${sectorId}::int4 AS sector_id) AS on_it
  LEFT JOIN bookmarks b USING (player_id, sector_id) LEFT JOIN sector_notes n USING (player_id, sector_id)`;
