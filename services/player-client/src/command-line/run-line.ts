import { commandsOf } from '../app/commands.ts';
import type { GameServices } from '../app/game-services.ts';
import { refusalOf } from '../app/refusal-text.ts';
import { loadLineEngine } from './use-line-engine.ts';

/** Runs a command as if it had been typed, for a key or a button that means the same. */
export async function runLine(
  services: GameServices,
  line: string,
  navigate: (path: string) => void,
): Promise<void> {
  try {
    const { runTyped } = await loadLineEngine();
    await runTyped(line, { services, commands: commandsOf(services), navigate, setAlias: () => undefined });
  } catch (error) {
    services.print('warning', 'system', refusalOf(services.i18n, error, services.clock.nowMs()).text);
  }
}
