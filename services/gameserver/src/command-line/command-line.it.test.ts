import { createPublicKey } from 'node:crypto';
import { StartupError } from '@sw/service-kit';
import type { TestDatabase } from '@sw/test-kit';
import { createTestDatabase } from '@sw/test-kit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { regionEnv } from '../testing/role-env.ts';
import { runCommandLine } from './run-command-line.ts';

let database: TestDatabase;
let env: Readonly<Record<string, string>>;
const said: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  env = {
    ENVIRONMENT: 'test',
    LOG_LEVEL: 'silent',
    NEXUS_ENABLED: 'false',
    JWT_SECRET: 'kQ9v-test-only-zT4mWx7rBn2LpHs6YdGf',
    DATABASE_URL: database.url,
  };
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    said.push(String(line).trim());
    return true;
  });
});
afterAll(async () => {
  vi.restoreAllMocks();
  await database.drop();
});

const run = async (args: string[], more: Record<string, string> = {}): Promise<readonly string[]> => {
  said.length = 0;
  await runCommandLine(args, { ...env, ...more });
  return said;
};
const refusal = async (args: string[], more: Record<string, string> = {}): Promise<string> => {
  try {
    await run(args, more);
  } catch (error) {
    if (error instanceof StartupError) return error.message;
    throw error;
  }
  return 'no refusal';
};

describe('the commands of a game server', () => {
  it('bring a database to the newest schema, and say when it is', async () => {
    expect((await run(['migrate'])).at(-1)).toMatch(/^\d+ migrations applied\.$/);
    expect(await run(['migrate'])).toEqual(['The schema is up to date.']);
    expect(await database.sql`SELECT 1 FROM regions`).toHaveLength(0);
  });

  it('make the world once', { timeout: 60_000 }, async () => {
    await run(['generate']);
    const [made] = await database.sql`SELECT plan_hash FROM regions`;
    await run(['generate'], { GALAXY_SEED: 'another one' });
    expect(await database.sql`SELECT plan_hash FROM regions`).toEqual([made]);
  });

  it('tell the public key that others know this hub by', async () => {
    const [pem = ''] = await run(['public-key']);
    expect(createPublicKey(pem).asymmetricKeyType).toBe('ed25519');
    expect(await run(['public-key'])).toEqual([pem]);
  });

  it('give no operator a password before there is one', async () => {
    expect(await refusal(['admin:reset'])).toContain('There is no admin yet');
    expect(await refusal(['admin:reset', '--user', 'nobody'])).toContain('no admin with the name nobody');
  });

  it.each([
    [
      ['dance'],
      {},
      'There is no command dance; use one of serve, migrate, generate, admin:reset, public-key.',
    ],
    [['constructor'], {}, 'There is no command constructor'],
    [['migrate', 'generate'], {}, 'Give one command at a time.'],
    [['--force'], {}, 'The arguments cannot be read'],
    [['migrate', '--user', 'x'], {}, '--user belongs to admin:reset.'],
    [['migrate'], { DATABASE_URL: '' }, 'DATABASE_URL is missing'],
    [['migrate'], { DATABASE_URL: 'postgres://a:hidden@127.0.0.1:1/c' }, ''],
    [[], { JWT_SECRET: '' }, 'JWT_SECRET is missing'],
    [['generate'], { JWT_SECRET: 'short' }, 'JWT_SECRET: must have at least 32 characters'],
  ])('%j with %o is refused in one sentence', async (args, more, sentence) => {
    const message = await refusal(args, more as Record<string, string>);
    expect(message).toContain(sentence);
    expect(message).not.toContain('no refusal');
    expect(message).not.toContain('hidden@');
  });

  it('know that a region has no accounts', async () => {
    expect(await refusal(['admin:reset'], regionEnv())).toContain('A regional server has no accounts');
  });
});
