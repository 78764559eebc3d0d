/**
 * ICU messages as our catalogues write them: arguments, plural and select, nested, with `#` and with
 * quoting. In a build it stands for `i18next-icu`, whose parser also knows dates, skeletons and tags
 * that no catalogue uses and costs a twentieth of the first load. `icu-format.test.ts` holds every
 * message of the catalogues to the same words.
 */
type Part =
  | string
  | { readonly kind: 'argument'; readonly name: string }
  | { readonly kind: 'count' }
  | {
      readonly kind: 'plural' | 'select';
      readonly name: string;
      readonly options: Readonly<Record<string, readonly Part[]>>;
    };

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Parts up to the end, or up to the brace that closes a branch. */
  parts(inPlural: boolean): readonly Part[] {
    const parts: Part[] = [];
    let text = '';
    const flush = () => {
      if (text !== '') parts.push(text);
      text = '';
    };
    while (this.#at < this.#text.length) {
      const char = this.#text[this.#at];
      if (char === '}') break;
      if (char === '{') {
        flush();
        parts.push(this.#argument());
      } else if (char === '#' && inPlural) {
        flush();
        parts.push({ kind: 'count' });
        this.#at += 1;
      } else text += char === "'" ? this.#quoted(inPlural) : this.#take();
    }
    flush();
    return parts;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  #take(): string {
    const char = this.#text[this.#at] ?? '';
    this.#at += 1;
    return char;
  }

  /** Two apostrophes are one; one before a brace (or `#` in a plural) quotes up to the next. */
  #quoted(inPlural: boolean): string {
    this.#at += 1;
    const next = this.#text[this.#at];
    if (next === "'") return this.#take();
    if (next === undefined || !(next === '{' || next === '}' || (next === '#' && inPlural))) return "'";
    let text = '';
    while (this.#at < this.#text.length) {
      const char = this.#take();
      if (char !== "'") text += char;
      else if (this.#text[this.#at] === "'") text += this.#take();
      else break;
    }
    return text;
  }

  #word(): string {
    this.#space();
    const match = /^[^\s,{}]+/.exec(this.#text.slice(this.#at));
    if (match === null) throw new SyntaxError('A word was expected');
    this.#at += match[0].length;
    this.#space();
    return match[0];
  }

  #space(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at += 1;
  }

  #expect(char: string): void {
    this.#space();
    if (this.#take() !== char) throw new SyntaxError(`${char} was expected`);
  }

  #argument(): Part {
    this.#expect('{');
    const name = this.#word();
    if (this.#text[this.#at] === '}') {
      this.#at += 1;
      return { kind: 'argument', name };
    }
    this.#expect(',');
    const kind = this.#word();
    if (kind !== 'plural' && kind !== 'select') throw new SyntaxError(`${kind} is not known`);
    this.#expect(',');
    const options: Record<string, readonly Part[]> = {};
    this.#space();
    while (this.#text[this.#at] !== '}') {
      const selector = this.#word();
      this.#expect('{');
      options[selector] = this.parts(kind === 'plural');
      this.#expect('}');
      this.#space();
    }
    this.#at += 1;
    return { kind, name, options };
  }
}

/** Reads a message; throws for anything malformed. */
export function parseMessage(message: string): readonly Part[] {
  const reader = new Reader(message);
  const parts = reader.parts(false);
  if (!reader.isAtEnd) throw new SyntaxError('A brace too many');
  return parts;
}

type Values = Readonly<Record<string, unknown>>;

const pluralRules = new Map<string, Intl.PluralRules>();
const numberFormats = new Map<string, Intl.NumberFormat>();

function cached<T>(cache: Map<string, T>, language: string, make: () => T): T {
  let made = cache.get(language);
  if (made === undefined) {
    made = make();
    cache.set(language, made);
  }
  return made;
}

function branchOf(
  part: Extract<Part, { kind: 'plural' | 'select' }>,
  value: unknown,
  language: string,
): readonly Part[] {
  const { options, kind } = part;
  const exact = options[kind === 'plural' ? `=${String(value)}` : String(value)];
  if (exact !== undefined) return exact;
  if (kind === 'plural') {
    const rule = cached(pluralRules, language, () => new Intl.PluralRules(language)).select(Number(value));
    if (options[rule] !== undefined) return options[rule];
  }
  const other = options['other'];
  if (other === undefined) throw new RangeError('No branch fits');
  return other;
}

function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint'
    ? String(value)
    : '';
}

function render(parts: readonly Part[], values: Values, language: string, count: number): string {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else if (part.kind === 'count')
      text += cached(numberFormats, language, () => new Intl.NumberFormat(language)).format(count);
    else {
      if (!Object.hasOwn(values, part.name)) throw new RangeError(`${part.name} is missing`);
      const value = values[part.name];
      if (part.kind === 'argument') text += shown(value);
      else
        text += render(
          branchOf(part, value, language),
          values,
          language,
          part.kind === 'plural' ? Number(value) : count,
        );
    }
  }
  return text;
}

/** A message in words. Throws when a value it names is missing or it is malformed. */
export function formatMessage(message: string, values: Values, language: string): string {
  return render(parseMessage(message), values, language, 0);
}

/** The i18next plugin over it; like `i18next-icu`, a message that fails is shown as it is written. */
export class IcuFormat {
  readonly type = 'i18nFormat';
  static readonly type = 'i18nFormat';
  readonly #parsed = new Map<string, readonly Part[]>();

  init(): void {
    this.#parsed.clear();
  }

  parse(message: string, values: Values, language: string): string {
    try {
      let parts = this.#parsed.get(message);
      if (parts === undefined) {
        parts = parseMessage(message);
        this.#parsed.set(message, parts);
      }
      return render(parts, values, language, 0);
    } catch {
      return message;
    }
  }

  addLookupKeys(keys: readonly string[]): readonly string[] {
    return keys;
  }
}
