import type { CommodityCode } from '@sw/contracts';
import type { Chain } from '../features/navigation/chain-view.ts';

/** What the guide needs to know to name the next control. */
export interface GuideView {
  /** `first`: along the starter chain; `again`: any trade, for whoever wants to see it once more. */
  readonly mode: 'first' | 'again';
  readonly chain: Chain | null;
  /** Station the ship is docked at. */
  readonly dockedAt: string | null;
  readonly sectorId: number | null;
  /** A station lies in this sector. */
  readonly hasStation: boolean;
  readonly cargoUsed: number;
  /** Where the plotted course ends. */
  readonly courseEnd: number | null;
  readonly screen: 'cockpit' | 'market' | 'other';
  readonly selected: CommodityCode | null;
  readonly basket: readonly { readonly side: 'buy' | 'sell'; readonly commodity: CommodityCode }[];
  /** In `again`: where the goods aboard were bought; they are sold elsewhere. */
  readonly boughtAt: { readonly stationId: string; readonly sectorId: number } | null;
  /** The sale this guide led to is made. */
  readonly hasSold: boolean;
}

export type GuideText =
  | 'cockpit'
  | 'undock'
  | 'plot'
  | 'engage'
  | 'dock'
  | 'market'
  | 'good'
  | 'amount'
  | 'commit'
  | 'done';

export interface GuideStep {
  readonly text: GuideText;
  /** Whose half of the run it is. */
  readonly side: 'buy' | 'sell';
  /** 1 to 6: fly, dock, buy, fly, dock, sell. */
  readonly stage: number;
  /** Controls that do it, the nearest first: the first one on the screen is shown. */
  readonly controls: readonly string[];
  /** The single key that does the same on this screen. */
  readonly hotkey: string | null;
  /** What the run is about; null where any will do. */
  readonly task: GuideTask | null;
}

export interface GuideTask {
  readonly commodity: CommodityCode;
  readonly quantity: number;
  readonly stationId: string;
  readonly stationName: string;
  readonly sectorId: number;
  readonly sectorNumber: number;
}

export const GUIDE_STAGES = 6;

/** The half of a run the starter chain stands at; null where it has no such step now. */
function taskOf(chain: Chain): { readonly side: 'buy' | 'sell'; readonly task: GuideTask } | null {
  const { kind, target } = chain;
  if (kind !== 'buy' && kind !== 'sell') return null;
  const { commodity, stationId, stationName, sectorId, sectorNumber } = target;
  if (commodity === null || stationId === null || sectorId === null || sectorNumber === null) return null;
  const quantity = Math.max(target.need - target.progress, 0);
  return {
    side: kind,
    task: { commodity, quantity, stationId, stationName: stationName ?? '', sectorId, sectorNumber },
  };
}

/**
 * The next control of a first trade: undock, fly, dock, buy, fly, sell. Everything follows from what the server says
 * of the player and from what is on the screen, so that the guide is right after a reload, on another device, and for
 * whoever goes his own way. Null where it has nothing to say.
 */
export function guideStep(view: GuideView): GuideStep | null {
  const { chain } = view;
  const found = chain?.key === 'first_ship' ? taskOf(chain) : null;
  if (found !== null) return next(view, found.side, found.task);
  if (view.hasSold) return done;
  return view.mode === 'again' ? next(view, view.cargoUsed === 0 ? 'buy' : 'sell', null) : null;
}

const done: GuideStep = {
  text: 'done',
  side: 'sell',
  stage: GUIDE_STAGES,
  controls: [],
  hotkey: null,
  task: null,
};

function next(view: GuideView, side: 'buy' | 'sell', task: GuideTask | null): GuideStep {
  const half: Half = { view, side, task };
  return view.dockedAt === null ? inSpace(half) : docked(half);
}

interface Half {
  readonly view: GuideView;
  readonly side: 'buy' | 'sell';
  readonly task: GuideTask | null;
}

function step(
  { side, task }: Half,
  text: GuideText,
  stage: 1 | 2 | 3,
  hotkey: string | null,
  ...controls: readonly string[]
): GuideStep {
  return { text, side, stage: side === 'buy' ? stage : stage + GUIDE_STAGES / 2, controls, hotkey, task };
}

/** What is done in the cockpit; from another screen the way leads there first. */
const inCockpit = (half: Half, there: GuideStep, stage: 1 | 2 | 3): GuideStep =>
  half.view.screen === 'cockpit' ? there : step(half, 'cockpit', stage, 'G C', 'rail-cockpit');

function docked(half: Half): GuideStep {
  const { view, side, task } = half;
  const isThere =
    task === null
      ? side === 'buy' || view.dockedAt !== view.boughtAt?.stationId
      : view.dockedAt === task.stationId;
  if (!isThere) {
    const undock = step(half, 'undock', 1, 'U', 'undock');
    return view.screen === 'market' ? undock : inCockpit(half, undock, 1);
  }
  if (view.screen === 'market') return atMarket(half);
  return step(half, 'market', 3, view.screen === 'cockpit' ? 'P' : 'G K', 'market', 'rail-market');
}

function atMarket(half: Half): GuideStep {
  const { view, side, task } = half;
  const isWanted = (line: GuideView['basket'][number]): boolean =>
    line.side === side && (task === null || line.commodity === task.commodity);
  if (view.basket.some(isWanted)) return step(half, 'commit', 3, 'Enter', 'commit');
  if (task === null) return step(half, 'amount', 3, 'Space', 'goods');
  const [good, amount] = [`good-${task.commodity}`, `amount-${task.commodity}`];
  return view.selected === null || view.selected === task.commodity
    ? step(half, 'amount', 3, null, amount, good)
    : step(half, 'good', 3, null, good, amount);
}

/** Without a task any station but the one the goods are from will do. */
function isAtItsSector({ view, side, task }: Half): boolean {
  if (task !== null) return view.sectorId === task.sectorId;
  const isOnCourse = view.courseEnd !== null && view.courseEnd !== view.sectorId;
  return view.hasStation && !isOnCourse && (side === 'buy' || view.sectorId !== view.boughtAt?.sectorId);
}

function inSpace(half: Half): GuideStep {
  const { view, side, task } = half;
  if (isAtItsSector(half)) return inCockpit(half, step(half, 'dock', 2, 'P', 'dock', 'station'), 2);
  const isPlotted = task === null ? view.courseEnd !== null : view.courseEnd === task.sectorId;
  if (isPlotted) return step(half, 'engage', 1, 'X', 'engage', 'rail-map');
  if (task !== null) return inCockpit(half, step(half, 'plot', 1, 'Q', 'plot'), 1);
  return side === 'buy'
    ? inCockpit(half, step(half, 'plot', 1, 'N', 'nearest'), 1)
    : step(half, 'plot', 1, 'G M', 'rail-map');
}
