import type { LimitedTradeLine } from '@sw/rules';
import { heldQuantity, openSteps } from '@sw/rules';
import type { Pilot } from '../players/pilot.ts';
import type { Run } from '../players/plan-run.ts';
import { runBetween } from '../players/plan-run.ts';
import type { SimSetting } from '../players/setting.ts';
import { line } from '../players/trade.ts';

/** The first two steps of the starter chain as a run. */
export function starterRun(setting: SimSetting, pilot: Pilot): Run | null {
  const { chain } = pilot;
  if (chain === null || !openSteps(chain).some((step) => step <= 2)) return null;
  const { targets } = chain;
  const { world } = setting;
  const seller = world.stationAt[targets.buySectorId - 1] as number;
  const buyer = world.stationAt[targets.sellSectorId - 1] as number;
  const run = runBetween(setting, seller, buyer);
  const isLoaded = heldQuantity(pilot.hold, targets.commodity) > 0;
  return run === null || !isLoaded ? run : { ...run, seller: pilot.station };
}

/** What the chain asks for at its first station, where nothing else is worth loading. */
export function starterLine({ chain }: Pilot, sellerId: string): LimitedTradeLine | null {
  return chain !== null && chain.targets.buyStationId === sellerId
    ? line('buy', chain.targets.commodity, chain.targets.quantity)
    : null;
}
