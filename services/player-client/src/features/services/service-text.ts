import { useGame } from '../../app/game-context.ts';

type Params = Readonly<Record<string, unknown>>;

/** The last part of a key as words: what a counter this build has no texts for is called. */
export function wordsOf(key: string): string {
  const words = (key.split('.').at(-1) ?? key).replaceAll(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Texts that the server names by their keys; a key without a text here is said in its own words, or not at all. */
export function useServiceText(): {
  readonly name: (key: string, params?: Params) => string;
  readonly text: (key: string | null, params?: Params) => string | null;
} {
  const { i18n } = useGame();
  const say = i18n.t as unknown as (key: string, params?: Params) => string;
  const has = (key: string) => i18n.exists(key, { ns: 'services' });
  return {
    name: (key, params = {}) => (has(key) ? say(`services:${key}`, params) : wordsOf(key)),
    text: (key, params = {}) => (key !== null && has(key) ? say(`services:${key}`, params) : null),
  };
}
