import type { ShipStats } from './ship-queries.ts';

type NumberStat = { [K in keyof ShipStats]: ShipStats[K] extends number ? K : never }[keyof ShipStats];

/** The numbers ships are compared by, in the order of a buyer's questions; for some fewer is better. */
export const STAT_ROWS = [
  { stat: 'cargo', isLessBetter: false },
  { stat: 'turnsPerLane', isLessBetter: true },
  { stat: 'hull', isLessBetter: false },
  { stat: 'shields', isLessBetter: false },
  { stat: 'shieldRegenPerMin', isLessBetter: false },
  { stat: 'attack', isLessBetter: false },
  { stat: 'defence', isLessBetter: false },
  { stat: 'evasion', isLessBetter: false },
  { stat: 'agility', isLessBetter: false },
  { stat: 'scanner', isLessBetter: false },
  { stat: 'droneBays', isLessBetter: false },
  { stat: 'mines', isLessBetter: false },
  { stat: 'genesis', isLessBetter: false },
  { stat: 'equipmentSlots', isLessBetter: false },
  { stat: 'wearPerDayX100', isLessBetter: true },
] as const satisfies readonly { readonly stat: NumberStat; readonly isLessBetter: boolean }[];

export type Verdict = 'better' | 'worse' | 'same';

/** How a number of a candidate stands to one's own. */
export function verdictOf(own: number, other: number, isLessBetter: boolean): Verdict {
  if (own === other) return 'same';
  return other < own === isLessBetter ? 'better' : 'worse';
}

/** The types shown beside one's own ship at first: the cheapest a dealer sells, own type left out. */
export function firstCandidates(
  types: readonly { readonly key: string; readonly price: bigint | null; readonly net: bigint | null }[],
  ownType: string | null,
  count: number,
): string[] {
  return types
    .filter(({ key, net }) => net !== null && key !== ownType)
    .toSorted((a, b) => Number((a.price ?? 0n) - (b.price ?? 0n)))
    .slice(0, count)
    .map(({ key }) => key);
}

/** Adds a candidate, or takes it away; the one chosen longest ago goes when there is no more room. */
export function toggleCandidate(chosen: readonly string[], key: string, most: number): string[] {
  if (chosen.includes(key)) return chosen.filter((other) => other !== key);
  return [...chosen, key].slice(-most);
}
