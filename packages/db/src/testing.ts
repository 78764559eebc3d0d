export { claimRun, releaseRun } from './embedded/run-file.ts';
export { THROWAWAY } from './embedded/settings.ts';
export type { TestDatabase, TestDatabaseOptions } from './testing/test-database.ts';
export { createTestDatabase } from './testing/test-database.ts';
export type { TestServer } from './testing/test-server.ts';
export { startTestServer, TEST_SERVER_URL } from './testing/test-server.ts';
