import type { ManagerSummary } from '@sw/contracts/region-manager';
import { AppError } from '@sw/service-kit';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import type { Monitor } from '../monitor/monitor.ts';
import { listAlerts } from '../store/journal.repository.ts';
import { countOpen } from '../store/operations.repository.ts';
import { countByState, findAllocation } from '../store/regions.repository.ts';

/** A loop that is later than this is taken for stuck. */
const LONGEST_LAG_S = 120;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** `/health` and `/metrics` need no token: they are for the internal network only. */
export const registerSystem = (app: FastifyInstance, deps: Deps, monitor: Pick<Monitor, 'lagS'>): void => {
  app.get('/health', async (_request, reply) => {
    const [driver, states] = await Promise.allSettled([deps.driver.check(), countByState(deps.db.sql)]);
    const loopLagS = Math.round(monitor.lagS());
    const isWell =
      driver.status === 'fulfilled' && states.status === 'fulfilled' && loopLagS <= LONGEST_LAG_S;
    return reply.code(isWell ? 200 : 503).send({
      status: isWell ? 'ok' : 'failed',
      driver: deps.driver.kind,
      regionsActive:
        states.status === 'fulfilled'
          ? (states.value.find(({ state }) => state === 'active')?.count ?? 0)
          : null,
      loopLagS,
    });
  });

  app.get('/metrics', async (request, reply) => {
    deps.metrics.loopLag.set(monitor.lagS());
    if (request.headers.accept?.includes('application/json') === true) return summary(deps);
    return reply.type(deps.metrics.registry.contentType).send(await deps.metrics.registry.metrics());
  });
};

const summary = async ({ db, config }: Deps): Promise<ManagerSummary> => {
  const [states, [allocated], [open], alerts] = await Promise.all([
    countByState(db.sql),
    findAllocation(db.sql, { except: '', ownerUserId: NOBODY }),
    countOpen(db.sql),
    listAlerts(db.sql),
  ]);
  if (allocated === undefined || open === undefined) throw new AppError('dependency_unavailable');
  const limit = (value: number): number | null => (Number.isFinite(value) ? value : null);
  return {
    regions: Object.fromEntries(states.map(({ state, count }) => [state, count])),
    allocated: { cpuCores: allocated.cpuCores, memoryGb: allocated.memoryGb },
    budget: { cpuCores: limit(config.budget.cpuCores), memoryGb: limit(config.budget.memoryGb) },
    openOperations: open.count,
    alerts: alerts.map(({ kind, region, since, detail }) => ({
      kind,
      region,
      since: since.toISOString(),
      detail,
    })),
  };
};
