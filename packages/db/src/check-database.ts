import { StartupError } from '@sw/service-kit/startup-error';
import postgres from 'postgres';
import { isUnavailable, sqlStateOf } from './errors.ts';

/** The oldest PostgreSQL the schema is written for. */
const OLDEST_MAJOR = 15;
const CONNECT_TIMEOUT_S = 10;

/**
 * Makes sure, before anything else starts, that a database given by somebody can be used.
 *
 * @throws StartupError with one sentence that never contains the password.
 */
export async function checkDatabase(url: string): Promise<void> {
  const where = placeOf(url);
  const sql = postgres(url, { max: 1, connect_timeout: CONNECT_TIMEOUT_S, onnotice: () => undefined });
  try {
    const [row] = await sql<
      { version: number }[]
    >`select current_setting('server_version_num')::int as version`;
    const major = Math.floor((row?.version ?? 0) / 10_000);
    if (major >= OLDEST_MAJOR) return;
    throw new StartupError(
      `PostgreSQL ${major} at ${where} is too old: version ${OLDEST_MAJOR} or newer is needed.`,
    );
  } catch (cause) {
    if (cause instanceof StartupError) throw cause;
    throw new StartupError(reasonOf(cause, where), { cause });
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function reasonOf(error: unknown, where: string): string {
  const code = sqlStateOf(error);
  if (code === '28P01' || code === '28000') {
    return `PostgreSQL at ${where} refuses the user or password in DATABASE_URL.`;
  }
  if (code === '3D000')
    return `The database that DATABASE_URL names does not exist at ${where}: create it first.`;
  if (isUnavailable(error)) {
    return `PostgreSQL at ${where} cannot be reached (${code}): check that it runs and that DATABASE_URL is right.`;
  }
  return `PostgreSQL at ${where} cannot be used: ${error instanceof Error ? error.message : String(error)}.`;
}

function placeOf(url: string): string {
  try {
    const { protocol, hostname, port } = new URL(url);
    if (protocol === 'postgres:' || protocol === 'postgresql:') return `${hostname}:${port || '5432'}`;
  } catch {
    // Told below, together with the wrong protocol: the value itself may hold a password.
  }
  throw new StartupError('DATABASE_URL is not of the form postgres://user:password@host:port/database.');
}
