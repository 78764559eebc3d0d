import type { AnyStatement, Sql } from '@sw/db';
import type { Deps } from '../../deps.ts';
import { seal } from '../../platform/seal.ts';
import { insertMail, mailContext } from './mail.repository.ts';
import type { MailKind, MailParams } from './mail-texts.ts';
import { writeMail } from './mail-texts.ts';

export interface Letter<K extends MailKind> {
  readonly to: string;
  readonly locale: string;
  readonly kind: K;
  readonly params: MailParams[K];
}

/** The statement that posts a mail; it belongs into the transaction of what the mail tells. */
export const postMail = <K extends MailKind>(
  deps: Pick<Deps, 'newId' | 'keys' | 'random'>,
  sql: Sql,
  letter: Letter<K>,
  nowMs: number,
): AnyStatement => {
  const id = deps.newId();
  const content = JSON.stringify(writeMail(letter.kind, letter.locale, letter.params));
  const contentEnc = seal(deps.keys.data, deps.random, mailContext(id), Buffer.from(content));
  return insertMail(sql, { id, recipient: letter.to, kind: letter.kind, contentEnc }, nowMs);
};
