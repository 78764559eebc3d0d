import { fileURLToPath } from 'node:url';
import type { TestDatabase, TestDatabaseOptions } from '@sw/db/testing';
import { createTestDatabase } from '@sw/db/testing';

const GAME_MIGRATIONS = fileURLToPath(new URL('../../../services/gameserver/migrations', import.meta.url));

/** A database of its own with the whole schema of the game server, empty of rows but for what migrations insert. */
export function createGameDatabase(
  options: Omit<TestDatabaseOptions, 'migrations'> = {},
): Promise<TestDatabase> {
  return createTestDatabase({ ...options, migrations: GAME_MIGRATIONS });
}
