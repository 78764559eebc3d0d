import type { AnyStatement, Sql } from '@sw/db';
import type { Deps } from '../../deps.ts';
import { postMail } from '../mail/index.ts';
import type { EmailRow } from './email.repository.ts';

/** Tells the owner of an account what happened to it, where he has a verified address. */
export const noticeTo = (
  deps: Pick<Deps, 'newId' | 'keys' | 'random'>,
  sql: Sql,
  account: EmailRow | undefined,
  kind: 'password_changed' | 'session_reused' | 'email_changed',
  nowMs: number,
): readonly AnyStatement[] => {
  if (account === undefined || account.email === null || account.emailVerifiedAt === null) return [];
  const params = { username: account.username };
  return [postMail(deps, sql, { to: account.email, locale: account.locale, kind, params }, nowMs)];
};
