/**
 * A value as JSON can carry it: bigint becomes a number at any depth. Amounts are at most 9·10^15 and
 * therefore exact (rule book, README 4); a greater bigint would lose its last digits.
 */
export const toWireValue = (value: unknown): unknown => {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(toWireValue);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toWireValue(member)]));
};
