import { DatabaseUnavailableError, isUnavailable } from './errors.ts';
import type { Link } from './link.ts';
import type { Answers, AnyStatement, Sql } from './sql.ts';

/**
 * One transaction as the caller of `Database.command` sees it: any number of loads, then at most one commit.
 *
 * - The first `load` carries BEGIN with it, `commit` carries COMMIT: a command of one load and one commit is two
 *   network flushes, a command of a single `commit` is one.
 * - Nothing is kept unless `commit` has answered. A command that returns or throws before is rolled back, so a
 *   refusal is simply returned.
 * - Statements must be built with `tx.sql`.
 */
export interface Tx {
  readonly sql: Sql;
  /** Sends the statements (the first time behind BEGIN) in one flush; answers in the same order. */
  load<const TStatements extends readonly AnyStatement[]>(
    ...statements: TStatements
  ): Promise<Answers<TStatements>>;
  /** Sends the statements and COMMIT in one flush; after it answered, everything is durable. */
  commit<const TStatements extends readonly AnyStatement[]>(
    ...statements: TStatements
  ): Promise<Answers<TStatements>>;
}

/** How a transaction begins: the text is fixed per kind, so that it is prepared once per connection. */
export interface TransactionKind {
  begin(sql: Sql): AnyStatement;
}

/** READ COMMITTED, may write: what every command runs in. */
export const COMMAND: TransactionKind = { begin: (sql) => sql`begin read write` };

/** REPEATABLE READ, read only: several reads of one moment. */
export const SNAPSHOT: TransactionKind = {
  begin: (sql) => sql`begin isolation level repeatable read, read only`,
};

type State = 'fresh' | 'open' | 'failed' | 'ended';

/** Runs `work` in a transaction on a leased link and leaves the link clean, whatever `work` does. */
export async function runTransaction<T>(
  link: Link,
  kind: TransactionKind,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const transaction = new Transaction(link, kind);
  try {
    return await work(transaction);
  } finally {
    await transaction.end();
  }
}

class Transaction implements Tx {
  readonly sql: Sql;
  readonly #link: Link;
  readonly #kind: TransactionKind;
  #state: State = 'fresh';

  constructor(link: Link, kind: TransactionKind) {
    this.sql = link.sql;
    this.#link = link;
    this.#kind = kind;
  }

  async load<const TStatements extends readonly AnyStatement[]>(
    ...statements: TStatements
  ): Promise<Answers<TStatements>> {
    const opening = this.#opening();
    try {
      const answers = await this.#link.flush([...opening, ...statements]);
      return answers.slice(opening.length) as Answers<TStatements>;
    } catch (error) {
      this.#state = 'failed';
      throw isUnavailable(error) ? new DatabaseUnavailableError('none', { cause: error }) : error;
    }
  }

  async commit<const TStatements extends readonly AnyStatement[]>(
    ...statements: TStatements
  ): Promise<Answers<TStatements>> {
    const opening = this.#opening();
    // Whatever happens to this flush ends the transaction: the server answers the COMMIT of an aborted one with a
    // ROLLBACK, so nothing is left to undo.
    this.#state = 'ended';
    try {
      const answers = await this.#link.flush([...opening, ...statements, this.sql`commit`]);
      assertCommitted(answers.at(-1));
      return answers.slice(opening.length, -1) as Answers<TStatements>;
    } catch (error) {
      throw isUnavailable(error) ? new DatabaseUnavailableError('unknown', { cause: error }) : error;
    }
  }

  /** Rolls back what was not committed; a link on which even that fails is ended, because its state is unknown. */
  async end(): Promise<void> {
    const isOpen = this.#state === 'open' || this.#state === 'failed';
    this.#state = 'ended';
    if (!isOpen || !this.#link.isAlive()) return;
    try {
      await this.#link.flush([this.sql`rollback`]);
    } catch {
      await this.#link.end().catch(() => undefined);
    }
  }

  #opening(): readonly AnyStatement[] {
    if (this.#state === 'failed' || this.#state === 'ended') {
      throw new Error(`a statement was sent in a transaction that has ${this.#state}`);
    }
    if (!this.#link.isAlive()) throw new DatabaseUnavailableError('none');
    if (this.#state === 'open') return [];
    this.#state = 'open';
    return [this.#kind.begin(this.sql)];
  }
}

function assertCommitted(answer: unknown): void {
  const command = (answer as { command?: string } | undefined)?.command;
  if (command !== 'COMMIT') throw new Error(`COMMIT was answered with ${command ?? 'nothing'}`);
}
