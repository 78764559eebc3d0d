import type { AnyStatement, Sql } from '@sw/db';

/** Columns of a bulk insert: PostgreSQL element type and one value a row. */
export type BulkColumns = Readonly<Record<string, readonly [type: string, values: readonly unknown[]]>>;

/**
 * One statement that inserts any number of rows: each column travels as one array. Table, column and type
 * names come from code only.
 */
export const bulkInsert = (sql: Sql, table: string, columns: BulkColumns): AnyStatement => {
  const names = Object.keys(columns);
  const arrays = Object.values(columns).map(([type], index) => `$${index + 1}::${type}[]`);
  // The driver takes the type of an array from its first element, and would send a list of booleans as one.
  const values = Object.values(columns).map(
    ([, column]) => column.map((value) => (typeof value === 'boolean' ? String(value) : value)) as never,
  );
  return sql.unsafe(
    `INSERT INTO ${table} (${names.join(', ')}) SELECT * FROM unnest(${arrays.join(', ')})`,
    values,
    { prepare: true },
  ) as unknown as AnyStatement;
};
