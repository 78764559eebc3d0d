import type { FieldError } from '@sw/service-kit';
import { weaknessOf } from './password-weakness.ts';

const MIN_LENGTH = 10;
/** Operators' passwords guard more than one account. */
const MIN_ADMIN_LENGTH = 12;
const MAX_LENGTH = 128;

const MESSAGES = {
  contains_name: 'Must not contain your name or e-mail address.',
  too_predictable: 'Is a run, a repetition or a keyboard pattern.',
  too_common: 'Is among the passwords everybody tries first.',
} as const;

/** The one form in which passwords are judged, hashed and compared. */
export const normalizePassword = (password: string): string => password.normalize('NFKC');

/** What a password must not contain: the username and the part of the address before the @. */
export const personalParts = (username: string, email: string | null): readonly string[] => [
  username,
  ...(email === null ? [] : [email.split('@', 1)[0] ?? '']),
];

/**
 * Everything wrong with a new password (rule book, platform 3.4). Characters are counted after NFKC, as
 * code points; there are no rules about which ones to use.
 *
 * @param path JSON pointer of the field
 */
export const passwordProblems = (
  password: string,
  owner: { readonly names: readonly string[]; readonly isAdmin: boolean },
  path: string,
): readonly FieldError[] => {
  const normalized = normalizePassword(password);
  const length = [...normalized].length;
  const minimum = owner.isAdmin ? MIN_ADMIN_LENGTH : MIN_LENGTH;
  if (length < minimum) {
    return [{ path, code: 'too_small', message: `Needs at least ${minimum} characters.` }];
  }
  if (length > MAX_LENGTH) {
    return [{ path, code: 'too_big', message: `Takes at most ${MAX_LENGTH} characters.` }];
  }
  const weakness = weaknessOf(normalized, owner.names);
  return weakness === null ? [] : [{ path, code: weakness, message: MESSAGES[weakness] }];
};
