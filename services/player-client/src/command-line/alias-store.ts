const KEY = 'sw.aliases';
const MOST = 30;

export type Aliases = Readonly<Record<string, string>>;

/** The player's own words on this device. */
export function readAliases(): Aliases {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    const entries = Object.entries(typeof saved === 'object' && saved !== null ? saved : {});
    return Object.fromEntries(
      entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}

/** Sets or (null) forgets an alias; the oldest goes when there are too many. */
export function withAlias(aliases: Aliases, name: string, line: string | null): Aliases {
  const others = Object.entries(aliases).filter(([known]) => known !== name);
  return Object.fromEntries((line === null ? others : [...others, [name, line]]).slice(-MOST));
}

export function writeAliases(aliases: Aliases): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(aliases));
  } catch {
    // Storage is closed to us: aliases last as long as the page.
  }
}

/** The line an alias stands for, followed by whatever was typed after it. Aliases do not nest. */
export function expandAlias(line: string, aliases: Aliases): string {
  const [word = '', ...rest] = line.trim().split(/\s+/);
  const known = Object.hasOwn(aliases, word.toLowerCase()) ? aliases[word.toLowerCase()] : undefined;
  return known === undefined ? line : [known, ...rest].join(' ');
}
