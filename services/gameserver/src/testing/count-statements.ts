import type { Database, Sql, Tx } from '@sw/db';

/** What was asked of a database. */
export interface Asked {
  /** Statements besides those that begin and end a transaction. */
  readonly statements: number;
  /** Network flushes: one for each load and commit of a transaction, one for each read outside of any. */
  readonly flushes: number;
}

/** A database that counts what is asked of it. */
export interface CountingDatabase extends Database {
  /** What `work` asked; nothing else may use the database meanwhile. */
  asked(work: () => Promise<unknown>): Promise<Asked>;
}

/** Counts statements and flushes over a database; everything else is as before. */
export const countStatements = (db: Database): CountingDatabase => {
  let statements = 0;
  let flushes = 0;

  const note = (sent: readonly unknown[]): void => {
    statements += sent.length;
    flushes += 1;
  };
  const counted = (tx: Tx): Tx => ({
    sql: tx.sql,
    load: (...sent) => {
      note(sent);
      return tx.load(...sent);
    },
    commit: (...sent) => {
      note(sent);
      return tx.commit(...sent);
    },
  });
  // A statement is sent when it is awaited: a fragment of another one never is.
  const awaited = <S extends object>(built: S): S =>
    new Proxy(built, {
      get: (target, name) => {
        if (name === 'then') note([built]);
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  const sql = new Proxy(db.sql, {
    apply: (target, self, args) => awaited(Reflect.apply(target as never, self, args) as object),
  }) as Sql;

  return {
    ...db,
    sql,
    command: (work) => db.command((tx) => work(counted(tx))),
    write: (build) =>
      db.write((written) => {
        const built = build(written);
        note(built);
        return built;
      }),
    snapshot: (work) => db.snapshot((tx) => work(counted(tx as Tx))),
    asked: async (work) => {
      const before = { statements, flushes };
      await work();
      return { statements: statements - before.statements, flushes: flushes - before.flushes };
    },
  };
};
