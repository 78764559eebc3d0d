import type { CommodityCode } from '@sw/contracts';
import type { Command, Expected, Parsed } from './command.ts';
import { parseAmount, parseSectorNumber } from './parse-number.ts';
import type { Verb } from './vocabulary.ts';
import { ITEMS, lookUp, SHORT_FORMS, VERBS } from './vocabulary.ts';

/** Thrown inside the parser only: where and why a line stopped making sense. */
class Misread extends Error {
  readonly expected: Expected;
  readonly found: string;
  readonly candidates: readonly string[];

  constructor(expected: Expected, found: string, candidates: readonly string[] = []) {
    super(expected);
    this.expected = expected;
    this.found = found;
    this.candidates = candidates;
  }
}

/** The words of a line, taken one after the other. */
class Words {
  readonly #words: readonly string[];
  #at = 0;

  constructor(line: string) {
    this.#words = line.split(/\s+/).filter((word) => word !== '');
  }

  get isEmpty(): boolean {
    return this.#at >= this.#words.length;
  }

  peek(): string {
    return this.#words[this.#at] ?? '';
  }

  take(): string {
    const word = this.peek();
    this.#at += 1;
    return word;
  }

  rest(): string {
    const rest = this.#words.slice(this.#at).join(' ');
    this.#at = this.#words.length;
    return rest;
  }

  oneOf<T extends string>(expected: Expected, options: readonly T[]): T {
    const word = this.take();
    const { match, candidates } = lookUp(word, options);
    if (match === null) throw new Misread(expected, word, candidates.length > 0 ? candidates : options);
    return match;
  }

  sector(): number {
    const word = this.take();
    const number = parseSectorNumber(word);
    if (number === null) throw new Misread('sector', word);
    return number;
  }

  amount(): number {
    const word = this.take();
    const amount = parseAmount(word);
    if (amount === null) throw new Misread('amount', word);
    return amount;
  }

  /** A commodity by its key, its name, or the beginning of either; names of two words may be typed as such. */
  item(): CommodityCode {
    const word = this.take();
    const two = `${word}_${this.peek()}`.toLowerCase();
    if (!this.isEmpty && ITEMS.some((item) => item.startsWith(two))) {
      this.take();
      const found = lookUp(two, ITEMS).match;
      if (found !== null) return found;
    }
    const { match, candidates } = lookUp(word, ITEMS);
    if (match === null) throw new Misread('item', word, candidates);
    return match;
  }
}

const MOST_AVOIDED = 50;

function sectorList(text: string): number[] {
  const numbers = text.split(/[\s,]+/).filter((word) => word !== '');
  if (numbers.length === 0) throw new Misread('sector', '');
  return numbers.slice(0, MOST_AVOIDED).map((word) => {
    const number = parseSectorNumber(word);
    if (number === null) throw new Misread('sector', word);
    return number;
  });
}

function amountOf(words: Words): number | 'max' {
  const word = words.take();
  const isAll = lookUp(word, ['max', 'all']).match !== null && word !== '';
  const amount = isAll ? 'max' : parseAmount(word);
  if (amount === null) throw new Misread('amount', word, ['max', 'all']);
  return amount;
}

function order(side: 'buy' | 'sell', words: Words): Command {
  return { verb: 'order', side, amount: amountOf(words), item: words.item() };
}

function alias(words: Words): Command {
  const name = words.take().toLowerCase();
  if (!/^[a-z0-9_-]{1,16}$/.test(name)) throw new Misread('name', name);
  if (words.peek() === '=') words.take();
  const line = words.rest();
  return { verb: 'alias', name, line: line === '' ? null : line };
}

/** One reader a verb; what a reader leaves over is a mistake. */
const READERS: Readonly<Record<Verb, (words: Words) => Command>> = {
  move: (words) => {
    if (words.peek() !== '>') return { verb: 'move', to: words.sector() };
    words.take();
    return { verb: 'move', to: 'next' };
  },
  plot: (words) => {
    const to = words.sector();
    if (words.isEmpty) return { verb: 'plot', to, avoid: [] };
    words.oneOf('nothing', ['avoid']);
    return { verb: 'plot', to, avoid: sectorList(words.rest()) };
  },
  course: () => ({ verb: 'course' }),
  clear: () => ({ verb: 'clear' }),
  auto: (words) => ({
    verb: 'auto',
    mode: words.isEmpty ? 'on' : words.oneOf('mode', ['on', 'off', 'step']),
  }),
  dock: (words) => ({ verb: 'dock', station: words.isEmpty ? 1 : words.amount() }),
  undock: () => ({ verb: 'undock' }),
  display: () => ({ verb: 'display' }),
  buy: (words) => order('buy', words),
  sell: (words) => order('sell', words),
  trade: () => ({ verb: 'trade' }),
  quote: (words) => ({ verb: 'quote', amount: words.amount(), item: words.item() }),
  find: (words) => {
    const side = words.oneOf('side', ['buy', 'sell']);
    const item = words.item();
    if (words.isEmpty) return { verb: 'find', side, item, within: null };
    words.oneOf('nothing', ['within']);
    return { verb: 'find', side, item, within: words.amount() };
  },
  route: (words) => {
    words.oneOf('nothing', ['best']);
    return { verb: 'route', maxHops: words.isEmpty ? null : words.amount() };
  },
  near: (words) => ({ verb: 'near', what: words.oneOf('place', ['station', 'shipyard', 'unexplored']) }),
  scan: (words) => {
    if (words.isEmpty) return { verb: 'scan', mode: 'adjacent' };
    words.oneOf('mode', ['deep']);
    return { verb: 'scan', mode: 'deep' };
  },
  harvest: () => ({ verb: 'harvest' }),
  salvage: () => ({ verb: 'salvage' }),
  recall: () => ({ verb: 'recall' }),
  sector: (words) => ({ verb: 'sector', number: words.sector() }),
  note: (words) => ({ verb: 'note', sector: words.sector(), text: words.rest() }),
  mark: (words) => ({ verb: 'mark', sector: words.sector(), text: words.rest() }),
  avoid: (words) => ({ verb: 'avoid', sector: words.sector() }),
  unavoid: (words) => ({ verb: 'unavoid', sector: words.sector() }),
  say: (words) => {
    const text = words.rest();
    if (text === '') throw new Misread('text', '');
    return { verb: 'say', text };
  },
  who: () => ({ verb: 'who' }),
  turns: () => ({ verb: 'turns' }),
  ship: () => ({ verb: 'ship' }),
  cargo: () => ({ verb: 'cargo' }),
  jobs: () => ({ verb: 'jobs' }),
  load: (words) => ({ verb: 'haul', direction: 'load', amount: amountOf(words), item: words.item() }),
  unload: (words) => ({ verb: 'haul', direction: 'unload', amount: amountOf(words), item: words.item() }),
  // What is thrown out is chosen and confirmed on its screen: danger is never confirmed by a line.
  jettison: (words) => {
    if (!words.isEmpty) {
      amountOf(words);
      words.item();
    }
    return { verb: 'jettison' };
  },
  log: (words) => ({ verb: 'log', filter: words.isEmpty ? null : words.rest() }),
  help: (words) => ({ verb: 'help', topic: words.isEmpty ? null : words.rest() }),
  alias,
};

/** Typed out of habit: the key that leads to the field, or the sign in front of it. */
const PROMPT = /^[:/>]\s*/;

function read(line: string): Command {
  const trimmed = line.trim().replace(PROMPT, '');
  if (trimmed.startsWith("'")) return READERS.say(new Words(trimmed.slice(1)));
  const words = new Words(trimmed.replace(/!$/, ''));
  const word = words.take();
  const { match, candidates } = lookUp(word, VERBS, SHORT_FORMS);
  if (match === null) throw new Misread('verb', word, candidates);
  const command = READERS[match](words);
  if (!words.isEmpty) throw new Misread('nothing', words.rest());
  return command;
}

/**
 * Reads one line of the command line (rule book, front ends 3.3): case does not matter, the first
 * unique prefix of a word is enough, `'text` says. Never throws. A trailing `!`, which skips a simple
 * confirmation, is accepted and has nothing to skip yet.
 */
export function parseCommand(line: string): Parsed {
  try {
    return { ok: true, command: read(line) };
  } catch (error) {
    if (!(error instanceof Misread)) throw error;
    const { expected, found, candidates } = error;
    return { ok: false, expected, found, candidates };
  }
}
