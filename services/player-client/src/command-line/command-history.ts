const KEPT = 50;

/** Lines typed before, newest last, and where the arrow keys stand in them. */
export interface History {
  readonly lines: readonly string[];
  /** Index into `lines`; `lines.length` is the line being typed. */
  readonly at: number;
  /** The line being typed, kept while older ones are looked at. */
  readonly draft: string;
}

export const EMPTY_HISTORY: History = { lines: [], at: 0, draft: '' };

/** Remembers a line that was run; the same line twice in a row is one. */
export function remember(history: History, line: string): History {
  const trimmed = line.trim();
  const lines =
    trimmed === '' || history.lines.at(-1) === trimmed
      ? history.lines
      : [...history.lines, trimmed].slice(-KEPT);
  return { lines, at: lines.length, draft: '' };
}

/** One step back (−1) or forth (1); `current` is what stands in the field. */
export function stepHistory(
  history: History,
  by: -1 | 1,
  current: string,
): { readonly history: History; readonly line: string } {
  const at = Math.min(history.lines.length, Math.max(0, history.at + by));
  const draft = history.at === history.lines.length ? current : history.draft;
  return { history: { ...history, at, draft }, line: history.lines[at] ?? draft };
}
