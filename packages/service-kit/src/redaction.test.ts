import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REDACTED, redactLine } from './redaction.ts';

const secret = 'Zq-very-secret-91';

describe('redactLine', () => {
  it.each([
    { authorization: secret },
    { req: { headers: { Authorization: `Bearer ${secret}` } } },
    { headers: { cookie: `sw_rt=${secret}` } },
    { headers: { 'set-cookie': [`sw_rt=${secret}`, 'b=2'] } },
    { cookies: { sw_rt: secret, other: secret } },
    { body: { password: secret, newPassword: secret, PASSWORD: secret } },
    { accessToken: secret, refresh_token: secret, 'csrf-token': secret },
    { ticket: secret, wsTicket: secret },
    { JWT_SECRET: secret, clientSecret: secret },
    { apiKey: secret, 'x-service-key': secret },
    { err: { cause: { config: { a: { b: { c: { token: secret } } } } } } },
    { tokens: [{ deep: [secret, { ']': secret }] }] },
    { token: `with "quotes" and \\ ${secret}` },
    { url: `postgres://game:${secret}@127.0.0.1:5432/galaxy` },
    { url: `/api/v1/auth/oauth/github/callback?code=${secret}&state=${secret}` },
  ])('hides the secret of %j', (entry) => {
    const line = redactLine(JSON.stringify(entry));
    expect(line).not.toContain(secret);
    expect(line).toContain(REDACTED);
    expect(() => JSON.parse(line)).not.toThrow();
  });

  it('leaves everything else as it is', () => {
    const line = JSON.stringify({
      msg: 'the token was refused',
      tokenVersion: 3,
      mustChangePassword: true,
      idempotencyKey: '0198c0de',
      code: 'insufficient_turns',
      url: 'http://127.0.0.1:8080/api/v1/map?limit=5',
    });
    expect(redactLine(line)).toBe(line);
  });

  it('keeps the end of the line', () => {
    expect(redactLine('{"token":"x"}\n')).toBe(`{"token":"${REDACTED}"}\n`);
  });

  it('always leaves valid JSON behind', () => {
    const names = fc.constantFrom('token', 'cookies', 'password', 'name', 'url');
    fc.assert(
      fc.property(fc.dictionary(names, fc.jsonValue()), (entry) => {
        expect(() => JSON.parse(redactLine(JSON.stringify(entry)))).not.toThrow();
      }),
    );
  });
});
