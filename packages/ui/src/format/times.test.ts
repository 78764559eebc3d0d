import { describe, expect, it } from 'vitest';
import {
  formatAge,
  formatClock,
  formatDateTime,
  formatDay,
  formatDuration,
  formatRelative,
} from './times.ts';

const NBSP = '\u00a0';
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UTC = { timeZone: 'UTC' };
const NOON = Date.UTC(2102, 10, 22, 14, 3, 9);

/** The parts are held together; a plain space would let them wrap. */
function words(text: string): string {
  return text.replaceAll(NBSP, ' ');
}

describe('formatDuration', () => {
  it.each([
    [3 * HOUR + 40 * MINUTE, '3 h 40 m'],
    [MINUTE + 26 * SECOND, '1 m 26 s'],
    [6 * SECOND + 999, '6 s'],
    [0, '0 s'],
    [-5, '0 s'],
    [2 * DAY + 5 * MINUTE, '2 d 5 m'],
    [DAY, '1 d'],
    [HOUR + 59 * MINUTE + 59 * SECOND, '1 h 59 m'],
  ])('writes %d ms as %s', (span, expected) => {
    expect(words(formatDuration(span, 'en'))).toBe(expected);
  });

  it('takes as many units as asked for', () => {
    expect(words(formatDuration(3 * HOUR + 40 * MINUTE, 'en', 1))).toBe('3 h');
  });
});

describe('formatAge', () => {
  it.each([
    [30 * SECOND, '<1 m'],
    [60 * SECOND, '1 m'],
    [40 * MINUTE, '40 m'],
    [2 * HOUR + 50 * MINUTE, '2 h'],
    [3 * DAY, '3 d'],
  ])('writes %d ms as %s', (age, expected) => {
    expect(words(formatAge(age, 'en'))).toBe(expected);
  });
});

describe('formatRelative', () => {
  it('speaks of the last and the next 24 hours', () => {
    expect(formatRelative(NOON - 2 * MINUTE, NOON, 'en')).toBe('2 min. ago');
    expect(formatRelative(NOON + 3 * HOUR, NOON, 'en')).toBe('in 3 hr.');
    expect(formatRelative(NOON - 20 * SECOND, NOON, 'en')).toBe('now');
  });

  it('gives a date beyond', () => {
    expect(formatRelative(NOON - 2 * DAY, NOON, 'en')).toContain('2102');
  });
});

describe('clock and date', () => {
  it('uses 24 hours', () => {
    expect(formatClock(NOON, 'en', UTC)).toBe('14:03');
    expect(formatClock(NOON, 'en', { ...UTC, seconds: true })).toBe('14:03:09');
    expect(formatClock(Date.UTC(2102, 0, 1, 0, 5), 'en', UTC)).toBe('00:05');
  });

  it('follows the order of the language', () => {
    expect(formatDateTime(NOON, 'en', UTC)).toBe('Nov 22, 2102, 14:03');
    expect(formatDay(NOON, 'de', UTC)).toBe('22. Nov.');
  });
});
