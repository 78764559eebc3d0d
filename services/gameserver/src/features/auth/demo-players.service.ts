import type { Database, Sql } from '@sw/db';
import { connect } from '@sw/db';
import { walletOf } from '@sw/rules';
import { createUuidV7 } from '@sw/service-kit';
import { openAccounts } from '../../ledger/post.ts';
import { systemClock } from '../../platform/clock.ts';
import { systemRandom } from '../../platform/random.ts';
import { freshSession } from './issue-session.ts';
import { BY_PASSWORD } from './session.repository.ts';
import { claimName, insertPlayerStub, insertUser } from './user.repository.ts';

/** A player driven by code: he signs in with his refresh token, in the body. */
export interface DemoPlayer {
  readonly username: string;
  readonly refreshToken: string;
}

interface DemoAccount {
  readonly userId: string;
  readonly username: string;
}

const WEEK_MS = 7 * 86_400_000;
const TRACE = { ip: '127.0.0.1', userAgent: 'sectorwars-demo' } as const;

/**
 * Accounts for players driven by code, each with a fresh session (rule book, platform 4: never through
 * `/auth/register`). Demo accounts of earlier runs are taken first; they have no password, so nobody can
 * sign in to them, and whoever drives them finishes their first login over the public API.
 */
export const createDemoPlayers = async (
  databaseUrl: string,
  count: number,
): Promise<readonly DemoPlayer[]> => {
  const db = connect(databaseUrl, { max: 2, applicationName: 'sectorwars-demo' });
  try {
    const accounts = await findDemoAccounts(db.sql, count);
    const players: DemoPlayer[] = [];
    for (const account of accounts) players.push(await openDemoSession(db, account));
    for (let number = 1; players.length < count; number += 1) {
      const account = await createDemoAccount(db, `demo-${String(number).padStart(4, '0')}`);
      if (account !== null) players.push(await openDemoSession(db, account));
    }
    return players;
  } finally {
    await db.close();
  }
};

const newId = createUuidV7(systemClock);

const findDemoAccounts = (sql: Sql, count: number) =>
  sql<DemoAccount[]>`
    SELECT u.id AS user_id, u.username FROM users u JOIN players p ON p.user_id = u.id
    WHERE p.is_demo AND u.status = 'active' ORDER BY u.username LIMIT ${count}`;

/** Null when the name is taken. */
const createDemoAccount = (db: Database, username: string): Promise<DemoAccount | null> => {
  const nowMs = systemClock();
  const [userId, playerId] = [newId(), newId()];
  return db.command(async (tx) => {
    const { sql } = tx;
    const [, claimed] = await tx.load(
      insertUser(sql, {
        id: userId,
        username,
        email: null,
        passwordHash: null,
        locale: 'en',
        isAdmin: false,
        mustChangePassword: false,
        createdAtMs: nowMs,
      }),
      claimName(sql, username, userId),
    );
    if (claimed.length === 0) return null;
    await tx.commit(
      insertPlayerStub(sql, { id: playerId, userId, nowMs, isDemo: true }),
      openAccounts(sql, [walletOf(playerId)]),
    );
    return { userId, username };
  });
};

const openDemoSession = async (db: Database, account: DemoAccount): Promise<DemoPlayer> => {
  const trace = { nowMs: systemClock(), ...TRACE };
  const deps = { newId, random: systemRandom, config: { refreshTokenTtlMs: WEEK_MS } };
  const session = await db.command(async (tx) => {
    const owner = { userId: account.userId, audience: 'player', strength: BY_PASSWORD } as const;
    const fresh = freshSession(deps, tx.sql, owner, trace);
    await tx.commit(...fresh.statements);
    return fresh;
  });
  return { username: account.username, refreshToken: session.token.token };
};
