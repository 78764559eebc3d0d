/** `npm run check`: format, lint, types, boundaries and dead code of the whole tree. */
import { allNets } from './nets/all-nets.ts';
import type { NetReport } from './nets/run-nets.ts';
import { runNets } from './nets/run-nets.ts';
import { endCommandsWithProcess } from './process/run-command.ts';
import { REPOSITORY } from './tree/repository.ts';

const AT_ONCE = 2;

const report = ({ name, result, seconds }: NetReport): void => {
  const verdict = result.ok ? 'ok    ' : 'FAILED';
  process.stdout.write(`${verdict} ${seconds.toFixed(1).padStart(5)} s  ${name}\n`);
  if (!result.ok) process.stdout.write(`${indent(result.output)}\n`);
};

const indent = (text: string): string => text.trimEnd().replace(/^(?=.)/gm, '    ');

endCommandsWithProcess();
const reports = await runNets(allNets(REPOSITORY), AT_ONCE, report);
const failed = reports.filter(({ result }) => !result.ok);
process.stdout.write(
  failed.length === 0
    ? `check: all ${reports.length} nets are quiet\n`
    : `check: ${failed.length} of ${reports.length} nets caught something: ${failed.map(({ name }) => name).join(', ')}\n`,
);
if (failed.length > 0) process.exitCode = 1;
