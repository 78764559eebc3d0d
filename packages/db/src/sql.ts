import type postgres from 'postgres';

/**
 * The tagged template every statement is written with. What it builds is lazy: nothing is sent until it is awaited
 * (reads through `Database.sql`) or handed to `Tx.load` / `Tx.commit`, so one repository function serves both.
 *
 * `int8` arrives as `bigint`, columns arrive in camelCase, parameters are never spliced into the text.
 */
export type Sql = postgres.ISql<{ bigint: bigint }>;

/** A statement that has been built but not sent. */
export type Statement<TRows extends readonly (object | undefined)[] = postgres.Row[]> =
  postgres.PendingQuery<TRows>;

/** Any statement, whatever rows it answers. */
export type AnyStatement = Promise<unknown> & { execute(): unknown };

/** What a list of statements answers, in the same order. */
export type Answers<TStatements extends readonly AnyStatement[]> = {
  -readonly [Index in keyof TStatements]: Awaited<TStatements[Index]>;
};
