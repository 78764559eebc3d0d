import { fileURLToPath } from 'node:url';
import type { Database } from '@sw/db';
import { DatabaseUnavailableError, isUnavailable, migrate } from '@sw/db';
import type { Logger } from '@sw/service-kit';
import { createServiceSigner, createUuidV7, StartupError } from '@sw/service-kit';
import type { RegionalSettings } from './config-role.ts';
import { ensureRegionWorld } from './features/regions/index.ts';
import { ensureGalaxy } from './features/universe/index.ts';
import { assertRebased } from './ledger/assert-rebased.ts';
import { systemClock } from './platform/clock.ts';
import { createInternalCall } from './platform/internal-call.ts';

export const MIGRATIONS_DIR = fileURLToPath(new URL('../migrations', import.meta.url));

export interface GalaxySettings {
  readonly galaxySeed: string | undefined;
  readonly isNexusEnabled: boolean;
  /** Null for servers with hub functions. */
  readonly regional: RegionalSettings | null;
  readonly onProgress: (text: string) => void;
}

/**
 * Brings the database to the present schema and makes the world of the server's role on the first start.
 *
 * @throws StartupError when the database cannot be reached, or when its ledger comes from another server.
 */
export const prepareDatabase = async (
  db: Database,
  settings: GalaxySettings,
  logger: Logger,
): Promise<void> => {
  try {
    const applied = await migrate(db, MIGRATIONS_DIR);
    logger.info({ applied }, 'database.migrated');
    await assertRebased(db);
    const newId = createUuidV7(systemClock);
    const common = { nowMs: systemClock(), newId, onProgress: settings.onProgress };
    const { regional } = settings;
    if (regional === null) {
      await ensureGalaxy(db, {
        ...common,
        seed: settings.galaxySeed,
        isNexusEnabled: settings.isNexusEnabled,
      });
      return;
    }
    const signer = createServiceSigner({
      issuer: `region:${regional.regionName}`,
      privateKey: regional.serviceKey,
      nowMs: systemClock,
      newId,
    });
    await ensureRegionWorld(db, { ...common, settings: regional, call: createInternalCall(signer) });
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
