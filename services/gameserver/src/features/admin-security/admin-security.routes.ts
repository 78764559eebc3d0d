import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import type { RegisterRoutes } from '../../http/register.ts';
import { listAlerts, updateAlert } from './alerts.service.ts';
import { createBlock, liftBlock, listBlocks } from './blocks.service.ts';

/** Binds alerts and blocked addresses. */
export const registerAdminSecurityRoutes: RegisterRoutes = ({ bind, deps, blocks }) => {
  bind(ADMIN_ENDPOINTS.listAlerts, (context) => listAlerts(deps, context));
  bind(ADMIN_ENDPOINTS.updateAlert, (context) => updateAlert(deps, context));
  bind(ADMIN_ENDPOINTS.listBlocks, (context) => listBlocks(deps, context));
  bind(ADMIN_ENDPOINTS.createBlock, (context) => createBlock(deps, blocks, context));
  bind(ADMIN_ENDPOINTS.liftBlock, (context) => liftBlock(deps, blocks, context));
};
