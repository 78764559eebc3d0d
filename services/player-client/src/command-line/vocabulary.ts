import { commodityKey } from '@sw/contracts';

/** Words the grammar knows, in the order in which completion offers them. */
export const VERBS = [
  'move',
  'plot',
  'course',
  'clear',
  'auto',
  'dock',
  'undock',
  'display',
  'buy',
  'sell',
  'trade',
  'quote',
  'find',
  'route',
  'near',
  'scan',
  'harvest',
  'salvage',
  'recall',
  'sector',
  'note',
  'mark',
  'avoid',
  'unavoid',
  'say',
  'who',
  'turns',
  'ship',
  'cargo',
  'jobs',
  'load',
  'unload',
  'jettison',
  'log',
  'help',
  'alias',
] as const;

export type Verb = (typeof VERBS)[number];

/** Fixed short forms; every other unique prefix works too. */
export const SHORT_FORMS: ReadonlyMap<string, Verb> = new Map([
  ['m', 'move'],
  ['p', 'dock'],
  ['u', 'undock'],
  ['d', 'display'],
  ['b', 'buy'],
  ['s', 'sell'],
  ['h', 'help'],
]);

export const ITEMS = commodityKey.options;

/** The entry a word names: an exact one, a fixed short form, or the only one that begins with it. */
export function lookUp<T extends string>(
  word: string,
  words: readonly T[],
  shortForms: ReadonlyMap<string, T> = new Map(),
): { readonly match: T | null; readonly candidates: readonly T[] } {
  const wanted = word.toLowerCase();
  const exact = words.find((entry) => entry === wanted) ?? shortForms.get(wanted);
  if (exact !== undefined) return { match: exact, candidates: [exact] };
  const candidates = wanted === '' ? [] : words.filter((entry) => entry.startsWith(wanted));
  return { match: candidates.length === 1 ? (candidates[0] ?? null) : null, candidates };
}
