import { createHash } from 'node:crypto';
import type { RandomBytes } from '../../platform/random.ts';

/** No characters that look alike. 32 of them: five bits each, fifty a code. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const CODES = 10;
const GROUP = 5;

/** Ten codes "XXXXX-XXXXX", to be shown once (rule book, platform 3.7). */
export const createBackupCodes = (random: RandomBytes): readonly string[] =>
  Array.from({ length: CODES }, () => {
    const letters = Array.from(random(2 * GROUP), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
    return `${letters.slice(0, GROUP)}-${letters.slice(GROUP)}`;
  });

/** SHA-256 of a code as anybody may type it: in small letters, with or without the dash. */
export const hashBackupCode = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest();

/** True for what may be a backup code and never is one of an authenticator. */
export const looksLikeBackupCode = (code: string): boolean =>
  code.replace(/[^A-Za-z0-9]/g, '').length === 2 * GROUP;
