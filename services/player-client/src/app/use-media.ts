import { useSyncExternalStore } from 'react';

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
    () => false,
  );
}

/** Room for a market row with its last day. */
export const useIsWide = (): boolean => useMedia('(min-width: 1300px)');

/** Below 600 px: one column, tabs at the bottom, the next act at the thumb. */
export const useIsPhone = (): boolean => useMedia('(max-width: 599px)');
