import { createServiceVerifier } from '@sw/service-kit';
import type { FastifyInstance } from 'fastify';
import { createAccept } from './api/accept.ts';
import type { Orders } from './api/orders.ts';
import { createOrders } from './api/orders.ts';
import { registerOrders, registerReads } from './api/routes.ts';
import { registerSystem } from './api/system.routes.ts';
import type { Deps } from './deps.ts';
import type { Engine } from './engine/engine.ts';
import { createEngine } from './engine/engine.ts';
import type { PlanOf } from './engine/plan.ts';
import { createBind } from './http/bind.ts';
import { createHttp } from './http/create-http.ts';
import { createCursors } from './http/cursor.ts';
import type { Monitor } from './monitor/monitor.ts';
import { createMonitor } from './monitor/monitor.ts';
import { createPlans } from './operations/plans.ts';
import { createWorkshop } from './operations/workshop.ts';

/** A manager that has been put together but neither listens nor works yet. */
export interface ManagerApp {
  readonly app: FastifyInstance;
  readonly engine: Engine;
  readonly monitor: Monitor;
  readonly orders: Orders;
}

export interface ManagerAppOptions {
  /** Between the plans and the engine; tests let it die here. */
  readonly wrapPlans?: (plans: PlanOf) => PlanOf;
  readonly retryDelayMs?: (retry: number) => number;
}

/** Wires API, engine and monitor. */
export const buildManager = (deps: Deps, options: ManagerAppOptions = {}): ManagerApp => {
  const workshop = createWorkshop(deps);
  const plans = createPlans(workshop);
  const planOf = options.wrapPlans?.(plans) ?? plans;
  const engine = createEngine({
    db: deps.db,
    planOf,
    logger: deps.logger,
    owner: deps.owner,
    onFinished: (operation, outcome) => {
      deps.metrics.operations.inc({ kind: operation.kind, outcome });
      if (operation.kind === 'provision') {
        const seconds = (deps.clock() - operation.createdAt.getTime()) / 1000;
        deps.metrics.provisionSeconds.observe({ outcome }, Math.max(0, seconds));
      }
    },
    ...(options.retryDelayMs === undefined ? {} : { retryDelayMs: options.retryDelayMs }),
  });
  const accept = createAccept(deps, () => engine.nudge());
  const orders = createOrders(deps, accept);
  const monitor = createMonitor(deps, orders, workshop);

  const app = createHttp(deps);
  const verify = createServiceVerifier({
    audience: 'region-manager',
    keyOf: (issuer) => (issuer === 'nexus' ? deps.config.keys.hub : undefined),
  });
  const bind = createBind(app, verify, deps.clock);
  registerOrders(bind, orders);
  registerReads(bind, deps, plans, createCursors(deps.config.encryptionKey));
  registerSystem(app, deps, monitor);
  return { app, engine, monitor, orders };
};
