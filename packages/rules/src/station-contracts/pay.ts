import type { CommodityKey } from '../economy/commodities.ts';
import { commodityOf } from '../economy/commodities.ts';
import { ceilDiv } from '../economy/order-total.ts';
import {
  CONTRACT_FEE_PERCENT,
  CONTRACT_KINDS,
  GOODS_PAY_PERCENT,
  JOB_PAY_BASE,
  JOB_PAY_PER_HOP,
} from './constants.ts';
import type { ContractKind, ContractTerms } from './types.ts';

/** What the contract is about, as far as its price goes. */
export interface PricedJob {
  readonly kind: ContractKind;
  readonly hops: number;
  readonly commodity: CommodityKey | null;
  readonly quantity: number;
}

/** P of the rule book: pay follows distance alone, whatever is carried. */
export function jobPay(hops: number): bigint {
  return JOB_PAY_BASE + JOB_PAY_PER_HOP * BigInt(hops);
}

/** What the goods of a procurement are paid with: base price × 115 %, floored once over all of them. */
export function goodsPay(commodity: CommodityKey, quantity: number): bigint {
  return (BigInt(quantity) * BigInt(commodityOf(commodity).base) * GOODS_PAY_PERCENT) / 100n;
}

/**
 * Pay, fee and penalty of a contract in credits (rule book, economy 12), fixed when it is posted. What the player
 * receives is floored, what he pays is ceiled.
 */
export function contractTerms({ kind, hops, commodity, quantity }: PricedJob): ContractTerms {
  const { payPercent, penaltyPercent, isSealed } = CONTRACT_KINDS[kind];
  const distancePay = jobPay(hops);
  const pay = (distancePay * payPercent) / 100n;
  return {
    pay,
    goodsPay: isSealed || commodity === null ? 0n : goodsPay(commodity, quantity),
    fee: ceilDiv(distancePay * CONTRACT_FEE_PERCENT, 100n),
    penalty: ceilDiv(pay * penaltyPercent, 100n),
  };
}

/**
 * What handing over `quantity` more units pays: the goods pro rata, floored on the sum so far, so that many small
 * deliveries bring exactly what one does; the job itself when nothing is missing any more.
 */
export function deliveryPay(
  contract: Pick<ContractTerms, 'pay' | 'goodsPay'> & {
    readonly quantity: number;
    readonly delivered: number;
  },
  quantity: number,
): bigint {
  const after = contract.delivered + quantity;
  const share = (units: number): bigint => (contract.goodsPay * BigInt(units)) / BigInt(contract.quantity);
  return share(after) - share(contract.delivered) + (after === contract.quantity ? contract.pay : 0n);
}
