import type { Api, Session, StepUpPrompt } from '@sw/api-client';
import { createApi, createSession, createStepUpPrompt } from '@sw/api-client';
import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import type { I18n } from '@sw/i18n';
import { createI18n } from '@sw/i18n';
import { QueryClient } from '@tanstack/react-query';
import type { LiveLink } from '../live/live-link.ts';
import { createLiveLink } from '../live/live-link.ts';
import type { IdleLock } from './idle-lock.ts';
import { startIdleLock } from './idle-lock.ts';

export type ConsoleApi = Api<typeof ADMIN_ENDPOINTS>;

/** Everything the pages of the console work with; made once per page load. */
export interface ConsoleServices {
  readonly session: Session;
  readonly api: ConsoleApi;
  readonly queries: QueryClient;
  readonly i18n: I18n;
  readonly idleLock: IdleLock;
  /** Asks for a fresh proof when a dangerous call needs one. */
  readonly stepUp: StepUpPrompt;
  /** What happens, as it happens. */
  readonly live: LiveLink;
}

export interface ConsoleOptions {
  readonly language: string;
  readonly fetch?: typeof globalThis.fetch;
}

const BASE = '/api/v1';

/**
 * Puts the services together. The console has a session of its own at its own paths: nothing of it is
 * shared with the game, even in the same browser.
 */
export const createConsoleServices = async (options: ConsoleOptions): Promise<ConsoleServices> => {
  const i18n = await createI18n({ language: options.language, namespaces: ['common', 'admin', 'errors'] });
  const transport = options.fetch === undefined ? {} : { fetch: options.fetch };
  const session = createSession({
    baseUrl: BASE,
    endpoints: { refresh: ADMIN_ENDPOINTS.adminRefresh, logout: ADMIN_ENDPOINTS.adminLogout },
    name: 'sw-console',
    ...transport,
  });
  const stepUp = createStepUpPrompt();
  const queries = new QueryClient({
    defaultOptions: { queries: { retry: false, networkMode: 'always' } },
  });
  session.onIdentityChange(() => {
    queries.clear();
    stepUp.settle(false);
  });
  const idleLock = startIdleLock(window, {
    isSignedIn: () => session.state().status === 'signed_in',
    lock: () => void session.signOut().catch(() => undefined),
  });
  const api = createApi(ADMIN_ENDPOINTS, { baseUrl: BASE, session, onStepUp: stepUp.ask, ...transport });
  const live = createLiveLink({
    url: `${window.location.origin.replace(/^http/, 'ws')}${BASE}/ws/admin`,
    ticket: async () => (await api.createSocketTicket({})).ticket,
    session,
    onResync: () => void queries.invalidateQueries(),
  });
  return {
    session,
    api,
    queries,
    i18n,
    idleLock,
    stepUp,
    live,
  };
};
