const MINUS = '\u2212';
const NO_BREAK_SPACE = '\u00a0';

const formats = new Map<string, Intl.NumberFormat>();

/** Intl.NumberFormat is costly to build: one per locale and option set. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}|${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, options);
    formats.set(key, format);
  }
  return format;
}

/**
 * Formats with two typographic rules of the house: a real minus sign, which is
 * as wide as a plus and a digit, and a fixed gap before a unit or percent sign
 * that follows a digit.
 */
export function formatParts(format: Intl.NumberFormat, value: number | bigint): string {
  let text = '';
  for (const { type, value: part } of format.formatToParts(value)) {
    if (type === 'minusSign') text += part.replace('-', MINUS);
    else if ((type === 'unit' || type === 'compact' || type === 'percentSign') && /\p{Nd}$/u.test(text))
      text += NO_BREAK_SPACE + part;
    else if (type === 'literal' && part === ' ') text += NO_BREAK_SPACE;
    else text += part;
  }
  return text;
}
