import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import type { Registrar } from '../../http/register.ts';
import type { Hub } from '../../realtime/hub.ts';
import { createProcessProbe, readSystemHealth } from './system-health.service.ts';

/** Binds what the status page of the console shows. */
export const registerAdminSystemRoutes = ({ bind, deps }: Registrar, hub: Pick<Hub, 'size'>): void => {
  const probe = createProcessProbe();
  bind(ADMIN_ENDPOINTS.getSystemHealth, ({ nowMs }) => readSystemHealth(deps, hub, probe, nowMs));
};
