import type { AnyStatement, Sql } from '@sw/db';
import type { FirstShipChain, FirstShipProgress, FirstShipTargets } from '@sw/rules';

/** The starter chain of a player as the database keeps it. */
export interface ChainRow {
  readonly steps: number[];
  readonly targets: FirstShipTargets;
  readonly progress: FirstShipProgress;
  readonly done: number[];
  readonly skipped: number[];
  readonly finishedAt: Date | null;
}

/** The chain; the player row guards it against change. */
export const findChain = (sql: Sql, playerId: string) => sql<ChainRow[]>`
  SELECT steps, targets, progress, done, skipped, finished_at FROM first_ship_chains WHERE player_id = ${playerId}`;

export const insertChain = (sql: Sql, playerId: string, chain: FirstShipChain, at: Date): AnyStatement =>
  sql`INSERT INTO first_ship_chains (player_id, steps, targets, progress, began_at)
      VALUES (${playerId}, ${[...chain.steps]}::int2[], ${sql.json(chain.targets as never)},
              ${sql.json(chain.progress as never)}, ${at})`;

export const writeChain = (
  sql: Sql,
  playerId: string,
  chain: FirstShipChain,
  finishedAt: Date | null,
): AnyStatement =>
  sql`UPDATE first_ship_chains
      SET progress = ${sql.json(chain.progress as never)}, done = ${[...chain.done]}::int2[],
          skipped = ${[...chain.skipped]}::int2[], finished_at = ${finishedAt}
      WHERE player_id = ${playerId}`;
