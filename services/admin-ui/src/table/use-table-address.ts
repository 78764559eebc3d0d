import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { TableAddress } from './table-address.ts';
import { readTableAddress, writeTableAddress } from './table-address.ts';

export interface TableAddressControl {
  readonly address: TableAddress;
  /** Changes some of it. What narrows or orders the list leads back to its first page. */
  readonly change: (change: Partial<TableAddress>, history?: 'push' | 'replace') => void;
}

/** The state of a page's table, kept in its address. */
export function useTableAddress(defaultSort: string): TableAddressControl {
  const [search, setSearch] = useSearchParams();
  const address = useMemo(() => readTableAddress(search, defaultSort), [search, defaultSort]);
  const change = useCallback<TableAddressControl['change']>(
    (changes, history = 'replace') =>
      setSearch(
        (was) => {
          const before = readTableAddress(was, defaultSort);
          const after = changes.after ?? (changes.columns === undefined ? null : before.after);
          return writeTableAddress(was, { ...before, ...changes, after }, defaultSort);
        },
        { replace: history === 'replace' },
      ),
    [setSearch, defaultSort],
  );
  return { address, change };
}
