import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readConfig } from './config.ts';
import { integerValue } from './env-values.ts';
import { StartupError } from './startup-error.ts';

const schema = z.object({
  JWT_SECRET: z.string().min(32, 'must have at least 32 characters'),
  DATABASE_POOL_SIZE: integerValue(1, 200).default(20),
});
const secret = 'a-secret-that-is-long-enough-for-this';

const refusalOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof StartupError) return error.message;
    throw error;
  }
  throw new Error('expected a refusal');
};

describe('readConfig', () => {
  it('parses values and fills in defaults', () => {
    expect(readConfig(schema, { JWT_SECRET: secret })).toEqual({
      JWT_SECRET: secret,
      DATABASE_POOL_SIZE: 20,
    });
  });

  it('ignores variables it does not know', () => {
    expect(readConfig(schema, { JWT_SECRET: secret, HOME: '/root' })).not.toHaveProperty('HOME');
  });

  it('says which variable is missing', () => {
    expect(refusalOf(() => readConfig(schema, {}))).toBe(
      'The configuration is not usable: JWT_SECRET is missing.',
    );
  });

  it('counts an empty value as missing', () => {
    expect(refusalOf(() => readConfig(schema, { JWT_SECRET: ' ' }))).toContain('JWT_SECRET is missing');
  });

  it('names every unusable variable in one sentence', () => {
    const message = refusalOf(() => readConfig(schema, { JWT_SECRET: 'short', DATABASE_POOL_SIZE: '0' }));
    expect(message).toBe(
      'The configuration is not usable: JWT_SECRET: must have at least 32 characters; ' +
        'DATABASE_POOL_SIZE: must be a whole number from 1 to 200.',
    );
  });

  it('never shows a value, even when a schema repeats it', () => {
    const telling = z.object({
      ADMIN_PASSWORD: z.string().refine(() => false, { error: (issue) => `bad: ${String(issue.input)}` }),
    });
    const message = refusalOf(() => readConfig(telling, { ADMIN_PASSWORD: 'hunter2hunter2' }));
    expect(message).toContain('ADMIN_PASSWORD');
    expect(message).not.toContain('hunter2');
  });

  it('reads a secret from the file its _FILE variant names', () => {
    const config = readConfig(schema, { JWT_SECRET_FILE: '/run/secrets/jwt' }, (path) =>
      path === '/run/secrets/jwt' ? `${secret}\n` : '',
    );
    expect(config.JWT_SECRET).toBe(secret);
  });

  it('refuses a variable given both ways, and a file that is empty or unreadable', () => {
    const both = { JWT_SECRET: secret, JWT_SECRET_FILE: '/x' };
    expect(refusalOf(() => readConfig(schema, both))).toBe(
      'Set either JWT_SECRET or JWT_SECRET_FILE, not both.',
    );
    expect(refusalOf(() => readConfig(schema, { JWT_SECRET_FILE: '/x' }, () => '\n'))).toContain('is empty');
    expect(refusalOf(() => readConfig(schema, { JWT_SECRET_FILE: '/does/not/exist' }))).toContain(
      'JWT_SECRET_FILE names cannot be read',
    );
  });
});
