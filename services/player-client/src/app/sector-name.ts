import { formatSectorNumber } from '@sw/ui';

export interface NamedSector {
  readonly number: number;
  readonly name: string | null;
}

/** The display code of a region's sector, such as TER-217: what stands for a name nobody gave. */
const isCode = (name: string, number: number): boolean => new RegExp(`^[A-Z][A-Z0-9]*-${number}$`).test(name);

/**
 * The name a person would call a sector by, null when it has none: its own, else that of its station. A
 * code says no more than the number beside it.
 */
export function sectorName({ number, name }: NamedSector, station?: string | null): string | null {
  return name !== null && name !== '' && !isCode(name, number) ? name : (station ?? null);
}

/** Number and, where there is one, name: "#217 Halden Reach". */
export function sectorTitle(sector: NamedSector, station?: string | null): string {
  const name = sectorName(sector, station);
  const number = formatSectorNumber(sector.number);
  return name === null ? number : `${number} ${name}`;
}
