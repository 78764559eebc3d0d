import { describe, expect, it } from 'vitest';
import { passwordStrength } from './password-strength.ts';

const strength = (password: string, name = '') => passwordStrength(password, name, 10);

describe('password strength', () => {
  it('says nothing before something is typed', () => {
    expect(strength('')).toBe(0);
  });

  it.each(['short', 'aaaaaaaaaaaa', '1234567890123', 'abcdefghijkl'])('calls %j weak', (password) => {
    expect(strength(password)).toBe(1);
  });

  it('does not count the own name', () => {
    expect(strength('mara_keller', 'mara_keller')).toBe(1);
    expect(strength('mara_keller-quiet-ore-run', 'mara_keller')).toBeGreaterThan(2);
  });

  it('prefers a long phrase to a short jumble', () => {
    expect(strength('ferry lantern ochre tide')).toBe(4);
    expect(strength('xK4$pq9!wz')).toBeLessThan(4);
  });
});
