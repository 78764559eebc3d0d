import type { Transporter } from 'nodemailer';
import { createTransport } from 'nodemailer';
import type { Deps } from '../../deps.ts';
import { unseal } from '../../platform/seal.ts';
import type { MailRow } from './mail.repository.ts';
import { findDueMails, mailContext, markSent, markTried } from './mail.repository.ts';
import type { MailContent } from './mail-texts.ts';

const BATCH = 20;
const TIMEOUT_MS = 10_000;
const MINUTE_MS = 60_000;
/** When a mail that could not be delivered is tried again; after the last it is given up. */
const RETRIES_MS = [1, 5, 30, 120, 360].map((minutes) => minutes * MINUTE_MS);

/** A round that delivers what is due; the connection is made for each mail, since there are few. */
export const createMailRound = (deps: Deps, smtpUrl: string): ((nowMs: number) => Promise<void>) => {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // Neither files nor addresses may be read because a text names them.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (nowMs) => {
    const due = await findDueMails(deps.db.sql, nowMs, BATCH);
    for (const mail of due) await deliver(deps, transport, mail, nowMs);
  };
};

export const readContent = (deps: Pick<Deps, 'keys'>, mail: MailRow): MailContent | null =>
  mail.contentEnc === null
    ? null
    : (JSON.parse(unseal(deps.keys.data, mailContext(mail.id), mail.contentEnc).toString()) as MailContent);

const deliver = async (deps: Deps, transport: Transporter, mail: MailRow, nowMs: number): Promise<void> => {
  try {
    const content = readContent(deps, mail);
    if (content !== null)
      await transport.sendMail({
        from: deps.config.mailFrom,
        // Given as one address, so that nothing in it is read as another.
        to: { name: '', address: mail.recipient },
        ...content,
      });
    await deps.db.write((sql) => [markSent(sql, mail.id, nowMs)]);
  } catch (error) {
    const delayMs = RETRIES_MS[mail.attempts];
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    deps.logger.warn({ kind: mail.kind, attempts: mail.attempts + 1, code }, 'mail.not_delivered');
    await deps.db.write((sql) => [
      markTried(sql, mail.id, delayMs === undefined ? null : nowMs + delayMs, nowMs),
    ]);
  }
};
