import type { UseQueryResult } from '@tanstack/react-query';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TableAddress } from './table-address.ts';
import type { ListPage, ListRequest, LoadPage } from './table-types.ts';

export const PAGE_SIZE = 50;

/** The question a table's address asks. */
export const requestOf = (
  address: TableAddress,
  fixed: Readonly<Record<string, string>> | undefined,
  limit: number,
): Omit<ListRequest, 'cursor'> => ({
  ...(address.q === '' ? {} : { q: address.q }),
  sort: address.sort,
  limit,
  filters: { ...address.filters, ...fixed },
});

/** The page of rows an address names; the rows before stay until the next have come. */
export function useRows<Row>(
  name: string,
  address: TableAddress,
  fixed: Readonly<Record<string, string>> | undefined,
  load: LoadPage<Row>,
): UseQueryResult<ListPage<Row>> {
  const request = requestOf(address, fixed, PAGE_SIZE);
  return useQuery({
    queryKey: ['list', name, request, address.after],
    queryFn: ({ signal }) =>
      load(
        { ...request, withTotal: true, ...(address.after === null ? {} : { cursor: address.after }) },
        signal,
      ),
    placeholderData: keepPreviousData,
  });
}
