/**
 * Walks an ICU message without knowing its grammar in full: enough to tell
 * text from syntax. Understands arguments, nested plural, selectordinal and
 * select branches, apostrophe quoting and tags; anything malformed is the
 * parser's business (see catalogue.test.ts), not this scanner's.
 */
export interface MessageVisitor {
  /** Text a person reads. */
  readonly text: (text: string) => string;
  /** Name of an argument; its syntax is kept as it is. */
  readonly argument?: (name: string) => void;
}

const BRANCHING = new Set(['plural', 'select', 'selectordinal']);

/** The message with every text run replaced by what the visitor makes of it. */
export function mapMessage(message: string, visitor: MessageVisitor): string {
  return new MessageScanner(message, visitor).message(false);
}

/** Names of the arguments a message needs, each once, in order of appearance. */
export function messageArguments(message: string): readonly string[] {
  const names = new Set<string>();
  mapMessage(message, {
    text: (text) => text,
    argument: (name) => names.add(name),
  });
  return [...names];
}

class MessageScanner {
  readonly #source: string;
  readonly #visitor: MessageVisitor;
  #at = 0;

  constructor(source: string, visitor: MessageVisitor) {
    this.#source = source;
    this.#visitor = visitor;
  }

  /** A run of text and arguments, up to the end or, when nested, the closing brace. */
  message(nested: boolean): string {
    let out = '';
    while (this.#at < this.#source.length) {
      const char = this.#source[this.#at];
      if (char === '}' && nested) break;
      if (char === '{') out += this.#argument();
      else if (char === '<') out += this.#upTo('>');
      else out += this.#visitor.text(this.#text());
    }
    return out;
  }

  #text(): string {
    const start = this.#at;
    while (this.#at < this.#source.length && !'{}<'.includes(this.#source[this.#at] ?? '')) {
      if (this.#source[this.#at] === "'" && '{}<#'.includes(this.#source[this.#at + 1] ?? ' ')) {
        this.#at = this.#source.indexOf("'", this.#at + 1);
        if (this.#at < 0) this.#at = this.#source.length - 1;
      }
      this.#at += 1;
    }
    if (this.#at === start) this.#at += 1;
    return this.#source.slice(start, this.#at);
  }

  #argument(): string {
    const head = this.#upToAny(',}');
    this.#visitor.argument?.(head.replace(/[{,}]/g, '').trim());
    if (!head.endsWith(',')) return head;
    const type = this.#upToAny(',}');
    if (!type.endsWith(',')) return head + type;
    if (!BRANCHING.has(type.slice(0, -1).trim())) return head + type + this.#upTo('}');
    let out = head + type;
    while (this.#at < this.#source.length) {
      const selector = this.#upToAny('{}');
      out += selector;
      if (selector.endsWith('}')) break;
      out += this.message(true) + this.#upTo('}');
    }
    return out;
  }

  #upTo(end: string): string {
    return this.#upToAny(end);
  }

  /** Everything up to and including the first of the given characters. */
  #upToAny(ends: string): string {
    const start = this.#at;
    if (this.#source[this.#at] === '{' && !ends.includes('{')) this.#at += 1;
    while (this.#at < this.#source.length && !ends.includes(this.#source[this.#at] ?? '')) this.#at += 1;
    this.#at = Math.min(this.#at + 1, this.#source.length);
    return this.#source.slice(start, this.#at);
  }
}
