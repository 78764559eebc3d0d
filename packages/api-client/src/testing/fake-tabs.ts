import type { TabChannel, TabLocks } from '../browser.ts';

/** The locks and channels several tabs of one browser share. */
export const createFakeTabs = () => {
  const queues = new Map<string, Promise<unknown>>();
  const listeners = new Set<{ owner: object; listener: (message: unknown) => void }>();

  const locks: TabLocks = {
    request(name, options, task) {
      const before = queues.get(name) ?? Promise.resolve();
      const run = before.then(() => {
        if (options.signal?.aborted) throw new Error('aborted');
        return task();
      });
      queues.set(
        name,
        run.catch(() => undefined),
      );
      return run;
    },
  };

  const openChannel = (): TabChannel => {
    const owner = {};
    return {
      post(message) {
        for (const entry of listeners) if (entry.owner !== owner) entry.listener(structuredClone(message));
      },
      listen(listener) {
        listeners.add({ owner, listener });
      },
      close() {
        for (const entry of listeners) if (entry.owner === owner) listeners.delete(entry);
      },
    };
  };

  return { locks, openChannel };
};
