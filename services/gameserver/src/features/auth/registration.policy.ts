import { registration } from '@sw/contracts';
import { isReservedName } from '@sw/rules';
import type { FieldError } from '@sw/service-kit';
import { normalizePassword, passwordProblems, personalParts } from './password.policy.ts';

export interface RegistrationForm {
  readonly username: string;
  readonly email: string | undefined;
  readonly password: string;
}

export type NameProblem = 'format' | 'reserved';

/** Why nobody may register a name, whoever has it; null when only its being taken could stand against it. */
export const nameProblem = (name: string): NameProblem | null => {
  if (!registration.shape.username.safeParse(name).success) return 'format';
  return isReservedName(name) ? 'reserved' : null;
};

/** Every problem of every field at once (rule book, platform 3.4). */
export const registrationProblems = (form: RegistrationForm): readonly FieldError[] => {
  const { username, email } = form;
  const parsed = registration.safeParse({
    username,
    ...(email === undefined ? {} : { email }),
    password: normalizePassword(form.password),
  });
  const format: readonly FieldError[] = parsed.success
    ? []
    : parsed.error.issues
        .filter((issue) => issue.path[0] !== 'password')
        .map((issue) => ({ path: `/${String(issue.path[0])}`, code: issue.code, message: issue.message }));
  const isFormatFine = !format.some(({ path }) => path === '/username');
  const reserved: readonly FieldError[] =
    isFormatFine && isReservedName(form.username)
      ? [{ path: '/username', code: 'reserved', message: 'Nobody can have this name.' }]
      : [];
  const owner = { names: personalParts(form.username, form.email ?? null), isAdmin: false };
  return [...format, ...reserved, ...passwordProblems(form.password, owner, '/password')];
};
