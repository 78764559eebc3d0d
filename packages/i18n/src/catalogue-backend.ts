import type { BackendModule } from 'i18next';
import { loadEnglish } from './english.ts';
import type { Catalogue, Namespace } from './namespaces.ts';
import { NAMESPACES, PSEUDO_LANGUAGE, SOURCE_LANGUAGE } from './namespaces.ts';
import { pseudoCatalogue } from './pseudo-locale.ts';

/** Fetches a catalogue that is not part of the build: another language, or its overrides. */
export type CatalogueLoader = (language: string, namespace: Namespace) => Promise<Catalogue>;

function isNamespace(name: string): name is Namespace {
  return NAMESPACES.some((namespace) => namespace === name);
}

/**
 * Texts of one language and namespace: English from the build, the
 * pseudo-locale made from it, everything else by the app's own loader. A
 * language nobody can load is empty, so i18next falls back to English.
 */
export async function loadCatalogue(
  language: string,
  namespace: Namespace,
  load?: CatalogueLoader,
): Promise<Catalogue> {
  if (language === SOURCE_LANGUAGE) return await loadEnglish(namespace);
  if (language === PSEUDO_LANGUAGE) return pseudoCatalogue(await loadEnglish(namespace));
  return load === undefined ? {} : await load(language, namespace);
}

/** The i18next backend over `loadCatalogue`. */
export function catalogueBackend(load?: CatalogueLoader): BackendModule {
  return {
    type: 'backend',
    init: () => undefined,
    read: (language, name, done) => {
      if (!isNamespace(name)) {
        done(new Error(`No catalogue ${name}`), null);
        return;
      }
      loadCatalogue(language, name, load).then(
        (catalogue) => done(null, catalogue),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
      );
    },
  };
}
