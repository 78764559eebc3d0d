const FACTORS: Readonly<Record<string, number>> = { k: 1_000, m: 1_000_000 };

/**
 * A whole number as players type it: `30`, `1,200`, `1 200`, `1.2k`, `3m`
 * (rule book, front ends 3.3). Null for anything else, and for a fraction of a
 * unit. A single separator before one or two digits and a suffix is a decimal
 * mark in every language; elsewhere separators only group.
 */
export function parseQuantity(text: string): number | null {
  const match = /^(\d+)(?:[.,](\d+))?([km])$/i.exec(text.trim());
  if (match !== null) {
    const [, whole = '', fraction = '', suffix = ''] = match;
    const value = Number(`${whole}.${fraction || '0'}`) * (FACTORS[suffix.toLowerCase()] ?? 1);
    const rounded = Math.round(value);
    return Math.abs(value - rounded) < 1e-6 ? rounded : null;
  }
  const plain = text.trim().replace(/(?<=\d)[\s.,'’](?=\d{3}(?!\d))/g, '');
  return /^\d{1,15}$/.test(plain) ? Number(plain) : null;
}
