import { seededBytes } from '@sw/test-kit';
import { describe, expect, it } from 'vitest';
import { generatePassword } from './generated-password.ts';
import { passwordProblems } from './password.policy.ts';

describe('generatePassword', () => {
  it('is typed easily and passes the policy of operators', () => {
    const random = seededBytes('generated');
    const passwords = Array.from({ length: 200 }, () => generatePassword(random));
    expect(new Set(passwords).size).toBe(200);
    for (const password of passwords) {
      expect(password).toMatch(/^([a-km-np-z2-9]{4}-){4}[a-km-np-z2-9]{4}$/);
      expect(passwordProblems(password, { names: ['admin'], isAdmin: true }, '/password')).toEqual([]);
    }
  });
});
