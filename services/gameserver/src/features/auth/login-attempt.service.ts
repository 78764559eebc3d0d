import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { AnyStatement, Sql } from '@sw/db';
import { AppError } from '@sw/service-kit';
import { insertAuditRow } from '../../audit/audit-row.ts';
import type { AuthParts, RequestTrace } from './auth-parts.ts';
import { isOwnDevice } from './device-cookie.ts';
import type { FailureRow } from './login-failure.repository.ts';
import {
  ensureFailureRows,
  lockFailures,
  toFailureCount,
  updateFailures,
} from './login-failure.repository.ts';
import { subnetOf } from './subnet.ts';
import type { FailureCount, ThrottleKind, ThrottleLimit } from './throttle.policy.ts';
import {
  countAttempt,
  emptyCount,
  pauseLeftMs,
  relaxLimit,
  returnAttempt,
  THROTTLE_LIMITS,
} from './throttle.policy.ts';
import type { UserRow } from './user.repository.ts';
import { findUserByLogin } from './user.repository.ts';

/** One try at a password that was let through, with the counters it was counted in. */
export interface LoginAttempt {
  readonly user: UserRow | undefined;
  readonly counted: readonly CountedKey[];
}

interface CountedKey {
  readonly kind: ThrottleKind;
  readonly key: string;
}

export interface Credentials {
  readonly login: string;
  readonly password: string;
  readonly deviceCookie: string | undefined;
}

/**
 * Lets an attempt through or refuses it, and counts it before any password is looked at. Counters belong
 * to the submitted login, so a login nobody has behaves like any other (rule book, platform 3.4).
 *
 * @throws AppError `login_throttled` with the longest pause that applies.
 */
export const beginAttempt = (
  parts: AuthParts,
  credentials: Credentials,
  trace: RequestTrace,
): Promise<LoginAttempt> => {
  const { deps } = parts;
  const keys = keysOf(deps.keys.hmac, credentials.login, trace.ip);
  return deps.db.command(async (tx) => {
    const hexes = keys.map(({ key }) => key);
    const [, rows, users] = await tx.load(
      ensureFailureRows(tx.sql, hexes, trace.nowMs),
      lockFailures(tx.sql, hexes),
      findUserByLogin(tx.sql, credentials.login.trim()),
    );
    const user = users[0];
    const isKnownDevice =
      user !== undefined && isOwnDevice(deps.keys.hmac, credentials.deviceCookie, user.id, trace.nowMs);
    const counts = new Map(rows.map((row) => [row.key, toFailureCount(row)]));
    const paused = keys
      .map((counter) => ({
        ...counter,
        leftMs: pauseLeftMs(counts.get(counter.key) ?? emptyCount(0), trace.nowMs),
      }))
      .filter(({ leftMs }) => leftMs > 0);
    const refusing = paused.filter(({ kind }) => kind !== 'login' || !isKnownDevice);
    if (refusing.length > 0) {
      await tx.commit(auditDenied(parts, tx.sql, user, trace, 'throttled'));
      deps.metrics.auth.logins.inc({ outcome: 'throttled', method: 'password' });
      const leftMs = Math.max(...refusing.map((counter) => counter.leftMs));
      throw new AppError('login_throttled', {}, { retryAfterS: Math.ceil(leftMs / 1000) });
    }
    const counted = keys.filter(({ key }) => !paused.some((counter) => counter.key === key));
    await tx.commit(...counted.flatMap((counter) => countStatements(parts, tx.sql, counter, counts, trace)));
    return { user, counted };
  });
};

/** Takes the attempt back because the password was right; the counter of the pair begins anew. */
export const returnStatements = (
  parts: AuthParts,
  sql: Sql,
  attempt: LoginAttempt,
  rows: readonly FailureRow[],
  nowMs: number,
): readonly AnyStatement[] => {
  const kinds = new Map(attempt.counted.map(({ key, kind }) => [key, kind]));
  return rows.map((row) => {
    const kind = kinds.get(row.key) ?? 'pair';
    const count =
      kind === 'pair' ? emptyCount(nowMs) : returnAttempt(toFailureCount(row), limitOf(parts, kind));
    return updateFailures(sql, row.key, count);
  });
};

/** Takes the attempt back because the password could not be looked at. */
export const cancelAttempt = (parts: AuthParts, attempt: LoginAttempt): Promise<void> =>
  parts.deps.db.command(async (tx) => {
    const [rows] = await tx.load(lockAttempt(tx.sql, attempt));
    const kinds = new Map(attempt.counted.map(({ key, kind }) => [key, kind]));
    await tx.commit(
      ...rows.map((row) => {
        const limit = limitOf(parts, kinds.get(row.key) ?? 'pair');
        return updateFailures(tx.sql, row.key, returnAttempt(toFailureCount(row), limit));
      }),
    );
  });

/** Locks the counters the attempt was counted in. */
export const lockAttempt = (sql: Sql, attempt: LoginAttempt) =>
  lockFailures(
    sql,
    attempt.counted.map(({ key }) => key),
  );

/** The audit line of a sign-in that did not happen; the typed login is not kept, it may be a password. */
export const auditDenied = (
  parts: AuthParts,
  sql: Sql,
  user: UserRow | undefined,
  trace: RequestTrace,
  reason: string,
): AnyStatement =>
  insertAuditRow(parts.deps, sql, {
    ...trace,
    actorType: 'anonymous',
    actorUserId: null,
    sessionId: null,
    action: 'auth.login',
    resourceType: 'user',
    resourceId: user?.id ?? null,
    outcome: 'denied',
    severity: 'notice',
    details: { reason },
  });

const limitOf = (parts: AuthParts, kind: ThrottleKind): ThrottleLimit =>
  relaxLimit(THROTTLE_LIMITS[kind], parts.deps.config.rateLimitFactor);

const countStatements = (
  parts: AuthParts,
  sql: Sql,
  { kind, key }: CountedKey,
  counts: ReadonlyMap<string, FailureCount>,
  trace: RequestTrace,
): readonly AnyStatement[] => {
  const next = countAttempt(counts.get(key) ?? emptyCount(trace.nowMs), limitOf(parts, kind), trace.nowMs);
  const update = updateFailures(sql, key, next);
  if (next.refusedUntilMs === null) return [update];
  parts.deps.metrics.auth.lockouts.inc();
  if (kind !== 'address') return [update];
  const spray = insertAuditRow(parts.deps, sql, {
    ...trace,
    actorType: 'anonymous',
    actorUserId: null,
    sessionId: null,
    action: 'auth.spray',
    outcome: 'denied',
    severity: 'high',
  });
  return [update, spray];
};

/** Keyed hashes, so that the table tells nobody which logins were tried. */
const keysOf = (hmacKey: Buffer, submitted: string, ip: string): readonly CountedKey[] => {
  const login = submitted.normalize('NFKC').trim().toLowerCase();
  const subnet = subnetOf(ip);
  const keyed = (kind: ThrottleKind, text: string): CountedKey => ({
    kind,
    key: createHmac('sha256', hmacKey).update(`${kind}|${text}`).digest('hex'),
  });
  return [
    keyed('pair', `${login}|${subnet}`),
    keyed('login', login),
    // An IPv6 household changes its address at will; what it keeps is the network.
    keyed('address', isIPv6(ip) ? subnet : ip),
  ];
};
