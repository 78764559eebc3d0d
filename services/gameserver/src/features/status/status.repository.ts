import type { Sql } from '@sw/db';

/** Players with a live socket anywhere, and players who finished their first login. */
export const countPlayers = async (
  sql: Sql,
): Promise<{ online: number; onlineInRegion: number; registered: number }> => {
  const [row] = await sql<{ online: number; registered: number }[]>`
    SELECT (SELECT count(DISTINCT player_id)::int FROM online_players) AS online,
           (SELECT count(*)::int FROM players WHERE first_login_state = 'completed') AS registered`;
  const online = row?.online ?? 0;
  return { online, onlineInRegion: online, registered: row?.registered ?? 0 };
};
