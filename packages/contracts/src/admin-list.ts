import { z } from 'zod';

/** `true` or `false` in a query. */
export const flag = z.codec(z.enum(['true', 'false']), z.boolean(), {
  decode: (wire) => wire === 'true',
  encode: (value) => (value ? ('true' as const) : ('false' as const)),
});

type Sorted<F extends string> = F | `-${F}`;

/**
 * The query of an admin list (rule book, platform 2): keyset paging, one field to sort by, free search, the
 * total on request, and the filters of that list by name.
 */
export const adminListQuery = <const F extends string, const Filters extends z.ZodRawShape>(
  sorts: readonly [F, ...F[]],
  filters: Filters,
) =>
  z.strictObject({
    limit: z.coerce.number().int().min(1).max(100).default(25),
    cursor: z.string().max(500).optional(),
    q: z.string().trim().min(1).max(100).optional(),
    sort: z.enum(sorts.flatMap((field): Sorted<F>[] => [field, `-${field}`])).optional(),
    withTotal: flag.optional(),
    ...filters,
  });

/** One page of an admin list; `total` is null unless it was asked for. */
export const adminPage = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int().nullable() });

/** Why an operator does something (R in platform 13): kept in the audit log. */
export const adminReason = z.string().trim().min(10).max(500);
