/** Control, zero-width and bidirectional characters; the line feed is handled apart. */
const INVISIBLE =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;
const MANY_BREAKS = /\n{3,}/g;

/** Player-written text as it is kept: NFKC, nothing invisible, at most two line breaks in a row, trimmed. */
export const cleanText = (text: string): string =>
  text.normalize('NFKC').replace(INVISIBLE, '').replace(MANY_BREAKS, '\n\n').trim();
