import { describe, expect, it } from 'vitest';
import {
  formatBasisPoints,
  formatCompact,
  formatCredits,
  formatDecimal,
  formatInteger,
  formatPercent,
  formatSectorNumber,
  formatSigned,
  formatTurns,
} from './numbers.ts';

const NBSP = '\u00a0';

describe('whole numbers', () => {
  it.each([
    [18_406n, 'en', '18,406'],
    [18_406n, 'de', '18.406'],
    [0n, 'en', '0'],
    [-1_303n, 'en', '−1,303'],
    [9_007_199_254_740_993n, 'en', '9,007,199,254,740,993'],
  ])('writes %s in %s as %s', (amount, locale, expected) => {
    expect(formatCredits(amount, locale)).toBe(expected);
  });

  it('cuts fractions instead of rounding them up', () => {
    expect(formatInteger(89.9, 'en')).toBe('89');
  });
});

describe('signed numbers', () => {
  it.each([
    [1744n, '+1,744'],
    [-3583n, '−3,583'],
    [0n, '0'],
    [18, '+18'],
  ])('writes %s as %s', (value, expected) => {
    expect(formatSigned(value, 'en')).toBe(expected);
  });

  it('never writes a hyphen for a minus', () => {
    for (const locale of ['en', 'es', 'fr', 'pt', 'zh', 'de'])
      expect(formatSigned(-5, locale)).not.toContain('-');
  });
});

describe('short numbers', () => {
  it.each([
    [18_406, '18,406'],
    [99_999n, '99,999'],
    [1_260_000n, '1,260,000'],
    [12_560_000n, `12.5${NBSP}M`],
    [-12_590_000, `−12.5${NBSP}M`],
  ])('writes %s as %s', (value, expected) => {
    expect(formatCompact(value, 'en')).toBe(expected);
  });
});

describe('turns, shares and names', () => {
  it('keeps four digits of turns together', () => {
    expect(formatTurns(1000, 'en')).toBe('1000');
    expect(formatTurns(12_000, 'en')).toBe('12,000');
  });

  it('reads basis points as percent', () => {
    expect(formatBasisPoints(255, 'en')).toBe(`2.55${NBSP}%`);
    expect(formatBasisPoints(255, 'en', true)).toBe(`+2.55${NBSP}%`);
    expect(formatBasisPoints(200, 'de')).toBe(`2${NBSP}%`);
    expect(formatPercent(92, 'en')).toBe(`92${NBSP}%`);
  });

  it('fixes decimals', () => {
    expect(formatDecimal(89.7, 'en', 1)).toBe('89.7');
    expect(formatDecimal(90, 'de', 1)).toBe('90,0');
  });

  it('never groups a sector number', () => {
    expect(formatSectorNumber(1204)).toBe('#1204');
  });
});
