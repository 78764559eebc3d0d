import type { AnyStatement, Tx } from '@sw/db';

type Named = Readonly<Record<string, AnyStatement | null>>;
type Rows<T extends Named> = {
  readonly [K in keyof T]: null extends T[K] ? Awaited<NonNullable<T[K]>> | readonly [] : Awaited<T[K]>;
};

/** Loads statements by name in one flush; those that need not be asked (null) answer no rows. */
export const loadNamed = async <const T extends Named>(
  tx: Pick<Tx, 'load'>,
  statements: T,
): Promise<Rows<T>> => {
  const asked = Object.entries(statements).flatMap(([name, statement]) =>
    statement === null ? [] : [{ name, statement }],
  );
  const answers: readonly unknown[] =
    asked.length === 0 ? [] : await tx.load(...asked.map(({ statement }) => statement));
  const rows = new Map(asked.map(({ name }, index) => [name, answers[index]]));
  return Object.fromEntries(Object.keys(statements).map((name) => [name, rows.get(name) ?? []])) as Rows<T>;
};
