import type { Deps } from '../deps.ts';

/** Work that recurs. It must be safe to run late, twice or in another process. */
export interface JobDefinition {
  /** Name of its queue, e.g. `ledger.fold`. */
  readonly name: string;
  /** When it is due, as cron in UTC; a minute is the shortest period. */
  readonly cron: string;
  /** Also due once when a server starts: for work that must not wait for its hour. */
  readonly isDueAtStart?: boolean;
  /** After this time a run counts as dead and another may begin; 300 s unless given. */
  readonly limitS?: number;
  run(deps: Deps, nowMs: number): Promise<void>;
}
