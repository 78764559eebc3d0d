import { createHash, randomBytes } from 'node:crypto';
import { uuidV7 } from '@sw/api-client';
import { foldName, START_TURNS, walletOf } from '@sw/rules';
import type { Arranger } from './write-access.ts';

/** An account with an open session. */
export interface Account {
  readonly userId: string;
  readonly playerId: string;
  readonly name: string;
  readonly refreshToken: string;
}

const SESSION_DAYS = 7;

/**
 * Makes accounts without passwords, each with a session, straight in the database: hashing a thousand
 * passwords would only measure the hash. Everything after that goes over the public API.
 */
export const makeAccounts = async (sql: Arranger, prefix: string, count: number): Promise<Account[]> => {
  const nowMs = Date.now();
  const accounts = Array.from({ length: count }, (_, index) => ({
    userId: uuidV7(nowMs),
    playerId: uuidV7(nowMs),
    sessionId: uuidV7(nowMs),
    tokenId: uuidV7(nowMs),
    name: `${prefix}-${String(index + 1).padStart(5, '0')}`,
    refreshToken: randomBytes(32).toString('base64url'),
  }));
  const now = new Date(nowMs);
  const later = new Date(nowMs + SESSION_DAYS * 86_400_000);
  const column = <K extends keyof (typeof accounts)[number]>(key: K) =>
    accounts.map((account) => account[key]);
  const hashes = accounts.map(({ refreshToken }) => createHash('sha256').update(refreshToken).digest());

  await sql.begin(async (tx) => {
    await tx`
      INSERT INTO users (id, username, created_at)
      SELECT d.id, d.name, ${now} FROM unnest(${column('userId')}::uuid[], ${column('name')}::text[]) AS d (id, name)`;
    await tx`
      INSERT INTO names (folded, user_id)
      SELECT d.folded, d.id
      FROM unnest(${column('name').map(foldName)}::text[], ${column('userId')}::uuid[]) AS d (folded, id)`;
    await tx`
      INSERT INTO players (id, user_id, turns, turns_anchor_ms, last_active_at, created_at)
      SELECT d.id, d.user_id, ${START_TURNS}, ${nowMs}, ${now}, ${now}
      FROM unnest(${column('playerId')}::uuid[], ${column('userId')}::uuid[]) AS d (id, user_id)`;
    await tx`
      INSERT INTO ledger_accounts (id) SELECT unnest(${column('playerId').map(walletOf)}::text[])`;
    await tx`
      INSERT INTO sessions (id, user_id, audience, created_at, last_seen_at, absolute_expires_at, ip, user_agent)
      SELECT d.id, d.user_id, 'player', ${now}, ${now}, ${later}, '127.0.0.1', 'bench'
      FROM unnest(${column('sessionId')}::uuid[], ${column('userId')}::uuid[]) AS d (id, user_id)`;
    await tx`
      INSERT INTO refresh_tokens (id, session_id, token_hash, issued_at, expires_at)
      SELECT d.id, d.session_id, decode(d.hash, 'hex'), ${now}, ${later}
      FROM unnest(${column('tokenId')}::uuid[], ${column('sessionId')}::uuid[],
                  ${hashes.map((hash) => hash.toString('hex'))}::text[]) AS d (id, session_id, hash)`;
  });
  return accounts;
};
