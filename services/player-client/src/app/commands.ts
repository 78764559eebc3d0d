import type { NavigationCommands } from '../courses/navigation-commands.ts';
import { createNavigationCommands } from '../courses/navigation-commands.ts';
import { useGame } from './game-context.ts';
import type { GameServices } from './game-services.ts';

/** The acts every screen has; those of trading come with the market or the first typed command. */
export interface Commands {
  readonly navigation: NavigationCommands;
}

const made = new WeakMap<GameServices, Commands>();

/** The acts of the game over one set of services. */
export function commandsOf(services: GameServices): Commands {
  let commands = made.get(services);
  if (commands === undefined) {
    commands = { navigation: createNavigationCommands(services) };
    made.set(services, commands);
  }
  return commands;
}

export const useCommands = (): Commands => commandsOf(useGame());
