import type { Database } from '@sw/db';

/** Who is online anywhere: counts of sockets by player and process, kept in the database. */
export interface OnlineRegister {
  /** Returns true when this is the player's first socket in the fleet. */
  opened(playerId: string): Promise<boolean>;
  /** Returns true when it was the player's last socket in the fleet. */
  closed(playerId: string): Promise<boolean>;
}

export const createOnlineRegister = (db: Database, processId: string): OnlineRegister => ({
  opened: (playerId) =>
    db.command(async (tx) => {
      const { sql } = tx;
      const [, total] = await tx.commit(
        sql`INSERT INTO online_players AS o (player_id, process_id, sockets) VALUES (${playerId}, ${processId}, 1)
            ON CONFLICT (player_id, process_id) DO UPDATE SET sockets = o.sockets + 1`,
        sql<
          { n: number }[]
        >`SELECT coalesce(sum(sockets), 0)::int AS n FROM online_players WHERE player_id = ${playerId}`,
      );
      return total[0]?.n === 1;
    }),
  closed: (playerId) =>
    db.command(async (tx) => {
      const { sql } = tx;
      const [, , total] = await tx.commit(
        sql`UPDATE online_players SET sockets = sockets - 1
            WHERE player_id = ${playerId} AND process_id = ${processId}`,
        sql`DELETE FROM online_players WHERE player_id = ${playerId} AND process_id = ${processId} AND sockets <= 0`,
        sql<
          { n: number }[]
        >`SELECT coalesce(sum(sockets), 0)::int AS n FROM online_players WHERE player_id = ${playerId}`,
      );
      return (total[0]?.n ?? 0) === 0;
    }),
});
