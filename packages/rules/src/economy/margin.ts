import type { LedgerLeg } from '../ledger/legs.ts';
import { leg } from '../ledger/legs.ts';
import { OWNER_CUT_PERCENT, TARIFF_STATION_PERCENT } from './constants.ts';
import type { OrderTotal, TradeSide } from './types.ts';

const WHOLE_BP = 10_000n;

/** Who takes a share of a trade. */
export interface MarginTerms {
  readonly regionTaxBp: number;
  readonly isOwned: boolean;
  /** Paid by the region on top of a sale, in basis points of the gross; never for goods the station also sells. */
  readonly incentiveBp?: number;
}

/** Where the margin of an order goes; all shares floored, the remainder is burned. */
export interface MarginSplit {
  readonly margin: bigint;
  readonly regionCut: bigint;
  readonly ownerCut: bigint;
  readonly burned: bigint;
  readonly tariffToStation: bigint;
  readonly tariffBurned: bigint;
  readonly incentive: bigint;
  readonly legs: readonly LedgerLeg[];
}

/**
 * Splits the margin and the tariff of an order and names the credit movements of the whole trade (rule book,
 * economy 3.4). The legs of a buy take exactly `net` from the wallet, those of a sale give exactly `net` plus the
 * incentive; the region tax is part of the margin and never an extra charge.
 */
export function splitMargin(side: TradeSide, order: OrderTotal, terms: MarginTerms): MarginSplit {
  const { gross, midTotal, tariff, net } = order;
  const margin = side === 'buy' ? gross - midTotal : midTotal - gross;
  const regionCut = (margin * BigInt(terms.regionTaxBp)) / WHOLE_BP;
  const ownerCut = terms.isOwned ? ((margin - regionCut) * OWNER_CUT_PERCENT) / 100n : 0n;
  const tariffToStation = (tariff * TARIFF_STATION_PERCENT) / 100n;
  const tariffBurned = tariff - tariffToStation;
  const incentive = side === 'sell' ? (gross * BigInt(terms.incentiveBp ?? 0)) / WHOLE_BP : 0n;
  const legs =
    side === 'buy'
      ? [
          ...leg('wallet', 'BURN', gross - regionCut - ownerCut, 'trade_buy'),
          ...leg('wallet', 'region', regionCut, 'region_tax'),
          ...leg('wallet', 'station', ownerCut, 'owner_cut'),
          ...leg('wallet', 'station', tariffToStation, 'tariff'),
          ...leg('wallet', 'BURN', tariffBurned, 'tariff'),
        ]
      : [
          ...leg('MINT', 'wallet', net, 'trade_sell'),
          ...leg('MINT', 'region', regionCut, 'region_tax'),
          ...leg('MINT', 'station', ownerCut, 'owner_cut'),
          ...leg('MINT', 'station', tariffToStation, 'tariff'),
          ...leg('region', 'wallet', incentive, 'incentive'),
        ];
  const burned = margin - regionCut - ownerCut;
  return { margin, regionCut, ownerCut, burned, tariffToStation, tariffBurned, incentive, legs };
}
