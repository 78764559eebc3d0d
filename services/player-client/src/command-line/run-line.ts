import { commandsOf } from '../app/commands.ts';
import type { GameServices } from '../app/game-services.ts';
import { parseCommand } from './parse-command.ts';
import { runCommand } from './run-command.ts';

/** Runs a command as if it had been typed, for a key or a button that means the same. */
export async function runLine(
  services: GameServices,
  line: string,
  navigate: (path: string) => void,
): Promise<void> {
  const parsed = parseCommand(line);
  if (!parsed.ok) return;
  const outcome = await runCommand(parsed.command, {
    services,
    commands: commandsOf(services),
    navigate,
    setAlias: () => undefined,
  });
  if (outcome !== null && outcome.isPrinted !== true)
    services.print(outcome.ok ? 'info' : 'warning', 'system', outcome.text);
}
