import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import type { RegisterRoutes } from '../../http/register.ts';
import { findNotices } from './notices.repository.ts';
import { presentNotices, setMaintenance, setMotd } from './notices.service.ts';
import { noticesOf } from './notices-keeper.ts';

/** Binds what operators tell everybody who comes. */
export const registerNoticesRoutes: RegisterRoutes = ({ bind, deps }) => {
  bind(ADMIN_ENDPOINTS.getMaintenance, async ({ nowMs }) =>
    presentNotices(noticesOf(await findNotices(deps.db.sql)), nowMs),
  );
  // Whoever was told that it is so must find it so.
  bind(ADMIN_ENDPOINTS.setMaintenance, async (context) => {
    const reply = await setMaintenance(deps, context);
    await deps.refreshNotices();
    return reply;
  });
  bind(ADMIN_ENDPOINTS.setMotd, async (context) => {
    const reply = await setMotd(deps, context);
    await deps.refreshNotices();
    return reply;
  });
};
