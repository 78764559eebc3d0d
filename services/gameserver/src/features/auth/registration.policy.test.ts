import { describe, expect, it } from 'vitest';
import { nameProblem, registrationProblems } from './registration.policy.ts';

const problems = (form: { username: string; email?: string; password: string }) =>
  registrationProblems({ email: undefined, ...form }).map(({ path, code }) => `${path} ${code}`);

describe('registrationProblems', () => {
  it('finds nothing wrong with a decent form', () => {
    expect(problems({ username: 'Kestrel', password: 'gorse lamp ferry' })).toEqual([]);
    expect(problems({ username: 'Kestrel', email: 'kes@example.org', password: 'gorse lamp ferry' })).toEqual(
      [],
    );
  });

  it('names every wrong field at once', () => {
    expect(problems({ username: 'x!', email: 'nobody', password: 'password123' })).toEqual([
      '/username too_small',
      '/username invalid_format',
      '/email invalid_format',
      '/password too_common',
    ]);
    expect(problems({ username: 'Admin', email: 'a@b', password: 'short' })).toEqual([
      '/email invalid_format',
      '/username reserved',
      '/password too_small',
    ]);
  });

  it('keeps name and address out of the password', () => {
    expect(problems({ username: 'kestrel', password: 'my kestrel flies' })).toEqual([
      '/password contains_name',
    ]);
    expect(
      problems({ username: 'kestrel', email: 'ferryman@example.org', password: 'gorse lamp Ferryman' }),
    ).toEqual(['/password contains_name']);
  });
});

describe('nameProblem', () => {
  it.each([
    ['ab', 'format'],
    ['with space', 'format'],
    ['4dm-in', 'reserved'],
    ['pilot-kes', 'reserved'],
    ['Kestrel', null],
  ])('%s: %s', (name, problem) => {
    expect(nameProblem(name)).toBe(problem);
  });
});
