import type { Sql, Statement } from '@sw/db';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../deps.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';

/** A piece of SQL that is part of a statement. */
export type Fragment = Statement;

export interface SortField {
  /** Never null: `coalesce` what may be. */
  readonly by: Fragment;
  readonly type: 'timestamptz' | 'text' | 'bigint';
}

export interface ListSpec {
  /** Names the list in its cursors. */
  readonly name: string;
  /** Orders rows that are equal otherwise: a uuid. */
  readonly id: Fragment;
  readonly sorts: Readonly<Record<string, SortField>>;
  /** `field` or `-field`. */
  readonly defaultSort: string;
}

export interface ListQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly sort?: string | undefined;
}

/** Every row of a list selects these two besides its own columns. */
export interface ListKey {
  readonly listKey: string;
  readonly listId: string;
}

export interface AdminList {
  /** `list_key` and `list_id`, for the select list. */
  readonly keys: Fragment;
  /** True for what comes after the cursor, for the where clause. */
  readonly after: Fragment;
  /** Order and limit, for the end. */
  readonly order: Fragment;
  page<Row extends ListKey, Item>(
    rows: readonly Row[],
    present: (row: Row) => Item,
  ): { readonly items: Item[]; readonly nextCursor: string | null };
}

/**
 * A server-paged list by keyset (rule book, platform 2): sorted by one field and the id, continued behind a
 * signed cursor that holds both and is good for this list in this order only.
 */
export const beginList = (deps: Deps, sql: Sql, spec: ListSpec, query: ListQuery): AdminList => {
  const sort = query.sort ?? spec.defaultSort;
  const isDescending = sort.startsWith('-');
  const field = spec.sorts[isDescending ? sort.slice(1) : sort];
  if (field === undefined) throw new Error(`${spec.name} cannot be sorted by ${sort}`);
  const cursorName = `${spec.name} ${sort}`;
  const { by } = field;
  const { id } = spec;
  return {
    keys: sql`(${by})::text AS list_key, ${id}::text AS list_id`,
    after: afterCursor(deps, sql, { field, id, isDescending }, cursorName, query.cursor),
    order: isDescending
      ? sql`ORDER BY ${by} DESC, ${id} DESC LIMIT ${query.limit + 1}`
      : sql`ORDER BY ${by}, ${id} LIMIT ${query.limit + 1}`,
    page: (rows, present) => {
      const shown = rows.slice(0, query.limit);
      const last = shown.at(-1);
      const hasMore = rows.length > query.limit && last !== undefined;
      return {
        items: shown.map(present),
        nextCursor: hasMore
          ? encodeCursor(deps.keys.hmac, cursorName, JSON.stringify([last.listKey, last.listId]))
          : null,
      };
    },
  };
};

const afterCursor = (
  deps: Deps,
  sql: Sql,
  { field, id, isDescending }: { field: SortField; id: Fragment; isDescending: boolean },
  name: string,
  cursor: string | undefined,
): Fragment => {
  if (cursor === undefined) return sql`true`;
  const [key, lastId] = readPosition(decodeCursor(deps.keys.hmac, name, cursor));
  // Text on the way, so that a moment keeps its microseconds.
  const value = {
    timestamptz: sql`${key}::text::timestamptz`,
    text: sql`${key}::text`,
    bigint: sql`${key}::text::bigint`,
  }[field.type];
  return isDescending
    ? sql`(${field.by}, ${id}) < (${value}, ${lastId}::text::uuid)`
    : sql`(${field.by}, ${id}) > (${value}, ${lastId}::text::uuid)`;
};

const readPosition = (text: string): readonly [string, string] => {
  const [key, lastId] = JSON.parse(text) as string[];
  if (key === undefined || lastId === undefined) throw new AppError('bad_cursor');
  return [key, lastId];
};

/** A text as a pattern of ILIKE that finds it anywhere; its wildcards stand for themselves. */
export const containing = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
