export type { TestDatabase, TestDatabaseOptions } from '@sw/db/testing';
export { createTestDatabase } from '@sw/db/testing';
export type { FixedClock } from './fixed-clock.ts';
export { fixedClock, TEST_EPOCH_MS } from './fixed-clock.ts';
export { createGameDatabase } from './game-database.ts';
export { grantCredits } from './grant-credits.ts';
export { seededBytes, seededRandom } from './seeded-random.ts';
export { sequentialIds } from './sequential-ids.ts';
