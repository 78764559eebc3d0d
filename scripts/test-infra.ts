/**
 * `npm run test:infra`: what proves the constellation with the servers that npm does not bring: Redis, nginx,
 * a Docker engine, Prometheus, the client tools of PostgreSQL. What is not installed is skipped by name, or
 * fails where `SW_INFRA=required`. Ends with one line of counts.
 */
import { endCommandsWithProcess } from './process/run-command.ts';
import { formatCounts } from './suite/counts.ts';
import { runParts, summaryOf, totalOf } from './suite/part.ts';
import { infraParts } from './suite/test-parts.ts';
import { REPOSITORY } from './tree/repository.ts';

const BUDGET_MS = 9 * 60_000;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

endCommandsWithProcess();
const env = process.stdout.isTTY === true ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' };
const reports = await runParts(infraParts({ root: REPOSITORY, env }), BUDGET_MS, say);
const total = totalOf(reports);
if (total.failed > 0) process.exitCode = 1;
say(`${summaryOf(reports)}\n${formatCounts(total)}`);
