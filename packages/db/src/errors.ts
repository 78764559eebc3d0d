/** SQLSTATE codes this package acts on; everything else passes through untouched. */
export const SQLSTATE = {
  deadlock: '40P01',
  lockNotAvailable: '55P03',
  uniqueViolation: '23505',
  checkViolation: '23514',
  stalePlan: '0A000',
  failedTransaction: '25P02',
} as const;

/**
 * A lock, a connection or a turn in the deadlock lottery was not to be had in time. Nothing was changed; the same
 * command may be sent again. `reason` names which of the three it was.
 */
export class BusyError extends Error {
  readonly reason: 'lock_timeout' | 'deadlock' | 'pool_exhausted';

  constructor(reason: BusyError['reason'], options?: ErrorOptions) {
    super(`database is busy: ${reason}`, options);
    this.name = 'BusyError';
    this.reason = reason;
  }
}

/**
 * The database cannot be reached or went away. `outcome` says whether the command may have been kept: `none` when
 * the commit had not been sent, `unknown` when the connection broke while its answer was awaited.
 */
export class DatabaseUnavailableError extends Error {
  readonly outcome: 'none' | 'unknown';

  constructor(outcome: DatabaseUnavailableError['outcome'], options?: ErrorOptions) {
    super('database is unavailable', options);
    this.name = 'DatabaseUnavailableError';
    this.outcome = outcome;
  }
}

function field(error: unknown, name: string): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const value = (error as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : undefined;
}

/** The SQLSTATE (or driver code) of an error, `undefined` when it has none. */
export function sqlStateOf(error: unknown): string | undefined {
  return field(error, 'code');
}

function violates(error: unknown, state: string, constraint: string | undefined): boolean {
  if (sqlStateOf(error) !== state) return false;
  return constraint === undefined || field(error, 'constraint_name') === constraint;
}

/** Whether a unique key refused the write; with `constraint` only that named constraint or index counts. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return violates(error, SQLSTATE.uniqueViolation, constraint);
}

/** Whether a CHECK refused the write; with `constraint` only that named constraint counts. */
export function isCheckViolation(error: unknown, constraint?: string): boolean {
  return violates(error, SQLSTATE.checkViolation, constraint);
}

const UNAVAILABLE = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'ENOENT',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  '08000',
  '08003',
  '08006',
  '53300',
  '57P01',
  '57P02',
  '57P03',
]);

/** Whether the error means "no working connection" rather than a refusal of the statement. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof DatabaseUnavailableError) return true;
  const code = sqlStateOf(error);
  return code !== undefined && UNAVAILABLE.has(code);
}

/** Whether the transaction was rolled back for a cause that disappears when it is simply run again. */
export function isRepeatable(error: unknown): boolean {
  const code = sqlStateOf(error);
  if (code === SQLSTATE.deadlock) return true;
  return code === SQLSTATE.stalePlan && field(error, 'routine') === 'RevalidateCachedQuery';
}
