/**
 * The part of `react-i18next` that the screens use, over the instance of `lean-i18next.ts`: the provider,
 * and the hook that suspends while a namespace it names is loading.
 */
import type { ReactElement, ReactNode } from 'react';
import { createContext, use, useMemo } from 'react';
import type { LeanI18n } from './lean-i18next.ts';

const InstanceContext = createContext<LeanI18n | null>(null);

export function I18nextProvider({
  i18n,
  children,
}: {
  readonly i18n: LeanI18n;
  readonly children?: ReactNode;
}): ReactElement {
  return <InstanceContext value={i18n}>{children}</InstanceContext>;
}

/** The plugin that hands the instance to components; the provider does that here. */
export const initReactI18next = { type: '3rdParty', init: () => undefined } as const;

/** What was asked for, by its namespaces: the promise on the way, `null` once it has settled. */
const fetches = new WeakMap<LeanI18n, Map<string, Promise<void> | null>>();

function fetchOf(i18n: LeanI18n, names: readonly string[]): Promise<void> | null {
  const known = fetches.get(i18n) ?? new Map<string, Promise<void> | null>();
  fetches.set(i18n, known);
  const id = names.join();
  const before = known.get(id);
  if (before !== undefined) return before;
  const fetching = i18n.loadNamespaces(names).then(() => void known.set(id, null));
  known.set(id, fetching);
  return fetching;
}

export interface UsedTranslation {
  readonly t: LeanI18n['t'];
  readonly i18n: LeanI18n;
}

export function useTranslation(namespaces: string | readonly string[] = []): UsedTranslation {
  const i18n = use(InstanceContext);
  if (i18n === null) throw new Error('Texts are used outside their provider');
  const id = typeof namespaces === 'string' ? namespaces : namespaces.join();
  const names = useMemo(() => (id === '' ? [] : id.split(',')), [id]);
  // Thrown, as the original does: `use` may not be called in one render and left out in the next.
  const fetching = names.every(i18n.hasLoadedNamespace) ? null : fetchOf(i18n, names);
  if (fetching !== null) throw fetching;
  const t = useMemo(() => (names.length === 0 ? i18n.t : i18n.getFixedT(null, names)), [i18n, names]);
  return { t, i18n };
}
