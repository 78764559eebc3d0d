const BITS = 8;

/**
 * A set of sector numbers as the database keeps it: number n is bit n − 1, and bit b is in byte `b >> 3` at `b & 7`
 * counted from the least significant, as PostgreSQL's `set_bit(bytea, b)` and `get_bit` count. 5000 sectors take 625
 * bytes.
 */
export type SectorBitmap = Uint8Array;

/** An empty set for a region of the size. */
export function emptyBitmap(sectorCount: number): SectorBitmap {
  return new Uint8Array(Math.ceil(sectorCount / BITS));
}

/** The bit of a sector number, as `set_bit` wants it. */
export function bitOfSector(sectorNumber: number): number {
  return sectorNumber - 1;
}

/** Whether the set holds the number; false for any number outside it. */
export function hasSector(bitmap: SectorBitmap, sectorNumber: number): boolean {
  const bit = bitOfSector(sectorNumber);
  return bit >= 0 && ((bitmap[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
}

/** A copy of the set with more numbers. Throws on a number outside 1..size. */
export function withSectors(bitmap: SectorBitmap, sectorNumbers: Iterable<number>): SectorBitmap {
  // Not `slice`: what a database driver hands over is a Buffer, whose slice is no copy.
  const copy = new Uint8Array(bitmap);
  for (const sectorNumber of sectorNumbers) {
    const bit = bitOfSector(sectorNumber);
    const byte = copy[bit >> 3];
    if (byte === undefined) {
      throw new RangeError(`sector ${sectorNumber} is outside the chart`);
    }
    copy[bit >> 3] = byte | (1 << (bit & 7));
  }
  return copy;
}

/** The numbers of the set, ascending. */
export function sectorsIn(bitmap: SectorBitmap): number[] {
  const numbers: number[] = [];
  bitmap.forEach((byte, index) => {
    for (let bit = 0; byte >> bit !== 0; bit++) {
      if (((byte >> bit) & 1) === 1) {
        numbers.push(index * BITS + bit + 1);
      }
    }
  });
  return numbers;
}

/** The union of sets; the longest one sets the size. */
export function unionOf(bitmaps: readonly SectorBitmap[]): SectorBitmap {
  const union = new Uint8Array(bitmaps.reduce((most, { length }) => Math.max(most, length), 0));
  for (const bitmap of bitmaps) {
    bitmap.forEach((byte, index) => {
      union[index] = (union[index] as number) | byte;
    });
  }
  return union;
}

/** A copy of the set with one more number. */
export function withSector(bitmap: SectorBitmap, sectorNumber: number): SectorBitmap {
  return withSectors(bitmap, [sectorNumber]);
}
