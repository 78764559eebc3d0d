import type { CommandOption } from '@sw/ui';
import type { ConsoleServices } from '../app/console-services.ts';

/** Something the global search looks through besides pages. A feature adds one to `SEARCH_SOURCES`. */
export interface SearchSource {
  readonly scope: string;
  /** At most a handful, the best first; `id` is the address of the thing below `/admin`. */
  find(services: ConsoleServices, query: string, signal: AbortSignal): Promise<readonly CommandOption[]>;
}

const users: SearchSource = {
  scope: 'users.read',
  find: async ({ api, i18n }, q, signal) => {
    const { items } = await api.listUsers({ query: { q, limit: 5 }, signal });
    return items.map((user) => ({
      id: `/users/${user.id}`,
      label: user.username,
      hint: user.callsign ?? undefined,
      group: i18n.t('admin:search.users'),
    }));
  },
};

export const SEARCH_SOURCES: readonly SearchSource[] = [users];
