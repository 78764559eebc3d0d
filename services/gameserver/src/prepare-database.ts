import { fileURLToPath } from 'node:url';
import type { Database } from '@sw/db';
import { DatabaseUnavailableError, isUnavailable, migrate } from '@sw/db';
import type { Logger } from '@sw/service-kit';
import { createUuidV7, StartupError } from '@sw/service-kit';
import { ensureGalaxy } from './features/universe/index.ts';
import { systemClock } from './platform/clock.ts';

export const MIGRATIONS_DIR = fileURLToPath(new URL('../migrations', import.meta.url));

export interface GalaxySettings {
  readonly galaxySeed: string | undefined;
  readonly isNexusEnabled: boolean;
  readonly onProgress: (text: string) => void;
}

/**
 * Brings the database to the present schema and makes the galaxy on the first start.
 *
 * @throws StartupError when the database cannot be reached.
 */
export const prepareDatabase = async (
  db: Database,
  settings: GalaxySettings,
  logger: Logger,
): Promise<void> => {
  try {
    const applied = await migrate(db, MIGRATIONS_DIR);
    logger.info({ applied }, 'database.migrated');
    await ensureGalaxy(db, {
      seed: settings.galaxySeed,
      isNexusEnabled: settings.isNexusEnabled,
      nowMs: systemClock(),
      newId: createUuidV7(systemClock),
      onProgress: settings.onProgress,
    });
  } catch (error) {
    if (error instanceof DatabaseUnavailableError || isUnavailable(error)) {
      throw new StartupError(
        'The database cannot be reached; check that it runs and that DATABASE_URL is right.',
        { cause: error },
      );
    }
    throw error;
  }
};
