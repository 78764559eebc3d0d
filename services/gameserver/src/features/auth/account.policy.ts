import type { UserStatus } from './user.repository.ts';

/** True while an account may neither sign in nor continue a session. A suspension ends by itself. */
export const isBlocked = (
  account: { readonly status: UserStatus; readonly suspendedUntil: Date | null },
  nowMs: number,
): boolean => {
  if (account.status === 'active') return false;
  if (account.status !== 'suspended') return true;
  return account.suspendedUntil === null || account.suspendedUntil.getTime() > nowMs;
};
