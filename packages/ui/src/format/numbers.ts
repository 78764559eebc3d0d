import { formatParts, numberFormat } from './number-format.ts';

/** Whole number with thousands separators: `18,406`. Fractions are cut, not rounded. */
export function formatInteger(value: number | bigint, locale: string): string {
  return formatParts(numberFormat(locale, { maximumFractionDigits: 0, roundingMode: 'trunc' }), value);
}

/** An amount of credits without its unit: `18,406`. Credits are whole. */
export function formatCredits(amount: number | bigint, locale: string): string {
  return formatInteger(amount, locale);
}

/** Profit or any change of credits, always signed unless zero: `+1,744`, `−3,583`, `0`. */
export function formatSigned(value: number | bigint, locale: string): string {
  return formatParts(
    numberFormat(locale, { maximumFractionDigits: 0, roundingMode: 'trunc', signDisplay: 'exceptZero' }),
    value,
  );
}

/** A number with a fixed count of decimals, half to even as Intl rounds: `89.7`. */
export function formatDecimal(value: number, locale: string, decimals: number): string {
  return formatParts(
    numberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
    value,
  );
}

/**
 * Short form for the status bar, full below ten million: `1,218,406`, `12.1 M`. The
 * full value belongs into the title or tip of the same place.
 */
export function formatCompact(value: number | bigint, locale: string): string {
  const size = value < 0 ? -value : value;
  if (size < 10_000_000) return formatInteger(value, locale);
  return formatParts(
    numberFormat(locale, { notation: 'compact', maximumFractionDigits: 1, roundingMode: 'trunc' }),
    value,
  );
}

/** Turns: four digits stay together, so `847/1000` reads as one figure. */
export function formatTurns(turns: number, locale: string): string {
  return formatParts(numberFormat(locale, { maximumFractionDigits: 0, useGrouping: 'min2' }), turns);
}

/** Percent from basis points, at most two decimals: 255 → `2.55 %`. */
export function formatBasisPoints(basisPoints: number, locale: string, signed = false): string {
  return formatParts(
    numberFormat(locale, {
      style: 'percent',
      maximumFractionDigits: 2,
      ...(signed ? { signDisplay: 'exceptZero' as const } : {}),
    }),
    basisPoints / 10_000,
  );
}

/** Percent from a whole number: 92 → `92 %`. */
export function formatPercent(percent: number, locale: string): string {
  return formatBasisPoints(percent * 100, locale);
}

/** A sector's number as it is spoken everywhere: `#217`. Never grouped, the same in every language. */
export function formatSectorNumber(sectorNumber: number): string {
  return `#${sectorNumber}`;
}
