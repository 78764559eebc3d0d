import { AppError } from '@sw/service-kit';
import { createSecretToken } from '../../platform/secret-token.ts';
import type { AuthParts } from './auth-parts.ts';
import type { SessionOwner } from './sessions.service.ts';
import { insertTicket, rememberSession } from './socket-ticket.repository.ts';

const TICKET_LIFE_S = 30;

/** Makes a ticket that opens one socket within 30 s (rule book, platform 6.1); only its hash is kept. */
export const createSocketTicket = async (
  { deps }: AuthParts,
  owner: SessionOwner,
  nowMs: number,
): Promise<{ readonly ticket: string; readonly expiresIn: number }> => {
  // Operators listen at the hub; a regional server knows no account of theirs.
  if (deps.config.regional !== null && owner.audience === 'admin') throw new AppError('forbidden');
  const { token, hash } = createSecretToken(deps.random);
  const expiresAtMs = nowMs + TICKET_LIFE_S * 1000;
  await deps.db.write((sql) => [
    // A regional server has no sessions: it keeps those that open a socket, so that the hub can end them.
    ...(deps.config.regional === null ? [] : [rememberSession(sql, owner, nowMs)]),
    insertTicket(sql, owner, { id: deps.newId(), tokenHash: hash, expiresAtMs }),
  ]);
  return { ticket: token, expiresIn: TICKET_LIFE_S };
};
