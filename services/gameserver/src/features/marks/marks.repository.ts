import type { AnyStatement, Sql } from '@sw/db';

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

export const eraseBookmark = (sql: Sql, playerId: string, sectorId: number): AnyStatement =>
  sql`DELETE FROM bookmarks WHERE player_id = ${playerId} AND sector_id = ${sectorId}`;

export const eraseNote = (sql: Sql, playerId: string, sectorId: number): AnyStatement =>
  sql`DELETE FROM sector_notes WHERE player_id = ${playerId} AND sector_id = ${sectorId}`;

export const eraseAvoided = (sql: Sql, playerId: string, sectorId: number): AnyStatement =>
  sql`DELETE FROM avoided_sectors WHERE player_id = ${playerId} AND sector_id = ${sectorId}`;
