import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';

export interface ActState {
  /** Name of the act on its way, null when the ship is idle. */
  readonly running: string | null;
}

export interface Acts extends StoreApi<ActState> {
  /** Runs `act` unless another one is on its way; null says that it was not even begun. */
  run<T>(name: string, act: () => Promise<T>): Promise<T | null>;
  /** Resolves as soon as no act is on its way: for what was typed ahead. */
  idle(): Promise<void>;
}

/** One act at a time: a second key press while the first is on its way does nothing. */
export function createActs(): Acts {
  const store = createStore<ActState>(() => ({ running: null }));
  return {
    ...store,
    run: async (name, act) => {
      if (store.getState().running !== null) return null;
      store.setState({ running: name });
      try {
        return await act();
      } finally {
        store.setState({ running: null });
      }
    },
    idle: () =>
      new Promise((resolve) => {
        if (store.getState().running === null) {
          resolve();
          return;
        }
        const unsubscribe = store.subscribe(({ running }) => {
          if (running !== null) return;
          unsubscribe();
          resolve();
        });
      }),
  };
}
