export interface PaletteEntry {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  /** What a search is matched against, besides the label. */
  readonly words: string;
  readonly hint?: string;
  readonly hotkey?: string | undefined;
  readonly run: () => void;
}

const SHOWN = 40;
const SHOWN_WITHOUT_QUERY = 12;

/** How well an entry fits: 0 begins with it, 1 a word of it does, 2 contains it; null not at all. */
function rank({ label, words }: PaletteEntry, query: string): number | null {
  const text = `${label} ${words}`.toLowerCase();
  if (label.toLowerCase().startsWith(query) || words.toLowerCase().startsWith(query)) return 0;
  if (text.split(/[\s#]+/).some((word) => word.startsWith(query))) return 1;
  return text.includes(query) ? 2 : null;
}

/** The entries a search finds, the best first, groups kept together. */
export function filterPalette(entries: readonly PaletteEntry[], query: string): readonly PaletteEntry[] {
  const wanted = query.trim().toLowerCase().replace(/^#/, '');
  if (wanted === '') return entries.slice(0, SHOWN_WITHOUT_QUERY);
  const ranked = entries
    .map((entry) => ({ entry, rank: rank(entry, wanted) }))
    .filter((found) => found.rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .slice(0, SHOWN)
    .map(({ entry }) => entry);
  const groups = [...new Set(ranked.map(({ group }) => group))];
  return groups.flatMap((group) => ranked.filter((entry) => entry.group === group));
}
