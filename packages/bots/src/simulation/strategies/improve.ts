import type { UpgradeKind } from '@sw/rules';
import { buyUpgrade, nearestService, upgradePrice } from '../players/ladder.ts';
import type { Pilot } from '../players/pilot.ts';
import type { SimSetting } from '../players/setting.ts';
import { flyAndDock } from './fly-and-dock.ts';

/** He invests when so many times the price is at hand. */
const CAUTION = 2n;

/** Buys the first of the wanted upgrades he can well afford, or flies to a yard for it. False where there is none. */
export function improve(
  setting: SimSetting,
  pilot: Pilot,
  wanted: readonly UpgradeKind[],
  nowMs: number,
): boolean {
  const credits = setting.world.books.balanceOf(pilot.wallet);
  const kind = wanted.find((upgrade) => {
    const price = upgradePrice(pilot, upgrade);
    return price !== null && credits >= price * CAUTION;
  });
  const yard = kind === undefined ? null : nearestService(setting, pilot, 'ship_upgrades');
  if (kind === undefined || yard === null) return false;
  if (yard.index !== pilot.station) return flyAndDock(setting, pilot, yard.index, nowMs);
  buyUpgrade(setting, pilot, kind);
  return true;
}
