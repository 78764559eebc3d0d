import catalogue from '@sw/i18n/locales/en/auth.json';

export type PublicKey = keyof typeof catalogue;

type Params = Readonly<Record<string, string | number>>;

/** Whether the catalogue has the key: for codes that the server may invent later. */
export function hasText(key: string): key is PublicKey {
  return Object.hasOwn(catalogue, key);
}

/**
 * A text of the pages before the game. They say nothing that needs plurals, so the full translation
 * engine, a fifth of their size budget, is loaded with the game and not here.
 */
export function text(key: PublicKey, params: Params = {}): string {
  return catalogue[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
