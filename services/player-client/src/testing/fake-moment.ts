/** The moment at which everything in the fake happens. */
export const FAKE_NOW = Date.parse('2102-11-20T14:03:00Z');

/** A moment as the wire writes it. */
export const iso = (ms: number): string => new Date(ms).toISOString();
