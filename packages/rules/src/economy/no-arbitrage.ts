import { halfSpreadBpAt, maxAdvantageBpAt } from './advantage.ts';
import { STATION_CLASSES } from './station-classes.ts';

const WHOLE_BP = 10_000;
const FACILITIES = ['none', 'spacedock', 'tradedock'] as const;

/**
 * Proves at start-up that no station is a credit pump (rule book, economy 3.3): at every facility the greatest
 * advantage stays below the half-spread, so that ask > bid for everybody, and no class buys what it sells.
 * Throws where a changed constant breaks it.
 */
export function assertNoArbitrage(): void {
  for (const facility of FACILITIES) {
    assertSpread(halfSpreadBpAt(facility), maxAdvantageBpAt(facility), facility);
  }
  for (const { stationClass, buys, sells } of STATION_CLASSES) {
    const both = buys.filter((key) => sells.includes(key));
    if (both.length > 0) {
      throw new Error(`class ${stationClass} buys and sells ${both.join(', ')}`);
    }
  }
}

/** Throws unless a player with the greatest advantage still pays more than he gets back. */
export function assertSpread(halfSpreadBp: number, maxAdvantageBp: number, where: string): void {
  const ask = (WHOLE_BP + halfSpreadBp) * (WHOLE_BP - maxAdvantageBp);
  const bid = (WHOLE_BP - halfSpreadBp) * (WHOLE_BP + maxAdvantageBp);
  if (ask <= bid) {
    throw new Error(`advantage ${maxAdvantageBp} bp reaches the half-spread ${halfSpreadBp} bp at ${where}`);
  }
}
