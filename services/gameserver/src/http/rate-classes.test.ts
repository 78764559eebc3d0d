import { describe, expect, it } from 'vitest';
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

it('counts the numbers of the rule book', () => {
  const { address, user } = createRateClasses(1);
  const allowance = (limiter: (typeof user)['move']) => {
    const { limit, remaining } = limiter.take('k', 0);
    return [limit, remaining + 1];
  };
  expect(
    Object.fromEntries(
      [...Object.entries(address), ...Object.entries(user)].map(([name, limiter]) => [
        name,
        allowance(limiter),
      ]),
    ),
  ).toEqual({
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
  expect(createRateClasses(100).user.move.take('k', 0)).toMatchObject({ limit: 30_000, remaining: 999 });
});
