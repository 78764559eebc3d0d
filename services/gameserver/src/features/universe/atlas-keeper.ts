import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '@sw/db';
import type { Logger } from '@sw/service-kit';
import { findRegistryVersion } from './atlas.repository.ts';
import type { Atlas } from './atlas-types.ts';
import { loadAtlas, refreshNames } from './load-atlas.ts';

/** The galaxy of a process, always as the registry of regions has it. */
export interface AtlasKeeper {
  /** Undefined until it was loaded. */
  current(): Atlas | undefined;
  load(): Promise<Atlas>;
  /** Regions changed: loads everything anew and then replaces it at once, again and again until it succeeds. */
  refresh(): Promise<void>;
  /** Something may have been missed: takes over names, and regions if they changed. */
  catchUp(): Promise<void>;
  /** No further attempts. */
  stop(): void;
}

const RETRY_MS = 1_000;

/**
 * Keeps the atlas of a process. A changed galaxy is a new atlas: whoever is in the middle of a command finishes it
 * with the one he began with, and what is kept for an atlas goes with it.
 */
export const createAtlasKeeper = (db: Database, logger: Logger): AtlasKeeper => {
  let atlas: Atlas | undefined;
  let isStopped = false;
  let isOutdated = false;
  let running: Promise<void> | undefined;

  const replace = async (): Promise<void> => {
    while (isOutdated && !isStopped) {
      isOutdated = false;
      try {
        atlas = await loadAtlas(db);
        logger.info({ regions: atlas.regions.length, version: String(atlas.version) }, 'galaxy.refreshed');
      } catch (error) {
        isOutdated = true;
        logger.warn({ err: error }, 'galaxy.refresh_failed');
        await wait(RETRY_MS, undefined, { ref: false });
      }
    }
  };

  const refresh = (): Promise<void> => {
    isOutdated = true;
    running ??= replace().finally(() => {
      running = undefined;
    });
    return running;
  };

  return {
    current: () => atlas,
    load: async () => {
      atlas = await loadAtlas(db);
      return atlas;
    },
    refresh,
    catchUp: async () => {
      if (atlas === undefined) return;
      const [registry] = await findRegistryVersion(db.sql);
      if (registry?.version !== atlas.version) await refresh();
      else await refreshNames(db, atlas);
    },
    stop: () => {
      isStopped = true;
    },
  };
};
