import type { AnyStatement, Sql } from '@sw/db';

/** Columns of a bulk insert: PostgreSQL element type and one value a row. */
export type BulkColumns = Readonly<Record<string, readonly [type: string, values: readonly unknown[]]>>;

/**
 * The driver takes the type of an array from its first element and so sends a list of booleans as a single
 * one, and a list of texts for booleans as nothing but `false`. Booleans therefore travel as texts and
 * become booleans in the database.
 */
const WIRE_TYPE: Readonly<Record<string, string>> = { bool: 'text' };

/**
 * One statement that inserts any number of rows: each column travels as one array. Table, column and type
 * names come from code only.
 */
export const bulkInsert = (sql: Sql, table: string, columns: BulkColumns): AnyStatement => {
  const entries = Object.entries(columns);
  const names = entries.map(([name]) => name).join(', ');
  const arrays = entries.map(([, [type]], index) => `$${index + 1}::${WIRE_TYPE[type] ?? type}[]`);
  const casts = entries.map(([name, [type]]) => `d.${name}::${type}`);
  const values = entries.map(
    ([, [type, column]]) => (type === 'bool' ? column.map(textOrNull) : column) as never,
  );
  return sql.unsafe(
    `INSERT INTO ${table} (${names}) SELECT ${casts.join(', ')} FROM unnest(${arrays.join(', ')}) AS d (${names})`,
    values,
    { prepare: true },
  ) as unknown as AnyStatement;
};

const textOrNull = (value: unknown): string | null => (value === null ? null : String(value));
