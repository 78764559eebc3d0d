import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import type { Registrar } from '../../http/register.ts';
import { readConfiguration } from './configuration.ts';
import { readFeed } from './feed.service.ts';
import type { KnownJob } from './job-control.service.ts';
import { changeJob, readJobs, runJobNow } from './job-control.service.ts';
import { readOverview } from './overview.service.ts';
import { readSeries } from './series.service.ts';
import { closeConnection, readBroadcasts, readRealtimeStats, sendBroadcast } from './sockets.service.ts';

/** Binds the operations dashboard; the jobs come from above, because jobs use features. */
export const registerOperationsRoutes = ({ bind, deps }: Registrar, jobs: readonly KnownJob[]): void => {
  bind(ADMIN_ENDPOINTS.getOverview, ({ nowMs }) =>
    readOverview(
      deps,
      jobs.map(({ name }) => name),
      nowMs,
    ),
  );
  bind(ADMIN_ENDPOINTS.getSeries, ({ query, nowMs }) =>
    readSeries(deps, query.metrics.split(','), query.range, nowMs),
  );
  bind(ADMIN_ENDPOINTS.getActivity, async ({ nowMs }) => {
    const { items } = await readFeed(deps, null, nowMs);
    return { items };
  });
  bind(ADMIN_ENDPOINTS.listJobs, ({ nowMs }) => readJobs(deps, jobs, nowMs));
  bind(ADMIN_ENDPOINTS.runJobNow, (context) => runJobNow(deps, jobs, context));
  bind(ADMIN_ENDPOINTS.changeJob, (context) => changeJob(deps, jobs, context));
  bind(ADMIN_ENDPOINTS.getRealtimeStats, ({ nowMs }) => readRealtimeStats(deps, nowMs));
  bind(ADMIN_ENDPOINTS.closeConnection, (context) => closeConnection(deps, context));
  bind(ADMIN_ENDPOINTS.listBroadcasts, () => readBroadcasts(deps));
  bind(ADMIN_ENDPOINTS.sendBroadcast, (context) => sendBroadcast(deps, context));
  bind(ADMIN_ENDPOINTS.getConfiguration, () => readConfiguration(deps));
};
