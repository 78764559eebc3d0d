import type { Sql } from '@sw/db';
import type { Deps } from '../deps.ts';
import { createAccessTokens } from '../http/access-token.ts';

export interface TestOperator {
  readonly userId: string;
  readonly sessionId: string;
  readonly username: string;
  readonly token: string;
}

/**
 * Somebody signed in to the console with exactly these scopes, written past the sign-in to save its time.
 *
 * @param isProven whether calls that ask for a fresh proof are open to him
 */
export const makeOperator = async (
  sql: Sql,
  deps: Deps,
  username: string,
  scopes: readonly string[],
  isProven = true,
): Promise<TestOperator> => {
  const nowMs = deps.clock();
  const now = new Date(nowMs);
  const userId = deps.newId();
  const sessionId = deps.newId();
  await sql`
    INSERT INTO users (id, username, is_admin, created_at) VALUES (${userId}, ${username}, true, ${now})`;
  await sql`INSERT INTO names (folded, user_id) VALUES (${username}, ${userId})`;
  await sql`
    INSERT INTO sessions (id, user_id, audience, created_at, last_seen_at, absolute_expires_at, ip, user_agent)
    VALUES (${sessionId}, ${userId}, 'admin', ${now}, ${now}, ${new Date(nowMs + 86_400_000)},
            '203.0.113.10', 'test')`;
  for (const scope of scopes) {
    await sql`
      INSERT INTO admin_grants (id, user_id, scope, granted_at)
      VALUES (${deps.newId()}, ${userId}, ${scope}, ${now})`;
  }
  const tokens = createAccessTokens(deps.keys, deps.config.accessTokenTtlS);
  const token = await tokens.mint(
    {
      audience: 'admin',
      userId,
      playerId: undefined,
      sessionId,
      tokenVersion: 1,
      amr: ['pwd'],
      mfaAtMs: isProven ? nowMs : null,
    },
    deps.newId(),
    nowMs,
  );
  return { userId, sessionId, username, token };
};
