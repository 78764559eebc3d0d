import * as mfa from './http/mfa.ts';
import * as users from './http/users.ts';

/**
 * What a player does with his account rather than in the game: a separate entry, so that the first view of the game
 * does not carry it.
 */
export const ACCOUNT_ENDPOINTS = {
  getMfa: mfa.getMfa,
  setUpMfa: mfa.setUpMfa,
  confirmMfa: mfa.confirmMfa,
  verifyMfa: mfa.verifyMfa,
  renewBackupCodes: mfa.renewBackupCodes,
  disableMfa: mfa.disableMfa,
  requestPasswordReset: users.requestPasswordReset,
  resetPassword: users.resetPassword,
  requestEmailVerification: users.requestEmailVerification,
  verifyEmail: users.verifyEmail,
  getAccount: users.getAccount,
  patchAccount: users.patchAccount,
  deleteAccount: users.deleteAccount,
  exportAccount: users.exportAccount,
} as const;
