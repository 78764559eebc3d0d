import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import { SHIP_TYPES } from './catalogue.ts';
import { MAX_SHIPS } from './constants.ts';
import { checkCredits, checkDesk } from './desk.ts';
import type { FleetOwner, FleetShip } from './fleet-types.ts';
import { checkSale, saleValue } from './sale.ts';
import type { ShipTypeKey } from './types.ts';

/** The factions whose yards build carriers, and the standing they ask for (rule book, ships-combat 1). */
export const CARRIER_FACTIONS = ['terran_federation', 'frontier_coalition'] as const;
const CARRIER_MIN_STANDING = 300;

/** What a purchase is decided on. */
export interface PurchaseState extends FleetOwner {
  /** The best standing with one of `CARRIER_FACTIONS`; null where no faction keeps one of him. */
  readonly carrierStanding: number | null;
  /** The ship that is given in payment. */
  readonly tradeIn: FleetShip | null;
}

/** What a ship costs a player now. */
export interface PurchasePrice {
  readonly price: bigint;
  readonly tradeIn: bigint;
  /** Credits that are missing after the trade-in; 0 when there are enough. */
  readonly missing: bigint;
}

/** The catalogue price of a type a dealer sells; null for the others. */
export function dealerPrice(type: ShipTypeKey): bigint | null {
  const { isSold, priceCredits } = SHIP_TYPES[type];
  return isSold ? priceCredits : null;
}

/** Prices a purchase; null where no dealer sells the type. */
export function pricePurchase(type: ShipTypeKey, { credits, tradeIn }: PurchaseState): PurchasePrice | null {
  const price = dealerPrice(type);
  if (price === null) {
    return null;
  }
  const value = tradeIn === null ? 0n : saleValue(tradeIn).total;
  const have = credits + value;
  return { price, tradeIn: value, missing: price > have ? price - have : 0n };
}

/**
 * Refuses to sell a new ship, with or without another in part payment: `not_docked`, `station_not_operational`,
 * `no_ship_dealer`, `not_for_sale`, `standing_too_low` `{why, need, have}`, what `checkSale` refuses of the old one,
 * `ship_limit` `{max}`, `insufficient_credits` `{need, have}` with the old ship's value in `have`.
 */
export function checkPurchase(type: ShipTypeKey, state: PurchaseState): Refusal | null {
  const { desk, tradeIn, carrierStanding } = state;
  const closed = checkDesk(desk, 'ship_dealer');
  if (closed !== null) {
    return closed;
  }
  const priced = pricePurchase(type, state);
  if (priced === null) {
    return refuse('not_for_sale');
  }
  if (type === 'carrier' && (carrierStanding ?? 0) < CARRIER_MIN_STANDING) {
    return refuse('standing_too_low', {
      why: 'ship',
      need: CARRIER_MIN_STANDING,
      have: carrierStanding ?? 0,
    });
  }
  const given = tradeIn === null ? null : checkSale(tradeIn, desk, true);
  return (
    given ??
    checkSlot(state.shipCount - Number(tradeIn !== null)) ??
    checkCredits(priced.price, state.credits + priced.tradeIn)
  );
}

/** Refuses a ship more than a player may own: `ship_limit` `{max}`. */
export function checkSlot(shipCount: number): Refusal | null {
  return shipCount >= MAX_SHIPS ? refuse('ship_limit', { max: MAX_SHIPS }) : null;
}
