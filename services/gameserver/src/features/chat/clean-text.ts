/** Control characters but the line feed, zero-width and bidirectional ones, and the line separators. */
const INVISIBLE = /(?!\n)\p{Cc}|[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;
const MANY_BREAKS = /\n{3,}/g;

/**
 * Player-written text as it is kept: NFKC, nothing invisible, at most two line breaks in a row, trimmed.
 * What is invisible goes first, because it may part what normalising would join.
 */
export const cleanText = (text: string): string =>
  text.replace(INVISIBLE, '').normalize('NFKC').replace(INVISIBLE, '').replace(MANY_BREAKS, '\n\n').trim();
