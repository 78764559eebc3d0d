import { password, register, username } from '@sw/contracts';
import { describe, expect, it } from 'vitest';
import { FIELD_LIMITS } from './field-limits.ts';

const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: string) =>
  schema.safeParse(value).success;

describe('field limits', () => {
  it('are those of the contract', () => {
    const { username: name, password: word, email } = FIELD_LIMITS;
    expect(accepts(username, 'a'.repeat(name.min))).toBe(true);
    expect(accepts(username, 'a'.repeat(name.min - 1))).toBe(false);
    expect(accepts(username, 'a'.repeat(name.max))).toBe(true);
    expect(accepts(username, 'a'.repeat(name.max + 1))).toBe(false);
    expect(accepts(password, 'a'.repeat(word.min))).toBe(true);
    expect(accepts(password, 'a'.repeat(word.min - 1))).toBe(false);
    expect(accepts(password, 'a'.repeat(word.max + 1))).toBe(false);
    const tooLong = `${'a'.repeat(email.max)}@example.org`;
    expect(accepts(register.body.shape.email, tooLong)).toBe(false);
  });
});
