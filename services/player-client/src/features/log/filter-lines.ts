import type { LogCategory, LogLine } from '../../app/log-store.ts';

/** The lines of a category that contain every word of a search, in any order and case. */
export function filterLines(
  lines: readonly LogLine[],
  category: LogCategory | 'all',
  query: string,
): readonly LogLine[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return lines.filter(
    (line) =>
      (category === 'all' || line.category === category) &&
      words.every((word) => line.text.toLowerCase().includes(word) || line.category.startsWith(word)),
  );
}
