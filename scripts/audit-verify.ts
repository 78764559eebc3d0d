/**
 * `npm run audit:verify`: walks the chain of the audit log and ends with 1 when a row was changed, removed or
 * inserted past the server. Works on `DATABASE_URL`, else on the installation of this folder, running or not. The
 * hash it prints, kept elsewhere, proves the next time that the chain was not written anew.
 */
import { verifyAudit } from '@sw/gameserver';
import { openGameDatabase } from './installation/game-database.ts';
import { runLifecycle } from './standalone/lifecycle.ts';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await runLifecycle(async (life) => {
  const db = await openGameDatabase(process.env, life, say);
  const seen = await verifyAudit(db, Date.now());
  const range = seen.lastSeq === null ? 'nothing sealed yet' : `links ${seen.firstSeq} to ${seen.lastSeq}`;
  say(`audit chain: ${range}, ${seen.expiredRows} rows past their time, ${seen.pendingRows} not sealed yet`);
  if (seen.headHash !== null) say(`head ${seen.headHash}`);
  for (const { kind, seq, auditId } of seen.findings)
    say(`  ${kind}: link ${seq ?? '-'}, row ${auditId ?? '-'}`);
  if (!seen.ok) return life.fail('The audit log is not what the server wrote.');
  say('Every row is as it was written.');
  life.end();
});
