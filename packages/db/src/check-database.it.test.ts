import { describe, expect, it } from 'vitest';
import { checkDatabase } from './check-database.ts';
import { TEST_SERVER_URL } from './testing/test-server.ts';

const good = (): URL => new URL(process.env[TEST_SERVER_URL]!);

function changed(change: (url: URL) => void): string {
  const url = good();
  change(url);
  return url.href;
}

describe('checkDatabase', () => {
  it('lets a usable database pass', async () => {
    await expect(checkDatabase(good().href)).resolves.toBeUndefined();
  });

  it.each<[string, (url: URL) => void, RegExp]>([
    [
      'a wrong password',
      (url) => (url.password = 'secret-typo'),
      /^PostgreSQL at 127\.0\.0\.1:\d+ refuses the user or password/,
    ],
    [
      'a database that is not there',
      (url) => (url.pathname = '/nowhere'),
      /does not exist at 127\.0\.0\.1:\d+: create it first\.$/,
    ],
    [
      'a port where nobody listens',
      (url) => (url.port = '1'),
      /^PostgreSQL at 127\.0\.0\.1:1 cannot be reached \(ECONNREFUSED\)/,
    ],
  ])('refuses %s in one sentence without the password', async (_case, change, sentence) => {
    const url = changed(change);
    const error = await checkDatabase(url).catch((refusal: unknown) => refusal as Error);
    expect(error).toMatchObject({ name: 'StartupError', message: expect.stringMatching(sentence) });
    expect((error as Error).message).not.toContain(new URL(url).password);
  });

  it('refuses what is not the address of a PostgreSQL', async () => {
    await expect(checkDatabase('mysql://root:hidden@localhost/x')).rejects.toThrow(
      'DATABASE_URL is not of the form postgres://user:password@host:port/database.',
    );
    await expect(checkDatabase('nonsense')).rejects.toThrow('is not of the form');
  });
});
