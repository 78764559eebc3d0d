import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('../../../scripts/audit-ledger.ts', import.meta.url));
const LIMIT_MS = 60_000;

/** Runs `npm run audit:ledger` on a database; its output when the books do not balance, else null. */
export const auditLedger = (databaseUrl: string): string | null => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    encoding: 'utf8',
    timeout: LIMIT_MS,
  });
  return status === 0 ? null : `the ledger audit failed (${status}): ${stdout}${stderr}`;
};
