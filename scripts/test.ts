/**
 * `npm test`: everything that proves this checkout works. Goes through all parts whatever fails, exits
 * non-zero when anything did, and ends with one line of counts.
 */
import { endCommandsWithProcess } from './process/run-command.ts';
import { formatCounts } from './suite/counts.ts';
import { runParts } from './suite/part.ts';
import { testParts } from './suite/parts.ts';
import { REPOSITORY } from './tree/repository.ts';

const BUDGET_MS = 19 * 60_000;

endCommandsWithProcess();
const plain = process.env['CI'] === 'true' || process.stdout.isTTY !== true;
const counts = await runParts(testParts(REPOSITORY, plain), BUDGET_MS, (line) => {
  process.stdout.write(`${line}\n`);
});
if (counts.failed > 0) process.exitCode = 1;
process.stdout.write(`${formatCounts(counts)}\n`);
