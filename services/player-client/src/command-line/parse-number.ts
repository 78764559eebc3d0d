const AMOUNT = /^(\d{1,12})(?:\.(\d{1,6}))?([km])?$/i;
const FACTOR_DIGITS: Readonly<Record<string, number>> = { '': 0, k: 3, m: 6 };

/** A count as it is typed: `40`, `1.2k`, `3m`. Null for anything that is no whole number above zero. */
export function parseAmount(word: string): number | null {
  const match = AMOUNT.exec(word.replaceAll(',', ''));
  if (match === null) return null;
  const [, whole = '', fraction = '', unit = ''] = match;
  const digits = FACTOR_DIGITS[unit.toLowerCase()] ?? 0;
  if (fraction.length > digits) return null;
  const value = Number(whole + fraction.padEnd(digits, '0'));
  return Number.isSafeInteger(value) && value > 0 ? value : null;
}

/** A sector's number, with or without its sign: `217`, `#217`. */
export function parseSectorNumber(word: string): number | null {
  const match = /^#?(\d{1,9})$/.exec(word);
  const value = match === null ? 0 : Number(match[1]);
  return value > 0 ? value : null;
}
