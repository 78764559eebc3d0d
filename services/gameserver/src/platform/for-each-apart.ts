import type { Deps } from '../deps.ts';

/**
 * Does the work of a sweep for one row after the other. A row that fails is logged and counted and keeps its place for
 * the next run; it never stops the rows behind it. `work` opens the transaction of its row.
 *
 * @param sweep name of the sweep in logs and metrics
 */
export const forEachApart = async <Row extends object>(
  { logger, metrics }: Pick<Deps, 'logger' | 'metrics'>,
  sweep: string,
  rows: readonly Row[],
  work: (row: Row) => Promise<void>,
): Promise<void> => {
  for (const row of rows) {
    try {
      await work(row);
    } catch (error) {
      metrics.jobs.rowFailures.inc({ sweep });
      logger.error({ err: error, sweep, row }, 'job.row_failed');
    }
  }
};
