export { checkDatabase } from './check-database.ts';
export type { ConnectOptions, Database, PoolStats } from './database.ts';
export { connect } from './database.ts';
export type { FoundEmbedded } from './embedded/find.ts';
export { findEmbedded } from './embedded/find.ts';
export type { ProcessStamp } from './embedded/process-stamp.ts';
export { isRunning, stampOf } from './embedded/process-stamp.ts';
export { EmbeddedInUseError } from './embedded/run-file.ts';
export { EMBEDDED_CLUSTER_NAME } from './embedded/settings.ts';
export type { EmbeddedOptions, EmbeddedPostgres } from './embedded/start.ts';
export { startEmbeddedPostgres } from './embedded/start.ts';
export {
  BusyError,
  DatabaseUnavailableError,
  isCheckViolation,
  isUnavailable,
  isUniqueViolation,
  sqlStateOf,
} from './errors.ts';
export type { MigrateOptions } from './migrations/migrate.ts';
export { migrate } from './migrations/migrate.ts';
export { isMigrationName } from './migrations/migration-files.ts';
export type { Answers, AnyStatement, Sql, Statement } from './sql.ts';
export type { Tx } from './transaction.ts';
