import type { Verb } from './vocabulary.ts';
import { ITEMS, SHORT_FORMS, VERBS } from './vocabulary.ts';

/** What the words of the moment are: sectors the player can see, and his own aliases. */
export interface CompletionContext {
  /** Numbers of reachable sectors, nearest first. */
  readonly sectors: readonly number[];
  readonly aliases: readonly string[];
}

export interface Completion {
  /** The whole line with its last word completed. */
  readonly line: string;
  /** What completion adds, shown pale behind the cursor. */
  readonly ghost: string;
  readonly candidates: readonly string[];
}

type Slot =
  | 'sector'
  | 'amount'
  | 'item'
  | 'side'
  | 'within'
  | 'avoid'
  | 'mode'
  | 'place'
  | 'depth'
  | 'best'
  | 'verb'
  | 'free';

/** The kinds of words that may follow each verb; the last kind repeats. */
const SLOTS: Partial<Record<Verb, readonly Slot[]>> = {
  move: ['sector'],
  plot: ['sector', 'avoid', 'sector'],
  auto: ['mode'],
  buy: ['amount', 'item'],
  sell: ['amount', 'item'],
  quote: ['free', 'item'],
  load: ['amount', 'item'],
  unload: ['amount', 'item'],
  jettison: ['amount', 'item'],
  find: ['side', 'item', 'within', 'free'],
  route: ['best', 'free'],
  near: ['place'],
  scan: ['depth'],
  sector: ['sector'],
  note: ['sector', 'free'],
  mark: ['sector', 'free'],
  avoid: ['sector'],
  unavoid: ['sector'],
  help: ['verb'],
};

function wordsOf(slot: Slot, context: CompletionContext, verb: Verb): readonly string[] {
  switch (slot) {
    case 'sector':
      return [...(verb === 'move' ? ['>'] : []), ...context.sectors.map(String)];
    case 'amount':
      return verb === 'buy' ? ['max'] : ['all', 'max'];
    case 'item':
      return ITEMS.map((item) => item.replaceAll('_', ' '));
    case 'side':
      return ['buy', 'sell'];
    case 'within':
      return ['within'];
    case 'avoid':
      return ['avoid'];
    case 'mode':
      return ['on', 'off', 'step'];
    case 'place':
      return ['station', 'shipyard', 'unexplored'];
    case 'depth':
      return ['deep'];
    case 'best':
      return ['best'];
    case 'verb':
      return VERBS;
    case 'free':
      return [];
  }
}

const verbOf = (word: string): Verb | undefined => {
  const lower = word.toLowerCase();
  const short = SHORT_FORMS.get(lower);
  if (short !== undefined) return short;
  const matches = VERBS.filter((verb) => verb.startsWith(lower));
  return matches.find((verb) => verb === lower) ?? (matches.length === 1 ? matches[0] : undefined);
};

/** The words that may stand where the line ends, given what has been typed of the last one. */
export function candidatesOf(line: string, context: CompletionContext): readonly string[] {
  const words = line.trimStart().split(/\s+/);
  const typed = (words.at(-1) ?? '').toLowerCase();
  const place = words.length - 1;
  if (place === 0) {
    if (typed === '') return [];
    return [...VERBS, ...context.aliases].filter((word) => word.startsWith(typed));
  }
  const verb = verbOf(words[0] ?? '');
  const slots = verb === undefined ? undefined : SLOTS[verb];
  const slot = slots?.[Math.min(place - 1, slots.length - 1)];
  if (verb === undefined || slot === undefined) return [];
  const bare = typed.replace(/^#/, '');
  return wordsOf(slot, context, verb).filter((word) => word.startsWith(bare));
}

/**
 * Completes the last word of a line, or null when nothing fits or nothing is left to add. With
 * several candidates the first one is offered; `turn` offers the following ones, around in a circle.
 */
export function complete(line: string, context: CompletionContext, turn = 0): Completion | null {
  const candidates = candidatesOf(line, context);
  const chosen = candidates[candidates.length === 0 ? 0 : turn % candidates.length];
  if (chosen === undefined) return null;
  const typed = (/\S*$/.exec(line)?.[0] ?? '').replace(/^#/, '');
  const ghost = chosen.slice(typed.length);
  return ghost === '' ? null : { line: line + ghost, ghost, candidates };
}
