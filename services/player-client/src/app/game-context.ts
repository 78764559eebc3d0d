import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { GameServices } from './game-services.ts';
import type { LinkState } from './link-store.ts';

export const GameContext = createContext<GameServices | null>(null);

/** The services of this page. */
export function useGame(): GameServices {
  const services = use(GameContext);
  if (services === null) throw new Error('No game services above this component');
  return services;
}

/** The link to the server. */
export const useLink = (): LinkState => useStore(useGame().link);

/** Name of the act on its way, null when none is. */
export const useRunningAct = (): string | null => useStore(useGame().acts, ({ running }) => running);

/** BCP 47 tag for formatters. */
export const useLocale = (): string => useGame().i18n.language;
