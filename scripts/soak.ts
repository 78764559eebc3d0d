/**
 * `npm run soak [-- --kills 50 --terran 200 --nexus 10 --fuzz 5000 --minutes 60]`: the long proofs, as
 * many times as told. A count of zero leaves a proof out. Ends when all are done or when the minutes are
 * over; a proof that was not done by then has failed.
 */
import { endCommandsWithProcess } from './process/run-command.ts';
import { formatCounts } from './suite/counts.ts';
import { runParts, summaryOf, totalOf } from './suite/part.ts';
import { proofVariables } from './suite/proofs.ts';
import { readSoakOptions } from './suite/soak-options.ts';
import { soakParts } from './suite/soak-parts.ts';
import { REPOSITORY } from './tree/repository.ts';

const MINUTE_MS = 60_000;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const main = async (): Promise<void> => {
  const { counts, minutes } = readSoakOptions(process.argv.slice(2));
  endCommandsWithProcess();
  const setting = { root: REPOSITORY, env: proofVariables(counts) };
  const reports = await runParts(soakParts(setting, counts), minutes * MINUTE_MS, say);
  const total = totalOf(reports);
  if (total.failed > 0) process.exitCode = 1;
  say(`${summaryOf(reports)}\n${formatCounts(total)}`);
};

try {
  await main();
} catch (error) {
  process.stderr.write(`soak: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
