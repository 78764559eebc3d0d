import type { Arranger } from '../players/write-access.ts';
import type { LogLine } from './statements.ts';

/** What the server itself wrote for one command: the floor writes values of the same size. */
export interface CommandSample {
  readonly route: string;
  readonly bodySha256: Buffer;
  readonly response: string;
  readonly events: unknown;
  readonly log: readonly LogLine[];
}

/** The command a player sent last; its outbox row is read before it is swept. */
export const sampleCommand = async (sql: Arranger, userId: string): Promise<CommandSample> => {
  const [row] = await sql<CommandSample[]>`
    SELECT k.route, k.body_sha256, k.response, o.events,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('category', l.category, 'type', l.type, 'data', l.data)), '[]')
            FROM player_log l WHERE l.xmin = k.xmin) AS log
    FROM idempotency_keys k JOIN event_outbox o ON o.xmin = k.xmin
    WHERE k.user_id = ${userId} AND k.response IS NOT NULL
    ORDER BY k.created_at DESC LIMIT 1`;
  if (row === undefined) throw new Error('the server has written nothing to take the measure of');
  return row;
};
