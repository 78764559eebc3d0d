import type { AnyStatement, Sql } from '@sw/db';

export interface CredentialRow {
  readonly secretEnc: Uint8Array;
  readonly createdAt: Date;
  readonly confirmedAt: Date | null;
  readonly lastStep: bigint;
}

/** Locks the second factor of a user: of two who show the same code one is first. */
export const lockCredential = (sql: Sql, userId: string) =>
  sql<CredentialRow[]>`
    SELECT secret_enc, created_at, confirmed_at, last_step FROM mfa_credentials WHERE user_id = ${userId} FOR UPDATE`;

export const findMfaState = (sql: Sql, userId: string) =>
  sql<{ confirmedAt: Date | null; backupCodesLeft: bigint }[]>`
    SELECT c.confirmed_at,
           (SELECT count(*) FROM mfa_backup_codes b WHERE b.user_id = c.user_id AND b.used_at IS NULL) AS backup_codes_left
    FROM mfa_credentials c WHERE c.user_id = ${userId}`;

/** Keeps an enrolment that is not confirmed yet, instead of an older unconfirmed one. */
export const putEnrolment = (sql: Sql, userId: string, secretEnc: Buffer, nowMs: number): AnyStatement =>
  sql`INSERT INTO mfa_credentials (user_id, secret_enc, created_at) VALUES (${userId}, ${secretEnc}, ${new Date(nowMs)})
      ON CONFLICT (user_id) DO UPDATE
        SET secret_enc = EXCLUDED.secret_enc, created_at = EXCLUDED.created_at, last_step = 0
        WHERE mfa_credentials.confirmed_at IS NULL`;

export const confirmCredential = (sql: Sql, userId: string, step: number, nowMs: number): AnyStatement =>
  sql`UPDATE mfa_credentials SET confirmed_at = ${new Date(nowMs)}, last_step = ${step} WHERE user_id = ${userId}`;

export const takeStep = (sql: Sql, userId: string, step: number): AnyStatement =>
  sql`UPDATE mfa_credentials SET last_step = ${step} WHERE user_id = ${userId} AND last_step < ${step}`;

/** Uses a backup code up; no row when there is none such, or it was used. */
export const takeBackupCode = (sql: Sql, userId: string, codeHash: Buffer, nowMs: number) =>
  sql<{ userId: string }[]>`
    UPDATE mfa_backup_codes SET used_at = ${new Date(nowMs)}
    WHERE user_id = ${userId} AND code_hash = ${codeHash} AND used_at IS NULL RETURNING user_id`;

/** Replaces every backup code of a user. */
export const replaceBackupCodes = (
  sql: Sql,
  userId: string,
  hashes: readonly Buffer[],
): readonly AnyStatement[] => [
  sql`DELETE FROM mfa_backup_codes WHERE user_id = ${userId}`,
  sql`INSERT INTO mfa_backup_codes (user_id, code_hash)
      SELECT ${userId}::uuid, decode(h, 'hex') FROM unnest(${hashes.map((hash) => hash.toString('hex'))}::text[]) AS h`,
];

/** Takes the second factor away. */
export const deleteMfa = (sql: Sql, userId: string): readonly AnyStatement[] => [
  sql`DELETE FROM mfa_backup_codes WHERE user_id = ${userId}`,
  sql`DELETE FROM mfa_credentials WHERE user_id = ${userId}`,
];
