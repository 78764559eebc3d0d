import { COLONISTS } from '../economy/cargo.ts';
import type { RandomStream } from '../random/index.ts';
import type { CargoLine } from '../ships/transfer-cargo.ts';
import { isSealedCargo } from '../station-contracts/sealed-cargo.ts';
import { HAZARD_RECOVERY_PERCENT, HULL_PER_ORE } from './constants.ts';

const ORE = 'ore';

/**
 * What of a load lies in the wreck of a ship that broke up (rule book, ships-combat 8): of each good `floor(quantity × pct
 * / 100)` with one draw, in the order of their keys, and ore for its hull. Colonists and sealed freight are lost.
 */
export function recoverCargo(
  load: readonly CargoLine[],
  maxHull: number,
  random: RandomStream,
): readonly CargoLine[] {
  const { min, max } = HAZARD_RECOVERY_PERCENT;
  const kept = load
    .filter(({ commodity }) => commodity !== COLONISTS && !isSealedCargo(commodity))
    .toSorted((a, b) => (a.commodity < b.commodity ? -1 : 1))
    .map(({ commodity, quantity }) => ({
      commodity,
      quantity: Math.floor((quantity * (min + random.roll(max - min + 1))) / 100),
    }));
  const hull = Math.floor(maxHull / HULL_PER_ORE);
  const ore = (kept.find(({ commodity }) => commodity === ORE)?.quantity ?? 0) + hull;
  return [...kept.filter(({ commodity }) => commodity !== ORE), { commodity: ORE, quantity: ore }]
    .filter(({ quantity }) => quantity > 0)
    .toSorted((a, b) => (a.commodity < b.commodity ? -1 : 1));
}
