import { AppError } from '@sw/service-kit';
import type { AuthParts, RequestTrace } from './auth-parts.ts';
import type { LoginAttempt } from './login-attempt.service.ts';
import { auditDenied, beginAttempt, cancelAttempt } from './login-attempt.service.ts';
import type { UserRow } from './user.repository.ts';

/**
 * Lets a signed-in user prove himself by his password. Wrong guesses count like those of signing in.
 *
 * @returns the attempt, which whoever asked takes back in the transaction the proof was for
 * @throws AppError `invalid_credentials` for a wrong password, `login_throttled` after too many
 */
export const provePassword = async (
  parts: AuthParts,
  user: UserRow,
  password: string,
  purpose: string,
  trace: RequestTrace,
): Promise<LoginAttempt> => {
  const credentials = { login: user.username, password, deviceCookie: undefined };
  const attempt = await beginAttempt(parts, credentials, trace);
  const isRight = await parts.hasher.verify(user.passwordHash, password).catch(async (error: unknown) => {
    await cancelAttempt(parts, attempt);
    throw error;
  });
  if (isRight) return attempt;
  await parts.deps.db.write((sql) => [auditDenied(parts, sql, user, trace, purpose)]);
  throw new AppError('invalid_credentials');
};
