import type { Arranger } from '../players/write-access.ts';

/** What the server itself wrote for one command: the floor writes values of the same size. */
export interface CommandSample {
  readonly route: string;
  readonly bodySha256: Buffer;
  readonly response: string;
  readonly events: unknown;
}

/** The command a player sent last; its outbox row is read before it is swept. */
export const sampleCommand = async (sql: Arranger, userId: string): Promise<CommandSample> => {
  const [row] = await sql<{ route: string; bodySha256: Buffer; response: string; events: unknown }[]>`
    SELECT k.route, k.body_sha256, k.response, o.events
    FROM idempotency_keys k JOIN event_outbox o ON o.xmin = k.xmin
    WHERE k.user_id = ${userId} AND k.response IS NOT NULL
    ORDER BY k.created_at DESC LIMIT 1`;
  if (row === undefined) throw new Error('the server has written nothing to take the measure of');
  return row;
};
