import type { CommodityCode, getPlayerState, ReplyOf } from '@sw/contracts';
import type { OrderSide } from './basket-store.ts';

type Chain = ReplyOf<typeof getPlayerState>['chain'];

/** What the starter chain wants traded at this station: how many of what. */
export interface ChainTask {
  readonly side: OrderSide;
  readonly commodity: CommodityCode;
  readonly quantity: number;
}

/** The part of the present step that is done at `stationId`; null where it is done elsewhere or is no trade. */
export function chainTaskAt(chain: Chain | undefined, stationId: string): ChainTask | null {
  if (chain == null || (chain.kind !== 'buy' && chain.kind !== 'sell')) return null;
  const { commodity, need, progress, stationId: wanted } = chain.target;
  if (wanted !== stationId || commodity === null || need <= progress) return null;
  return { side: chain.kind, commodity, quantity: need - progress };
}

/** What the task wants bought of a good; null for other goods, and for sales: of those all is wanted. */
export function purchaseOf(
  task: ChainTask | null,
  commodity: CommodityCode,
  side: OrderSide,
): ChainTask | null {
  return task?.side === 'buy' && side === 'buy' && task.commodity === commodity ? task : null;
}
