import type { Database } from '@sw/db';
import type { Clock } from '../platform/clock.ts';

/** The processes that are alive over one database, and who is connected to which. */
export interface Fleet {
  /** Shows that this process is alive, and buries those that were silent for too long. */
  beat(): Promise<void>;
  /** True while another process was alive at the last beat. */
  hasCompany(): boolean;
  /** Writes how many sockets a player has here; how many he had and has in the whole fleet. */
  count(playerId: string): Promise<{ readonly before: number; readonly after: number }>;
  isOnline(playerId: string): Promise<boolean>;
  /** Takes this process and its sockets off the list. */
  leave(): Promise<void>;
}

export interface FleetOptions {
  readonly db: Database;
  readonly processId: string;
  readonly clock: Clock;
  /** Sockets of each player who is connected to this process. */
  readonly sockets: () => ReadonlyMap<string, number>;
  /** Players whose only process died. */
  readonly onLost: (playerIds: readonly string[]) => void;
}

/** A process that has not been heard of for this long is dead. */
export const PROCESS_LIFE_MS = 20_000;

/** Keeps the list of processes and of connected players in the database (rule book, platform 6.4). */
export const createFleet = ({ db, processId, clock, sockets, onLost }: FleetOptions): Fleet => {
  let hasCompany = false;
  /** Found out that this process was taken off the list while it stood still: none of its players stands on it. */
  let wasBuried = false;
  /** Counts of one player are written one after the other, so that the last one written is the last one true. */
  const writing = new Map<string, Promise<unknown>>();

  const inTurn = <T>(playerId: string, work: () => Promise<T>): Promise<T> => {
    const previous = writing.get(playerId) ?? Promise.resolve();
    const next = previous.then(work, work);
    writing.set(playerId, next);
    const forget = (): void => {
      if (writing.get(playerId) === next) writing.delete(playerId);
    };
    next.then(forget, forget);
    return next;
  };

  const writeCount = async (playerId: string): Promise<{ before: number; after: number }> => {
    const here = sockets().get(playerId) ?? 0;
    const now = new Date(clock());
    const [, missing, before, , , after] = await db.write((sql) => [
      // Two processes must not both find that the other still has him.
      sql`SELECT pg_advisory_xact_lock(hashtextextended(${playerId}, 0))`,
      sql`INSERT INTO server_processes (id, started_at, heartbeat_at, sockets) VALUES (${processId}, ${now}, ${now}, 0)
          ON CONFLICT DO NOTHING RETURNING id`,
      sql<
        { n: number }[]
      >`SELECT coalesce(sum(sockets), 0)::int AS n FROM online_players WHERE player_id = ${playerId}`,
      sql`DELETE FROM online_players WHERE player_id = ${playerId} AND process_id = ${processId}`,
      sql`INSERT INTO online_players (player_id, process_id, sockets)
          SELECT ${playerId}::uuid, ${processId}::uuid, ${here}::int WHERE ${here}::int > 0`,
      sql<
        { n: number }[]
      >`SELECT coalesce(sum(sockets), 0)::int AS n FROM online_players WHERE player_id = ${playerId}`,
    ]);
    if (missing.length > 0) wasBuried = true;
    return { before: before[0]?.n ?? 0, after: after[0]?.n ?? 0 };
  };

  const writeAllCounts = async (): Promise<void> => {
    for (const playerId of sockets().keys()) await inTurn(playerId, () => writeCount(playerId));
  };

  return {
    beat: async () => {
      const now = new Date(clock());
      const stale = new Date(clock() - PROCESS_LIFE_MS);
      const total = [...sockets().values()].reduce((sum, count) => sum + count, 0);
      const [known, lost, , others] = await db.write((sql) => [
        sql<{ isNew: boolean }[]>`
          INSERT INTO server_processes (id, started_at, heartbeat_at, sockets) VALUES (${processId}, ${now}, ${now}, ${total})
          ON CONFLICT (id) DO UPDATE SET heartbeat_at = excluded.heartbeat_at, sockets = excluded.sockets
          RETURNING xmax = 0 AS is_new`,
        sql<{ playerId: string }[]>`
          DELETE FROM online_players WHERE process_id IN (SELECT id FROM server_processes WHERE heartbeat_at < ${stale})
          RETURNING player_id`,
        sql`DELETE FROM server_processes WHERE heartbeat_at < ${stale}`,
        sql<{ n: number }[]>`SELECT count(*)::int AS n FROM server_processes WHERE id <> ${processId}`,
      ]);
      hasCompany = (others[0]?.n ?? 0) > 0;
      if (lost.length > 0) onLost(lost.map(({ playerId }) => playerId));
      if (known[0]?.isNew !== true && !wasBuried) return;
      wasBuried = false;
      await writeAllCounts();
    },
    hasCompany: () => hasCompany,
    count: (playerId) => inTurn(playerId, () => writeCount(playerId)),
    isOnline: async (playerId) => {
      const rows = await db.sql`SELECT 1 FROM online_players WHERE player_id = ${playerId} LIMIT 1`;
      return rows.length > 0;
    },
    leave: async () => {
      await db.write((sql) => [sql`DELETE FROM server_processes WHERE id = ${processId}`]);
    },
  };
};
