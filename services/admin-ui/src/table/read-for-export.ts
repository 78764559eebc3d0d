import type { ListRequest, LoadPage } from './table-types.ts';

/** More than this belongs into a report, not into a browser. */
export const EXPORT_LIMIT = 5000;
const PAGE = 100;

/** Reads the whole list an operator looks at, page by page, up to the limit. */
export const readForExport = async <Row>(
  load: LoadPage<Row>,
  request: Omit<ListRequest, 'cursor' | 'limit'>,
): Promise<{ readonly rows: readonly Row[]; readonly isCut: boolean }> => {
  const { signal } = new AbortController();
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const page = await load({ ...request, limit: PAGE, ...(cursor === null ? {} : { cursor }) }, signal);
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && rows.length < EXPORT_LIMIT);
  return { rows: rows.slice(0, EXPORT_LIMIT), isCut: cursor !== null };
};
