import { parseArgs } from 'node:util';
import type { Environment } from '@sw/service-kit';
import { StartupError } from '@sw/service-kit';
import type { CommandContext } from './command-context.ts';
import { generateCommand, migrateCommand } from './database-commands.ts';
import { publicKeyCommand } from './public-key-command.ts';
import { resetAdminCommand } from './reset-admin-command.ts';
import { serveCommand } from './serve-command.ts';

type RunCommand = (context: CommandContext) => Promise<void>;

const COMMANDS: Readonly<Record<string, RunCommand>> = {
  serve: serveCommand,
  migrate: migrateCommand,
  generate: generateCommand,
  'admin:reset': resetAdminCommand,
  'public-key': publicKeyCommand,
};

/**
 * Runs the command that the arguments name, `serve` without any.
 *
 * @throws StartupError with one sentence for an unknown command or anything an operator can correct
 */
export const runCommandLine = async (args: readonly string[], env: Environment): Promise<void> => {
  const { name, user } = readArguments(args);
  const run = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (run === undefined) {
    throw new StartupError(`There is no command ${name}; use one of ${Object.keys(COMMANDS).join(', ')}.`);
  }
  if (user !== undefined && name !== 'admin:reset') throw new StartupError('--user belongs to admin:reset.');
  await run({ env, user, say: (line) => process.stdout.write(`${line}\n`) });
};

const readArguments = (args: readonly string[]): { name: string; user: string | undefined } => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { user: { type: 'string' } },
      allowPositionals: true,
    });
    const [name = 'serve', ...rest] = positionals;
    if (rest.length > 0) throw new StartupError('Give one command at a time.');
    return { name, user: values.user };
  } catch (cause) {
    if (cause instanceof StartupError) throw cause;
    throw new StartupError('The arguments cannot be read; the only option is --user of admin:reset.', {
      cause,
    });
  }
};
