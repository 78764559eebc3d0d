import type { Sql } from '@sw/db';

/** Whether everything that moves credits is halted because the ledger did not balance. */
export const findReadOnlyFlag = (sql: Sql) => sql<{ isReadOnly: boolean }[]>`
  SELECT value = 'true'::jsonb AS is_read_only FROM server_flags WHERE name = 'economy.read_only'`;
