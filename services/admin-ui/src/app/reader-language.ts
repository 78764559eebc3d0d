/**
 * The language of the console: English, in the reader's own variety, which decides how numbers and times
 * look. Some systems name languages in ways no formatter knows; plain English stands in for those.
 */
export function readerLanguage(given: string): string {
  try {
    const [language = 'en'] = Intl.getCanonicalLocales(given);
    return language.startsWith('en') ? language : 'en';
  } catch {
    return 'en';
  }
}
