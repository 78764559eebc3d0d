const REPLACEMENT = 0xfffd;

/**
 * Encodes text as UTF-8. Written out because `TextEncoder` belongs to the DOM and Node, which rules may not use.
 * A lone surrogate becomes U+FFFD, as the standard encoder does.
 */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? REPLACEMENT;
    appendCodePoint(bytes, point >= 0xd800 && point <= 0xdfff ? REPLACEMENT : point);
  }
  return Uint8Array.from(bytes);
}

function appendCodePoint(bytes: number[], point: number): void {
  if (point < 0x80) {
    bytes.push(point);
  } else if (point < 0x800) {
    bytes.push(0xc0 | (point >> 6), continuation(point));
  } else if (point < 0x10000) {
    bytes.push(0xe0 | (point >> 12), continuation(point >> 6), continuation(point));
  } else {
    bytes.push(0xf0 | (point >> 18), continuation(point >> 12), continuation(point >> 6), continuation(point));
  }
}

function continuation(bits: number): number {
  return 0x80 | (bits & 0x3f);
}
