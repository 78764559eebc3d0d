import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const SCRIPT = fileURLToPath(new URL('../../../scripts/audit-ledger.ts', import.meta.url));
const LIMIT_MS = 300_000;

/** What an audit of everything that was booked says; a ledger that does not balance makes every number void. */
export interface AuditResult {
  readonly isBalanced: boolean;
  readonly report: string;
}

/** Audits credits, turns and holds of a data folder after the load, as `npm run audit:ledger` does. */
export const auditDataFolder = async (dataDir: string): Promise<AuditResult> => {
  const env = { ...process.env, SW_DATA_DIR: dataDir, DATABASE_URL: '' };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT], { env, timeout: LIMIT_MS });
    return { isBalanced: true, report: stdout.trim() };
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    return { isBalanced: false, report: `${stdout}\n${stderr}`.trim() };
  }
};
