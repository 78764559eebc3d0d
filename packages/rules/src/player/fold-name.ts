const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  _: '',
  '-': '',
};

/**
 * The form in which two names are the same (rule book, platform 3.1): lower case, digits that look like letters
 * replaced, `_` and `-` removed.
 */
export function foldName(name: string): string {
  return name.toLowerCase().replace(/[013457_-]/g, (symbol) => LOOKALIKES[symbol] ?? '');
}
