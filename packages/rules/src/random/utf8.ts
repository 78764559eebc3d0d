const REPLACEMENT = 0xfffd;
const MAX_BYTES_PER_UNIT = 3;

/**
 * Encodes text as UTF-8. Written out because `TextEncoder` belongs to the DOM and Node, which rules may not use.
 * A lone surrogate becomes U+FFFD, as the standard encoder does.
 */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * MAX_BYTES_PER_UNIT);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) ?? REPLACEMENT;
    if (point < 0x80) {
      bytes[length++] = point;
    } else {
      length = writeLong(bytes, length, isSurrogate(point) ? REPLACEMENT : point);
      i += point > 0xffff ? 1 : 0;
    }
  }
  return bytes.slice(0, length);
}

function writeLong(bytes: Uint8Array, start: number, point: number): number {
  let at = start;
  if (point < 0x800) {
    bytes[at++] = 0xc0 | (point >> 6);
  } else {
    if (point < 0x10000) {
      bytes[at++] = 0xe0 | (point >> 12);
    } else {
      bytes[at++] = 0xf0 | (point >> 18);
      bytes[at++] = continuation(point >> 12);
    }
    bytes[at++] = continuation(point >> 6);
  }
  bytes[at++] = continuation(point);
  return at;
}

function isSurrogate(point: number): boolean {
  return point >= 0xd800 && point <= 0xdfff;
}

function continuation(bits: number): number {
  return 0x80 | (bits & 0x3f);
}
