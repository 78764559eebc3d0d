import { getDevMails } from '@sw/contracts/admin';
import { AppError } from '@sw/service-kit';
import type { RegisterRoutes } from '../../http/register.ts';
import { toMoment } from '../../platform/clock.ts';
import { findNewestMails } from './mail.repository.ts';
import { readContent } from './send-mails.ts';

const SHOWN = 50;
const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/**
 * Binds the mails of a developer's machine. It takes all three: development, a peer on this machine, and the token of
 * an operator (rule book, platform 1); anywhere else there is no such thing.
 */
export const registerDevMailRoutes: RegisterRoutes = ({ bind, deps }) => {
  bind(getDevMails, async ({ ip }) => {
    if (deps.config.environment !== 'development' || !LOOPBACK.test(ip)) throw new AppError('not_found');
    const mails = await findNewestMails(deps.db.sql, SHOWN);
    return {
      items: mails.map((mail) => ({
        id: mail.id,
        at: toMoment(mail.createdAt.getTime()),
        to: mail.recipient,
        kind: mail.kind,
        subject: readContent(deps, mail)?.subject ?? null,
        text: readContent(deps, mail)?.text ?? null,
      })),
    };
  });
};
