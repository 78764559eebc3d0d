import { deleteDoomedAccounts } from '../features/auth/index.ts';
import type { JobDefinition } from './job-definition.ts';

/** Deletes accounts whose owners asked for it 14 days ago and have not come back. */
export const accountsDeleteJob: JobDefinition = {
  name: 'accounts.delete',
  cron: '43 * * * *',
  run: async (deps, nowMs) => {
    const accounts = await deleteDoomedAccounts(deps, nowMs);
    if (accounts > 0) deps.logger.info({ accounts }, 'accounts.deleted');
  },
};
