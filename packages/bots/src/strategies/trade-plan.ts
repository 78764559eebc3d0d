import type { CommodityCode, PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';

export type KnownPrice = ReplyOf<typeof PLAYER_ENDPOINTS.listKnownPrices>['items'][number];

/** Buy here, sell there. */
export interface TradePlan {
  readonly commodity: CommodityCode;
  readonly from: KnownPrice;
  readonly to: KnownPrice;
  /** Units that fit the hold and the purse. */
  readonly quantity: number;
  /** Expected gain by the remembered prices of one unit; the real one is smaller, as prices move with each unit. */
  readonly gain: bigint;
}

const smaller = (a: bigint, b: number): number => (a < BigInt(b) ? Number(a) : b);

const planOf = (from: KnownPrice, to: KnownPrice, credits: bigint, room: number): TradePlan | null => {
  if (from.ask === null || to.bid === null || from.ask <= 0n || to.bid <= from.ask) return null;
  const quantity = smaller(credits / from.ask, room);
  if (quantity < 1 || from.stockTenths === 0 || from.turns === null || to.turns === null) return null;
  return { commodity: from.commodity, from, to, quantity, gain: BigInt(quantity) * (to.bid - from.ask) };
};

/** Turns until both ends were visited, by what each costs from here; a rough upper bound. */
const effort = (plan: TradePlan): number => 1 + (plan.from.turns ?? 0) + (plan.to.turns ?? 0);

/**
 * The pairs worth flying, best expected gain for the effort first; ties by station id, so that the
 * same prices give the same plan. `avoid` names pairs that disappointed (`pairKey`).
 */
export const plansOf = (
  prices: readonly KnownPrice[],
  means: { readonly credits: bigint; readonly room: number },
  avoid: ReadonlySet<string>,
): TradePlan[] => {
  const plans: TradePlan[] = [];
  for (const from of prices) {
    for (const to of prices) {
      if (from.commodity !== to.commodity || from.stationId === to.stationId) continue;
      const plan = planOf(from, to, means.credits, means.room);
      if (plan !== null && !avoid.has(pairKey(plan))) plans.push(plan);
    }
  }
  return plans.sort(
    (a, b) =>
      Number(b.gain * BigInt(effort(a)) - a.gain * BigInt(effort(b))) || pairKey(a).localeCompare(pairKey(b)),
  );
};

export const pairKey = (plan: TradePlan): string =>
  `${plan.commodity} ${plan.from.stationId} ${plan.to.stationId}`;

/** Where to sell what is in the hold: the best price for the way; null when nobody known wants it. */
export const buyerOf = (prices: readonly KnownPrice[], commodity: CommodityCode): KnownPrice | null => {
  const worth = (price: KnownPrice): bigint => ((price.bid ?? 0n) * 100n) / BigInt(20 + (price.turns ?? 0));
  const buyers = prices.filter(
    (price) => price.commodity === commodity && price.bid !== null && price.bid > 0n && price.turns !== null,
  );
  return buyers.reduce<KnownPrice | null>(
    (best, price) => (best === null || worth(price) > worth(best) ? price : best),
    null,
  );
};
