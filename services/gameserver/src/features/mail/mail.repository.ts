import type { AnyStatement, Sql } from '@sw/db';

export const mailContext = (id: string): string => `mail|${id}`;

export const insertMail = (
  sql: Sql,
  mail: {
    readonly id: string;
    readonly recipient: string;
    readonly kind: string;
    readonly contentEnc: Buffer;
  },
  nowMs: number,
): AnyStatement =>
  sql`INSERT INTO mail_outbox (id, created_at, recipient, kind, content_enc, next_attempt_at)
      VALUES (${mail.id}, ${new Date(nowMs)}, ${mail.recipient}, ${mail.kind}, ${mail.contentEnc}, ${new Date(nowMs)})`;

export interface MailRow {
  readonly id: string;
  readonly createdAt: Date;
  readonly recipient: string;
  readonly kind: string;
  readonly contentEnc: Uint8Array | null;
  readonly attempts: number;
}

/** Mails that are due, oldest first. */
export const findDueMails = (sql: Sql, nowMs: number, limit: number) =>
  sql<MailRow[]>`
    SELECT id, created_at, recipient, kind, content_enc, attempts FROM mail_outbox
    WHERE sent_at IS NULL AND failed_at IS NULL AND next_attempt_at <= ${new Date(nowMs)}
    ORDER BY next_attempt_at LIMIT ${limit}`;

/** The newest mails, for the machine of a developer. */
export const findNewestMails = (sql: Sql, limit: number) =>
  sql<MailRow[]>`
    SELECT id, created_at, recipient, kind, content_enc, attempts FROM mail_outbox
    ORDER BY created_at DESC, id DESC LIMIT ${limit}`;

/** Notes that a mail went out, and forgets what was in it. */
export const markSent = (sql: Sql, id: string, nowMs: number): AnyStatement =>
  sql`UPDATE mail_outbox SET sent_at = ${new Date(nowMs)}, attempts = attempts + 1, content_enc = NULL WHERE id = ${id}`;

/** Notes a try that failed; without a next one the mail is given up, and what was in it forgotten. */
export const markTried = (sql: Sql, id: string, nextAtMs: number | null, nowMs: number): AnyStatement =>
  nextAtMs === null
    ? sql`UPDATE mail_outbox SET attempts = attempts + 1, failed_at = ${new Date(nowMs)}, content_enc = NULL
          WHERE id = ${id}`
    : sql`UPDATE mail_outbox SET attempts = attempts + 1, next_attempt_at = ${new Date(nextAtMs)} WHERE id = ${id}`;

/** Removes mails of another time. */
export const deleteOldMails = (sql: Sql, beforeMs: number, limit: number) =>
  sql`DELETE FROM mail_outbox WHERE id IN (
        SELECT id FROM mail_outbox WHERE created_at < ${new Date(beforeMs)} LIMIT ${limit})`;
