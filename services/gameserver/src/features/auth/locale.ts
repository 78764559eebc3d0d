/** The language as BCP 47 writes it; English for what is none. */
export const canonicalLocale = (locale: string | undefined): string => {
  try {
    return Intl.getCanonicalLocales(locale ?? 'en')[0] ?? 'en';
  } catch {
    return 'en';
  }
};
