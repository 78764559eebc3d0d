import { createSecretToken } from '../../platform/secret-token.ts';
import type { AuthParts } from './auth-parts.ts';
import type { SessionOwner } from './sessions.service.ts';
import { insertTicket } from './socket-ticket.repository.ts';

const TICKET_LIFE_S = 30;

/** Makes a ticket that opens one socket within 30 s (rule book, platform 6.1); only its hash is kept. */
export const createSocketTicket = async (
  { deps }: AuthParts,
  owner: SessionOwner,
  nowMs: number,
): Promise<{ readonly ticket: string; readonly expiresIn: number }> => {
  const { token, hash } = createSecretToken(deps.random);
  const expiresAtMs = nowMs + TICKET_LIFE_S * 1000;
  await deps.db.write((sql) => [
    insertTicket(sql, owner, { id: deps.newId(), tokenHash: hash, expiresAtMs }),
  ]);
  return { ticket: token, expiresIn: TICKET_LIFE_S };
};
