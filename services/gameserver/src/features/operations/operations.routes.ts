import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import type { Registrar } from '../../http/register.ts';
import { readFeed } from './feed.service.ts';
import { readOverview } from './overview.service.ts';
import { readSeries } from './series.service.ts';

/** Binds the operations dashboard; the jobs come from above, because jobs use features. */
export const registerOperationsRoutes = ({ bind, deps }: Registrar, jobNames: readonly string[]): void => {
  bind(ADMIN_ENDPOINTS.getOverview, ({ nowMs }) => readOverview(deps, jobNames, nowMs));
  bind(ADMIN_ENDPOINTS.getSeries, ({ query, nowMs }) => readSeries(deps, query.metrics, query.range, nowMs));
  bind(ADMIN_ENDPOINTS.getActivity, async ({ nowMs }) => {
    const { items } = await readFeed(deps, null, nowMs);
    return { items };
  });
};
