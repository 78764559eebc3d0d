/** Crockford's base 32 without its vowels: nothing that reads as a word, nothing that is mistaken for another. */
const ALPHABET = '0123456789BCDFGHJKMNPQRSTVWXYZ';
const GROUP = 4;
const NEEDED_BYTES = 8;

/**
 * A ship registration `REG-XXXX-YYYY` (rule book, ships-combat 2) from at least 8 random bytes; uniqueness is the
 * caller's. Refuses fewer bytes with a RangeError. The remainder of 2^64 by 30^8 makes no symbol visibly likelier.
 */
export function registrationFrom(bytes: Uint8Array): string {
  if (bytes.length < NEEDED_BYTES) {
    throw new RangeError(`a registration needs ${NEEDED_BYTES} random bytes`);
  }
  let value = bytes.subarray(0, NEEDED_BYTES).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const base = BigInt(ALPHABET.length);
  let symbols = '';
  for (let i = 0; i < GROUP * 2; i++) {
    symbols += ALPHABET.charAt(Number(value % base));
    value /= base;
  }
  return `REG-${symbols.slice(0, GROUP)}-${symbols.slice(GROUP)}`;
}
