import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import { AppError } from '@sw/service-kit';
import type { AdminCaller } from '../../http/caller.ts';
import type { RegisterRoutes } from '../../http/register.ts';
import type { Operator } from './admin-regions.service.ts';
import { changeLife, orderRegion, steerServer, transferRegion } from './admin-regions.service.ts';
import { listRegions, readAdminRegion } from './read-admin-regions.service.ts';

interface Act {
  readonly caller: AdminCaller;
  readonly ip: string;
  readonly requestId: string;
  readonly nowMs: number;
  readonly body: { readonly reason: string };
}

const operatorOf = ({ caller, ip, requestId, nowMs, body }: Act): Operator => ({
  caller,
  ip,
  requestId,
  nowMs,
  reason: body.reason,
});

/** What cannot be taken back asks for the name of its target. */
const assertConfirmed = (name: string, confirm: string): void => {
  if (confirm === name) return;
  const errors = [{ path: '/confirm', code: 'mismatch', message: 'not the name of the region' }];
  throw new AppError('validation_failed', {}, { errors });
};

/** Binds what operators see and steer of regions. */
export const registerAdminRegionRoutes: RegisterRoutes = ({ bind, deps }) => {
  bind(ADMIN_ENDPOINTS.listRegions, ({ query }) => listRegions(deps, query));
  bind(ADMIN_ENDPOINTS.getRegion, ({ params }) => readAdminRegion(deps, params.name));
  bind(ADMIN_ENDPOINTS.createRegion, async (context) => {
    await orderRegion(deps, operatorOf(context), context.body);
    return readAdminRegion(deps, context.body.name);
  });
  bind(ADMIN_ENDPOINTS.retryRegion, async (context) => {
    await changeLife(deps, operatorOf(context), context.params.name, 'retry', context.body.seed);
    return readAdminRegion(deps, context.params.name);
  });
  bind(ADMIN_ENDPOINTS.suspendRegion, async (context) => {
    await changeLife(deps, operatorOf(context), context.params.name, 'suspend');
    return readAdminRegion(deps, context.params.name);
  });
  bind(ADMIN_ENDPOINTS.resumeRegion, async (context) => {
    await changeLife(deps, operatorOf(context), context.params.name, 'resume');
    return readAdminRegion(deps, context.params.name);
  });
  bind(ADMIN_ENDPOINTS.terminateRegion, async (context) => {
    assertConfirmed(context.params.name, context.body.confirm);
    await changeLife(deps, operatorOf(context), context.params.name, 'terminate');
    return readAdminRegion(deps, context.params.name);
  });
  bind(ADMIN_ENDPOINTS.transferRegion, async (context) => {
    assertConfirmed(context.params.name, context.body.confirm);
    await transferRegion(deps, operatorOf(context), context.params.name, context.body.owner);
    return readAdminRegion(deps, context.params.name);
  });
  bind(ADMIN_ENDPOINTS.scaleRegion, async (context) => {
    await steerServer(deps, operatorOf(context), context.params.name, { kind: 'scale', body: context.body });
    return readAdminRegion(deps, context.params.name);
  });
  bind(ADMIN_ENDPOINTS.restartRegion, async (context) => {
    await steerServer(deps, operatorOf(context), context.params.name, { kind: 'restart' });
    return readAdminRegion(deps, context.params.name);
  });
};
