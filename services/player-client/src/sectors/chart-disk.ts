import type { RegionChart } from './merge-chart.ts';

/** Charts kept on this device, by player and region. A disk that is closed to us keeps nothing and says so by null. */
export interface ChartDisk {
  read(playerId: string, regionName: string): Promise<RegionChart | null>;
  /** Keeps a chart; those of other players are forgotten with it. */
  write(playerId: string, chart: RegionChart): Promise<void>;
  /** Forgets everything, as somebody does who signs out. */
  clear(): Promise<void>;
}

const NAME = 'sw.charts';
const STORE = 'charts';
/** The shape of what is kept: a chart of another one is not read. */
const SHAPE = 1;

interface Kept {
  readonly shape: number;
  readonly chart: RegionChart;
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The disk did not answer'));
  });

function openDisk(factory: IDBFactory): Promise<IDBDatabase> {
  const request = factory.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return answerOf(request);
}

/** Runs `work` on the store; null when the disk refuses, because charts can always be loaded again. */
async function onStore<T>(
  factory: IDBFactory | undefined,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<T>,
): Promise<T | null> {
  if (factory === undefined) return null;
  try {
    const database = await openDisk(factory);
    try {
      return await work(database.transaction(STORE, mode).objectStore(STORE));
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

const keyOf = (playerId: string, regionName: string): string => `${playerId}/${regionName}`;

/** Charts on the disk of the browser. */
export function createChartDisk(factory: IDBFactory | undefined = globalThis.indexedDB): ChartDisk {
  return {
    read: async (playerId, regionName) => {
      const kept = await onStore(factory, 'readonly', (store) =>
        answerOf<Kept | undefined>(store.get(keyOf(playerId, regionName))),
      );
      return kept?.shape === SHAPE ? kept.chart : null;
    },
    write: async (playerId, chart) => {
      await onStore(factory, 'readwrite', async (store) => {
        for (const key of await answerOf(store.getAllKeys()))
          if (!String(key).startsWith(`${playerId}/`)) store.delete(key);
        const kept: Kept = { shape: SHAPE, chart };
        return answerOf(store.put(kept, keyOf(playerId, chart.region.name)));
      });
    },
    clear: async () => {
      await onStore(factory, 'readwrite', (store) => answerOf(store.clear()));
    },
  };
}
