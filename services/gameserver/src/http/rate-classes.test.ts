import { describe, expect, it } from 'vitest';
import { localLimiters } from './gcra.ts';
import { addressClassOf, createRateClasses } from './rate-classes.ts';

describe('the class of an address', () => {
  it.each([
    ['POST', '/auth/login', false, 'auth'],
    ['POST', '/auth/register', false, 'auth'],
    ['PUT', '/auth/password', true, 'auth'],
    ['POST', '/admin/auth/login', false, 'auth'],
    ['POST', '/auth/refresh', false, 'auth_refresh'],
    ['POST', '/admin/auth/refresh', false, 'auth_refresh'],
    ['POST', '/auth/logout', false, 'anon'],
    ['POST', '/auth/ws-ticket', true, 'ip'],
    ['GET', '/auth/sessions', true, 'ip'],
    ['DELETE', '/auth/sessions/{id}', true, 'ip'],
    ['GET', '/status', false, 'anon'],
    ['GET', '/rules', true, 'ip'],
    ['POST', '/nav/move', true, 'ip'],
    ['GET', '/admin/system/health', true, 'ip'],
  ] as const)('%s %s with a token: %s → %s', (method, path, hasToken, expected) => {
    expect(addressClassOf(method, path, hasToken)).toBe(expected);
  });
});

it('counts the numbers of the rule book', async () => {
  const { address, user } = createRateClasses(1, localLimiters);
  const allowances: Record<string, number[]> = {};
  for (const [name, limiter] of [...Object.entries(address), ...Object.entries(user)]) {
    const { limit, remaining } = await limiter.take('k', 0);
    allowances[name] = [limit, remaining + 1];
  }
  expect(allowances).toEqual({
    auth: [10, 5],
    auth_refresh: [30, 10],
    anon: [60, 20],
    ip: [3_000, 600],
    read: [600, 100],
    move: [300, 10],
    trade: [120, 10],
    action: [120, 20],
    heavy: [10, 5],
    admin: [600, 100],
  });
});

it('multiplies all of them where limits are relaxed', () => {
  expect(createRateClasses(100, localLimiters).user.move.take('k', 0)).toMatchObject({
    limit: 30_000,
    remaining: 999,
  });
});
