import type { AnyStatement, Sql, Tx } from '@sw/db';
import { AppError } from '@sw/service-kit';
import { insertAuditRow } from '../../audit/audit-row.ts';
import { createSecretToken, hashToken } from '../../platform/secret-token.ts';
import { postMail } from '../mail/index.ts';
import type { OneTimeTokenRow } from '../one-time-tokens/index.ts';
import { consumeOneTimeToken, insertOneTimeToken, voidOneTimeTokens } from '../one-time-tokens/index.ts';
import { accountLink } from './account-links.ts';
import type { AuthParts, RequestTrace } from './auth-parts.ts';
import type { EmailRow } from './email.repository.ts';
import {
  confirmEmailSide,
  deleteEmailChange,
  findByVerifiedEmail,
  lockAccount,
  putEmailChange,
  setEmail,
} from './email.repository.ts';
import { noticeTo } from './notice.ts';

const LINK_MS = 24 * 3_600_000;

type Addressee = Pick<EmailRow, 'id' | 'username' | 'locale'>;

/**
 * Mails the link that verifies an address; older links of it become void. Where the address is verified elsewhere its
 * owner is told instead, and whoever asked cannot see the difference (rule book, platform 3.4).
 */
export const verificationMail = async (
  { deps }: Pick<AuthParts, 'deps'>,
  tx: Tx,
  user: Addressee,
  email: string,
  nowMs: number,
): Promise<readonly AnyStatement[]> => {
  const { sql } = tx;
  const [owners] = await tx.load(findByVerifiedEmail(sql, email));
  const owner = owners.find(({ id }) => id !== user.id);
  if (owner !== undefined) {
    const params = { username: owner.username };
    return [postMail(deps, sql, { to: email, locale: owner.locale, kind: 'address_in_use', params }, nowMs)];
  }
  const { token, hash } = createSecretToken(deps.random);
  const link = accountLink(deps.config, '/verify-email', token);
  return [
    voidOneTimeTokens(sql, user.id, 'email_verify', nowMs),
    linkToken({ deps }, sql, { userId: user.id, purpose: 'email_verify', hash, meta: { email } }, nowMs),
    postMail(
      deps,
      sql,
      { to: email, locale: user.locale, kind: 'verify_email', params: { username: user.username, link } },
      nowMs,
    ),
  ];
};

/** Sends the link once more, for an address that is not verified yet. */
export const requestVerification = (parts: AuthParts, userId: string, trace: RequestTrace): Promise<void> =>
  parts.deps.db.command(async (tx) => {
    const [users] = await tx.load(lockAccount(tx.sql, userId));
    const user = users[0];
    if (user === undefined) throw new AppError('session_revoked');
    if (user.email === null) throw new AppError('invalid_state', { state: 'no_email' });
    if (user.emailVerifiedAt !== null) throw new AppError('invalid_state', { state: 'verified' });
    await tx.commit(...(await verificationMail(parts, tx, user, user.email, trace.nowMs)));
  });

/**
 * Changes the address of an account. One that is not verified is replaced at once and asked to verify; a verified one
 * stays until both addresses have confirmed.
 */
export const changeEmail = async (
  parts: AuthParts,
  tx: Tx,
  user: EmailRow,
  email: string,
  nowMs: number,
): Promise<readonly AnyStatement[]> => {
  const { deps } = parts;
  const { sql } = tx;
  if (user.email === null || user.emailVerifiedAt === null) {
    return [setEmail(sql, user.id, email, null), ...(await verificationMail(parts, tx, user, email, nowMs))];
  }
  const sides = (['old', 'new'] as const).map((side) => ({ side, ...createSecretToken(deps.random) }));
  const linkOf = (wanted: 'old' | 'new'): string =>
    accountLink(deps.config, '/verify-email', sides.find(({ side }) => side === wanted)?.token ?? '');
  const base = { username: user.username };
  const letter = { locale: user.locale };
  return [
    putEmailChange(sql, user.id, email, nowMs),
    voidOneTimeTokens(sql, user.id, 'email_change', nowMs),
    ...sides.map(({ side, hash }) =>
      linkToken(parts, sql, { userId: user.id, purpose: 'email_change', hash, meta: { side } }, nowMs),
    ),
    postMail(
      deps,
      sql,
      {
        ...letter,
        to: user.email,
        kind: 'email_change_old',
        params: { ...base, email, link: linkOf('old') },
      },
      nowMs,
    ),
    postMail(
      deps,
      sql,
      { ...letter, to: email, kind: 'email_change_new', params: { ...base, link: linkOf('new') } },
      nowMs,
    ),
  ];
};

/**
 * Takes a link out of a mail: it verifies an address, or confirms one side of a change.
 *
 * @throws AppError `expired` for a link that is unknown, used, void or too old, `already_exists` where somebody else
 *   verified the address meanwhile
 */
export const verifyEmail = (
  parts: AuthParts,
  token: string,
  trace: RequestTrace,
): Promise<'verified' | 'other_pending'> =>
  parts.deps.db.command(async (tx) => {
    const { sql } = tx;
    const hash = hashToken(token);
    const [verifies, changes] = await tx.load(
      consumeOneTimeToken(sql, 'email_verify', hash, trace.nowMs),
      consumeOneTimeToken(sql, 'email_change', hash, trace.nowMs),
    );
    const verify = verifies[0];
    const change = changes[0];
    const found = verify ?? change;
    if (found === undefined) throw new AppError('expired');
    const [users] = await tx.load(lockAccount(sql, found.userId ?? ''));
    const user = users[0];
    if (user === undefined || user.status === 'deleted') throw new AppError('expired');
    return verify === undefined
      ? confirmSide(parts, tx, user, found, trace)
      : confirmAddress(parts, tx, user, String(verify.meta['email']), trace);
  });

const confirmAddress = async (
  parts: AuthParts,
  tx: Tx,
  user: EmailRow,
  email: string,
  trace: RequestTrace,
): Promise<'verified'> => {
  // The address was changed again after this link was mailed.
  if (user.email?.toLowerCase() !== email.toLowerCase()) throw new AppError('expired');
  await assertFree(tx, user.id, email);
  await tx.commit(
    setEmail(tx.sql, user.id, user.email, trace.nowMs),
    audit(parts, tx, user.id, 'auth.email_verified', trace),
  );
  return 'verified';
};

const confirmSide = async (
  parts: AuthParts,
  tx: Tx,
  user: EmailRow,
  token: OneTimeTokenRow,
  trace: RequestTrace,
): Promise<'verified' | 'other_pending'> => {
  const { sql } = tx;
  const side = token.meta['side'] === 'old' ? 'old' : 'new';
  const [changes] = await tx.load(confirmEmailSide(sql, user.id, side, trace.nowMs));
  const change = changes[0];
  if (change === undefined) throw new AppError('expired');
  if (change.oldConfirmedAt === null || change.newConfirmedAt === null) {
    await tx.commit(audit(parts, tx, user.id, 'auth.email_change_confirmed', trace));
    return 'other_pending';
  }
  await assertFree(tx, user.id, change.newEmail);
  await tx.commit(
    setEmail(sql, user.id, change.newEmail, trace.nowMs),
    deleteEmailChange(sql, user.id),
    ...noticeTo(parts.deps, sql, user, 'email_changed', trace.nowMs),
    audit(parts, tx, user.id, 'auth.email_changed', trace),
  );
  return 'verified';
};

const assertFree = async (tx: Tx, userId: string, email: string): Promise<void> => {
  const [owners] = await tx.load(findByVerifiedEmail(tx.sql, email));
  if (owners.some(({ id }) => id !== userId)) throw new AppError('already_exists', { field: 'email' });
};

interface LinkToken {
  readonly userId: string;
  readonly purpose: 'email_verify' | 'email_change';
  readonly hash: Buffer;
  readonly meta: Readonly<Record<string, string>>;
}

const linkToken = (
  { deps }: Pick<AuthParts, 'deps'>,
  sql: Sql,
  token: LinkToken,
  nowMs: number,
): AnyStatement =>
  insertOneTimeToken(sql, {
    id: deps.newId(),
    userId: token.userId,
    purpose: token.purpose,
    audience: 'player',
    tokenHash: token.hash,
    expiresAtMs: nowMs + LINK_MS,
    meta: token.meta,
  });

const audit = (parts: AuthParts, tx: Tx, userId: string, action: string, trace: RequestTrace) =>
  insertAuditRow(parts.deps, tx.sql, {
    ...trace,
    actorType: 'player',
    actorUserId: userId,
    sessionId: null,
    action,
    resourceType: 'user',
    resourceId: userId,
    outcome: 'success',
    severity: 'notice',
  });
