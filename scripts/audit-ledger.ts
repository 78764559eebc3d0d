/**
 * `npm run audit:ledger`: proves that no credit, turn or unit was minted or lost, and ends with 1 when one
 * was. Works on `DATABASE_URL`, else on the installation of this folder, running or not. A mismatch halts
 * trading; `-- --resume` lifts the halt after an audit that finds nothing.
 */
import { parseArgs } from 'node:util';
import { auditLedger, resumeEconomy } from '@sw/gameserver';
import { auditReport } from './installation/audit-report.ts';
import { openGameDatabase } from './installation/game-database.ts';
import { runLifecycle } from './standalone/lifecycle.ts';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await runLifecycle(async (life) => {
  const { values } = parseArgs({ options: { resume: { type: 'boolean', default: false } } });
  const db = await openGameDatabase(process.env, life, say);
  const audit = await auditLedger(db, Date.now());
  say(auditReport(audit));
  if (!audit.ok) return life.fail('Trading is halted until the cause is found and corrected.');
  if (values.resume) say((await resumeEconomy(db)) ? 'Trading resumes.' : 'Trading was not halted.');
  life.end();
});
