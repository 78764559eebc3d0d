/**
 * `npm test`: everything that proves this checkout works. Goes through all parts whatever fails, exits
 * non-zero when anything did, and ends with one line of counts. With CI=true the long proofs try as often
 * as a change must stand; with SW_INFRA=required `npm run test:infra` is one of the parts.
 */
import { endCommandsWithProcess } from './process/run-command.ts';
import { formatCounts } from './suite/counts.ts';
import { runParts, summaryOf, totalOf } from './suite/part.ts';
import { CI_COUNTS, LOCAL_COUNTS, proofVariables } from './suite/proofs.ts';
import { testParts } from './suite/test-parts.ts';
import { REPOSITORY } from './tree/repository.ts';

const BUDGET_MS = 19 * 60_000;

const isCi = process.env['CI'] === 'true';
const isPlain = isCi || process.stdout.isTTY !== true;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

endCommandsWithProcess();
const env = {
  ...proofVariables(isCi ? CI_COUNTS : LOCAL_COUNTS, process.env),
  ...(isPlain ? { NO_COLOR: '1', FORCE_COLOR: '0' } : {}),
};
const reports = await runParts(
  testParts({ root: REPOSITORY, env }, process.env['SW_INFRA'] === 'required'),
  BUDGET_MS,
  say,
);
const total = totalOf(reports);
if (total.failed > 0) process.exitCode = 1;
say(`${summaryOf(reports)}\n${formatCounts(total)}`);
