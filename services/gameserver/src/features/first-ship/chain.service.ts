import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import type { AnyStatement, Sql } from '@sw/db';
import type { FirstShipAct, FirstShipChain, LedgerTransfer } from '@sw/rules';
import {
  advanceFirstShip,
  checkSkipStep,
  firstShipGoal,
  firstShipView,
  openSteps,
  resolveLegs,
  skipFirstShip,
  skipFirstShipStep,
} from '@sw/rules';
import { AppError } from '@sw/service-kit';
import { refusalError } from '../../http/command.ts';
import type { Atlas } from '../universe/index.ts';
import type { ChainRow } from './chain.repository.ts';
import { writeChain } from './chain.repository.ts';

type ChainView = ReplyOf<(typeof PLAYER_ENDPOINTS)['getPlayerState']>['chain'];

/** What acts of a command did to the chain. */
export interface ChainAdvance {
  readonly reward: bigint;
  readonly transfers: readonly LedgerTransfer[];
  readonly writes: readonly AnyStatement[];
  /** The chain to show when it changed, null when it is over, undefined when nothing changed. */
  view(wallet: bigint): ChainView | undefined;
}

export interface ChainContext {
  readonly atlas: Atlas;
  readonly playerId: string;
  readonly nowMs: number;
}

const NOTHING: ChainAdvance = { reward: 0n, transfers: [], writes: [], view: () => undefined };

/** Lets the acts of a command count towards the starter chain; the rewards belong into the same transaction. */
export const advanceChain = (
  sql: Sql,
  row: ChainRow | undefined,
  acts: readonly FirstShipAct[],
  context: ChainContext,
): ChainAdvance => {
  if (row === undefined || row.finishedAt !== null || acts.length === 0) return NOTHING;
  const before: FirstShipChain = row;
  let chain = before;
  let reward = 0n;
  const transfers: LedgerTransfer[] = [];
  for (const act of acts) {
    const advance = advanceFirstShip(chain, act);
    chain = advance.chain;
    reward += advance.reward;
    transfers.push(...resolveLegs(advance.legs, { playerId: context.playerId, regionId: '', stationId: '' }));
  }
  if (
    JSON.stringify(chain.progress) === JSON.stringify(before.progress) &&
    chain.done.length === before.done.length
  ) {
    return NOTHING;
  }
  return {
    reward,
    transfers,
    writes: [writeChain(sql, context.playerId, chain, finishedAt(chain, context.nowMs))],
    view: (wallet) => presentOpenChain(chain, context.atlas, wallet),
  };
};

const finishedAt = (chain: FirstShipChain, nowMs: number): Date | null =>
  openSteps(chain).length === 0 ? new Date(nowMs) : null;

/** Skips the present step or the rest; a skipped step pays nothing and cannot be taken back. */
export const skipChain = (
  sql: Sql,
  row: ChainRow | undefined,
  what: { readonly skipStep: true } | { readonly skipAll: true },
  playerId: string,
  nowMs: number,
): AnyStatement => {
  if (row === undefined || row.finishedAt !== null) throw new AppError('wrong_state');
  const [step] = openSteps(row);
  if (step === undefined) throw new AppError('wrong_state');
  if ('skipStep' in what) {
    const refusal = checkSkipStep(row, step);
    if (refusal !== null) throw refusalError(refusal);
  }
  const chain = 'skipAll' in what ? skipFirstShip(row) : skipFirstShipStep(row, step);
  return writeChain(sql, playerId, chain, finishedAt(chain, nowMs));
};

/** The shape `chainView` of the contracts; null when there is no chain or it is over. */
export const presentChain = (row: ChainRow | undefined, atlas: Atlas, wallet: bigint): ChainView =>
  row === undefined || row.finishedAt !== null ? null : presentOpenChain(row, atlas, wallet);

const presentOpenChain = (chain: FirstShipChain, atlas: Atlas, wallet: bigint): ChainView => {
  const view = firstShipView(chain);
  if (view === null) return null;
  const sector = view.sectorId === null ? undefined : atlas.sector(view.sectorId);
  const station = view.stationId === null ? undefined : atlas.station(view.stationId);
  return {
    key: 'first_ship',
    step: view.step,
    steps: view.steps,
    kind: view.kind,
    target: {
      commodity: view.commodity,
      quantity: view.quantity,
      progress: view.progress,
      need: view.need,
      stationId: view.stationId,
      stationName: station?.name ?? null,
      sectorId: view.sectorId,
      sectorNumber: sector?.number ?? null,
    },
    reward: view.reward,
    done: [...chain.done],
    goal: { shipType: 'cargo_hauler', ...firstShipGoal(wallet, 0n) },
  };
};
