import type { UserDetail } from '@sw/contracts/admin';
import type { ConfirmLevel } from '../../confirm/confirm-level.ts';

/** What can be done with an account, and how surely one must mean it. */
export const USER_ACTS = {
  suspend: { level: 'C2', danger: false },
  ban: { level: 'C3', danger: true },
  restore: { level: 'C2', danger: false },
  password: { level: 'C2', danger: false },
  sessions: { level: 'C2', danger: false },
  delete: { level: 'C3', danger: true },
} as const satisfies Readonly<Record<string, { level: ConfirmLevel; danger: boolean }>>;

export type UserAct = keyof typeof USER_ACTS;

/** The acts that make sense for an account as it is; the server decides again. */
export const actsFor = (user: Pick<UserDetail, 'status' | 'isAdmin'>): readonly UserAct[] => {
  switch (user.status) {
    case 'active':
      return ['suspend', 'ban', 'password', 'sessions', 'delete'];
    case 'suspended':
      return ['restore', 'suspend', 'ban', 'password', 'sessions', 'delete'];
    case 'banned':
      return ['restore', 'delete'];
    case 'deleted':
      return [];
  }
};
