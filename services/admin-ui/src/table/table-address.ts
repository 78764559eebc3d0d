/** What of a table stands in the address: everything somebody else needs to see the same rows. */
export interface TableAddress {
  readonly q: string;
  readonly filters: Readonly<Record<string, string>>;
  /** `field` or `-field`. */
  readonly sort: string;
  /** Columns shown; null: those shown by default. */
  readonly columns: readonly string[] | null;
  /** Cursor of the page; null: the first. */
  readonly after: string | null;
}

/** Values may hold anything, so both halves of a pair are encoded. */
const readFilters = (text: string): Record<string, string> => {
  const filters: Record<string, string> = {};
  for (const pair of text.split(',')) {
    const [id = '', value = ''] = pair.split(':').map(decode);
    if (id !== '' && value !== '') filters[id] = value;
  }
  return filters;
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
};

/** Reads `?q=&f=&sort=&cols=&after=`; whatever makes no sense is left out. */
export const readTableAddress = (search: URLSearchParams, defaultSort: string): TableAddress => {
  const columns = search.get('cols');
  return {
    q: search.get('q') ?? '',
    filters: readFilters(search.get('f') ?? ''),
    sort: search.get('sort') ?? defaultSort,
    columns: columns === null ? null : columns.split(',').filter((id) => id !== ''),
    after: search.get('after'),
  };
};

/** Writes a table's part of the address over `search`, leaving other parameters alone. */
export const writeTableAddress = (
  search: URLSearchParams,
  address: TableAddress,
  defaultSort: string,
): URLSearchParams => {
  const next = new URLSearchParams(search);
  const put = (name: string, value: string): void => {
    if (value === '') next.delete(name);
    else next.set(name, value);
  };
  put('q', address.q);
  put(
    'f',
    Object.entries(address.filters)
      .filter(([, value]) => value !== '')
      .map(([id, value]) => `${encodeURIComponent(id)}:${encodeURIComponent(value)}`)
      .join(','),
  );
  put('sort', address.sort === defaultSort ? '' : address.sort);
  put('cols', address.columns === null ? '' : address.columns.join(','));
  put('after', address.after ?? '');
  return next;
};
