import type { LogCategory, LogLine } from '../../app/log-store.ts';

/** Whether a text contains every word of a search, in any order and case; `also` may stand for a word's beginning. */
export function hasWords(text: string, query: string, also = ''): boolean {
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.toLowerCase().includes(word) || also.startsWith(word));
}

/** The lines of a category that say what is searched for; the name of their category counts as said. */
export function filterLines(
  lines: readonly LogLine[],
  category: LogCategory | 'all',
  query: string,
): readonly LogLine[] {
  return lines.filter(
    (line) => (category === 'all' || line.category === category) && hasWords(line.text, query, line.category),
  );
}
