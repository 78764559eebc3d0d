import type { SessionState } from '@sw/api-client';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ConsoleServices } from './console-services.ts';

export const ConsoleContext = createContext<ConsoleServices | null>(null);

/** The services of this page; only below `ConsoleApp`. */
export function useConsole(): ConsoleServices {
  const services = useContext(ConsoleContext);
  if (services === null) throw new Error('useConsole outside of ConsoleApp');
  return services;
}

/** Who is signed in, told anew at every change. */
export function useSessionState(): SessionState {
  const { session } = useConsole();
  return useSyncExternalStore(session.subscribe, session.state);
}

/** The language numbers and times are written in. */
export function useLocale(): string {
  return useConsole().i18n.language;
}
