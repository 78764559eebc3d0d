export type { ConnectOptions, Database, PoolStats } from './database.ts';
export { connect } from './database.ts';
export {
  BusyError,
  DatabaseUnavailableError,
  isCheckViolation,
  isForeignKeyViolation,
  isUnavailable,
  isUniqueViolation,
  sqlStateOf,
} from './errors.ts';
export type { Answers, AnyStatement, Sql, Statement } from './sql.ts';
export type { Tx } from './transaction.ts';
