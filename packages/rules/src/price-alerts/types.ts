import type { CommodityKey } from '../economy/commodities.ts';
import type { TradeSide } from '../economy/types.ts';

/** Which way a price has to lie of the limit for an alert to speak. */
export const ALERT_OPS = ['gte', 'lte'] as const;

export type AlertOp = (typeof ALERT_OPS)[number];

/** A price a player watches at one station: what he would pay (`buy`) or get (`sell`) for a unit. */
export interface PriceAlert {
  readonly commodity: CommodityKey;
  readonly side: TradeSide;
  readonly op: AlertOp;
  readonly price: bigint;
  readonly repeats: boolean;
  readonly expiresAtMs: number;
  readonly lastTriggeredAtMs: number | null;
}
