import type { UserDetail, UserRow } from '@sw/contracts/admin';
import type { KnownUser, ListedUser, LoginRow, SessionRow } from './users.repository.ts';

/** The first letter and the domain: enough to tell two accounts apart, too little to write to one. */
export const maskEmail = (email: string | null): string | null => {
  if (email === null) return null;
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}•••${at < 0 ? '' : email.slice(at)}`;
};

export const presentListed = (row: ListedUser): UserRow => ({
  id: row.id,
  username: row.username,
  emailMasked: maskEmail(row.email),
  status: row.status,
  suspendedUntil: row.suspendedUntil?.toISOString() ?? null,
  isAdmin: row.isAdmin,
  callsign: row.callsign,
  createdAt: row.createdAt.toISOString(),
  lastLoginAt: row.lastLoginAt?.toISOString() ?? null,
});

export const presentUser = (
  user: KnownUser,
  sessions: readonly SessionRow[],
  logins: readonly LoginRow[],
): UserDetail => ({
  ...presentListed(user),
  version: user.version,
  statusReason: user.statusReason,
  emailVerified: user.emailVerified,
  mustChangePassword: user.mustChangePassword,
  playerId: user.playerId,
  scopes: user.scopes,
  sessions: sessions.map((session) => ({
    ...session,
    createdAt: session.createdAt.toISOString(),
    lastSeenAt: session.lastSeenAt.toISOString(),
  })),
  logins: logins.map((login) => ({ ...login, at: login.at.toISOString() })),
});
