import { SHIP_TYPES } from '../ships/catalogue.ts';
import {
  FIRST_SHIP_COURSE_HOPS,
  FIRST_SHIP_GOAL_TYPE,
  FIRST_SHIP_REWARD,
  FIRST_SHIP_STATIONS,
  FIRST_SHIP_STEPS,
} from './constants.ts';
import { openSteps } from './open-steps.ts';
import type { FirstShipChain, FirstShipView } from './types.ts';

/** The step a player works on; null when the chain is over. */
export function firstShipView(chain: FirstShipChain): FirstShipView | null {
  const [number] = openSteps(chain);
  const kind = number === undefined ? undefined : FIRST_SHIP_STEPS[number];
  if (number === undefined || kind === undefined) {
    return null;
  }
  const frame = {
    number,
    kind,
    step: chain.steps.indexOf(number) + 1,
    steps: chain.steps.length,
    commodity: null,
    quantity: null,
    progress: 0,
    need: 1,
    stationId: null,
    sectorId: null,
    reward: FIRST_SHIP_REWARD,
  };
  return { ...frame, ...detailsOf(kind, chain) };
}

/** The goal bar: credits at hand and in the bank against the price of a Cargo Hauler, never above it. */
export function firstShipGoal(
  wallet: bigint,
  bank: bigint,
): { readonly credits: bigint; readonly need: bigint } {
  const need = SHIP_TYPES[FIRST_SHIP_GOAL_TYPE].priceCredits ?? 0n;
  const credits = wallet + bank;
  return credits < need ? { credits, need } : { credits: need, need };
}

function detailsOf(
  kind: FirstShipView['kind'],
  { targets, progress }: FirstShipChain,
): Partial<FirstShipView> {
  const { commodity, quantity } = targets;
  switch (kind) {
    case 'buy':
      return {
        commodity,
        quantity,
        progress: Math.min(progress.bought, quantity),
        need: quantity,
        stationId: targets.buyStationId,
        sectorId: targets.buySectorId,
      };
    case 'sell':
      return {
        commodity,
        quantity,
        progress: Math.min(progress.sold, quantity),
        need: quantity,
        stationId: targets.sellStationId,
        sectorId: targets.sellSectorId,
      };
    case 'dock':
      return {
        progress: Math.min(progress.dockedStationIds.length, FIRST_SHIP_STATIONS),
        need: FIRST_SHIP_STATIONS,
        ...proposal({ targets, progress }),
      };
    case 'job':
      // The board there keeps a job for him (rule book, society 10.8).
      return { stationId: targets.sellStationId, sectorId: targets.sellSectorId };
    case 'course':
      return { need: FIRST_SHIP_COURSE_HOPS };
  }
}

/** The nearest third station, as long as it would count. */
function proposal({
  targets,
  progress,
}: Pick<FirstShipChain, 'targets' | 'progress'>): Partial<FirstShipView> {
  const { thirdStationId, thirdSectorId } = targets;
  const isOpen = thirdStationId !== null && !progress.dockedStationIds.includes(thirdStationId);
  return isOpen ? { stationId: thirdStationId, sectorId: thirdSectorId } : {};
}
