import type { i18n } from 'i18next';
import { createInstance } from 'i18next';
import ICU from 'i18next-icu';
import { initReactI18next } from 'react-i18next';
import type { CatalogueLoader } from './catalogue-backend.ts';
import { catalogueBackend } from './catalogue-backend.ts';
import type { Namespace } from './namespaces.ts';
import { SOURCE_LANGUAGE } from './namespaces.ts';

export interface I18nOptions {
  /** BCP 47 tag of the player's language. */
  readonly language: string;
  /** Loaded before the promise settles; others load when a component first asks. */
  readonly namespaces: readonly Namespace[];
  /** Loads what the build does not carry; without it every language reads English. */
  readonly load?: CatalogueLoader;
  /** Called once for a key that English does not have either. */
  readonly onMissingKey?: (namespace: string, key: string) => void;
}

/**
 * An i18next instance with ICU messages, flat typed keys and English as
 * fallback. Components suspend while a namespace they use is loading.
 */
export async function createI18n({ language, namespaces, load, onMissingKey }: I18nOptions): Promise<i18n> {
  const instance = createInstance();
  const reported = new Set<string>();
  await instance
    .use(catalogueBackend(load))
    .use(ICU)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: SOURCE_LANGUAGE,
      ns: [...namespaces],
      defaultNS: 'common',
      keySeparator: false,
      nsSeparator: ':',
      returnNull: false,
      load: 'currentOnly',
      interpolation: { escapeValue: false },
      saveMissing: onMissingKey !== undefined,
      missingKeyHandler: (_languages, namespace, key) => {
        const id = `${namespace}:${key}`;
        if (reported.has(id)) return;
        reported.add(id);
        onMissingKey?.(namespace, key);
      },
    });
  return instance;
}

/** Loads more namespaces, for a route that wants its texts before it renders. */
export async function ensureNamespaces(instance: i18n, namespaces: readonly Namespace[]): Promise<void> {
  await instance.loadNamespaces([...namespaces]);
}
