export { createBackupCodes, hashBackupCode } from './backup-codes.ts';
export { checkFactor, ENROLMENT_MS, secretContext } from './check-factor.ts';
export {
  confirmCredential,
  deleteMfa,
  findMfaState,
  lockCredential,
  putEnrolment,
  replaceBackupCodes,
} from './mfa.repository.ts';
export { enrolmentOf, SECRET_BYTES, stepOfCode } from './totp.ts';
