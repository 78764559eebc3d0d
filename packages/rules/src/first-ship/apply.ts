import { leg } from '../ledger/legs.ts';
import {
  FIRST_SHIP_COURSE_HOPS,
  FIRST_SHIP_REWARD,
  FIRST_SHIP_STATIONS,
  FIRST_SHIP_STEPS,
} from './constants.ts';
import { openSteps } from './open-steps.ts';
import type {
  FirstShipAct,
  FirstShipAdvance,
  FirstShipChain,
  FirstShipProgress,
  FirstShipStepKind,
  FirstShipTargets,
} from './types.ts';

/** A chain at its beginning: targets fixed, nothing done. */
export function startFirstShip(targets: FirstShipTargets, steps: readonly number[]): FirstShipChain {
  return {
    steps,
    targets,
    progress: { bought: 0, sold: 0, dockedStationIds: [] },
    done: [],
    skipped: [],
  };
}

/**
 * The chain after an act of the player (rule book, society 10.8). An act that fulfils a later step counts when it
 * happens; only sales wait until step 1 is done or skipped. Every completed step pays 500 cr, once.
 */
export function advanceFirstShip(chain: FirstShipChain, act: FirstShipAct): FirstShipAdvance {
  const progress = progressAfter(chain, act);
  const completed = openSteps(chain).filter((step) => {
    const kind = FIRST_SHIP_STEPS[step];
    return kind !== undefined && isFulfilled(kind, progress, chain.targets, act);
  });
  const done = [...chain.done, ...completed].sort((a, b) => a - b);
  return {
    chain: { ...chain, progress, done },
    completed,
    reward: FIRST_SHIP_REWARD * BigInt(completed.length),
    legs: completed.flatMap(() => leg('MINT', 'wallet', FIRST_SHIP_REWARD, 'starter_chain')),
  };
}

/** Skips one step: it pays nothing and cannot be taken back. Assumes `checkSkipStep` passed. */
export function skipFirstShipStep(chain: FirstShipChain, step: number): FirstShipChain {
  return { ...chain, skipped: [...chain.skipped, step].sort((a, b) => a - b) };
}

/** Skips whatever is still open. */
export function skipFirstShip(chain: FirstShipChain): FirstShipChain {
  return { ...chain, skipped: [...chain.skipped, ...openSteps(chain)].sort((a, b) => a - b) };
}

function progressAfter(chain: FirstShipChain, act: FirstShipAct): FirstShipProgress {
  const { progress, targets } = chain;
  switch (act.type) {
    case 'bought':
      return act.stationId === targets.buyStationId && act.commodity === targets.commodity
        ? { ...progress, bought: progress.bought + act.quantity }
        : progress;
    case 'sold':
      return act.stationId === targets.sellStationId &&
        act.commodity === targets.commodity &&
        !openSteps(chain).includes(1)
        ? { ...progress, sold: progress.sold + act.quantity }
        : progress;
    case 'docked':
      return progress.dockedStationIds.includes(act.stationId)
        ? progress
        : { ...progress, dockedStationIds: [...progress.dockedStationIds, act.stationId] };
    case 'job_paid':
    case 'course_flown':
      return progress;
  }
}

function isFulfilled(
  kind: FirstShipStepKind,
  progress: FirstShipProgress,
  targets: FirstShipTargets,
  act: FirstShipAct,
): boolean {
  switch (kind) {
    case 'buy':
      return progress.bought >= targets.quantity;
    case 'sell':
      return progress.sold >= targets.quantity;
    case 'dock':
      return progress.dockedStationIds.length >= FIRST_SHIP_STATIONS;
    case 'job':
      return act.type === 'job_paid';
    case 'course':
      return act.type === 'course_flown' && act.hops >= FIRST_SHIP_COURSE_HOPS;
  }
}
