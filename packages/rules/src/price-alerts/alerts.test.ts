import { describe, expect, it } from 'vitest';
import { checkNewAlert, hearingOf, isTriggered, watchedPrice } from './alerts.ts';
import type { PriceAlert } from './types.ts';

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;
const DAY = 86_400_000;

const alert = (more: Partial<PriceAlert> = {}): PriceAlert => ({
  commodity: 'ore',
  side: 'sell',
  op: 'gte',
  price: 30n,
  repeats: true,
  expiresAtMs: NOW + DAY,
  lastTriggeredAtMs: null,
  ...more,
});

describe('a price alert', () => {
  it.each([
    ['gte', 29n, false],
    ['gte', 30n, true],
    ['gte', 31n, true],
    ['lte', 29n, true],
    ['lte', 30n, true],
    ['lte', 31n, false],
  ] as const)('with %s 30 at %d: %s', (op, price, expected) => {
    expect(isTriggered(alert({ op }), price, NOW)).toBe(expected);
  });

  it('looks at what its player would pay or get', () => {
    const prices = { ask: 27n, bid: null };
    expect(watchedPrice({ side: 'buy' }, prices)).toBe(27n);
    expect(watchedPrice({ side: 'sell' }, prices)).toBeNull();
    expect(isTriggered(alert(), null, NOW)).toBe(false);
  });

  it('is silent for five minutes, and once for all unless it repeats', () => {
    const spoke = { lastTriggeredAtMs: NOW - 5 * MINUTE + 1 };
    expect(isTriggered(alert(spoke), 40n, NOW)).toBe(false);
    expect(isTriggered(alert(spoke), 40n, NOW + 1)).toBe(true);
    expect(isTriggered(alert({ ...spoke, repeats: false }), 40n, NOW + DAY / 2)).toBe(false);
  });

  it('ends at its moment', () => {
    expect(isTriggered(alert({ expiresAtMs: NOW }), 40n, NOW)).toBe(false);
    expect(isTriggered(alert({ expiresAtMs: NOW + 1 }), 40n, NOW)).toBe(true);
  });
});

it('twenty are enough, and only of what is traded', () => {
  expect(checkNewAlert(19, true)).toBeNull();
  expect(checkNewAlert(20, true)).toMatchObject({ code: 'marks_full', details: { max: 20 } });
  expect(checkNewAlert(0, false)).toMatchObject({ code: 'commodity_not_traded' });
});

it('is heard live for a week after a visit, by the hour where prices are public, else never', () => {
  expect(hearingOf(NOW - 7 * DAY, false, NOW)).toBe('live');
  expect(hearingOf(NOW - 7 * DAY - 1, true, NOW)).toBe('hourly');
  expect(hearingOf(NOW - 7 * DAY - 1, false, NOW)).toBeNull();
  expect(hearingOf(null, true, NOW)).toBe('hourly');
});
