import type { LedgerLeg } from '../ledger/legs.ts';
import { leg } from '../ledger/legs.ts';
import type { LedgerReason } from '../ledger/reasons.ts';

/** What a player has, where a rule may take from it without asking. */
export interface Purse {
  readonly wallet: bigint;
  readonly bank: bigint;
}

/** A payment taken from the bank first and the wallet second. */
export interface AutoDebit extends Purse {
  readonly legs: readonly LedgerLeg[];
}

/**
 * Takes an amount that falls due by itself, such as rent or upkeep: from the bank, then from the wallet, never
 * below 0; null when both together do not have it and nothing is taken (rule book, economy 10). It is burned.
 */
export function autoDebit(purse: Purse, amount: bigint, reason: LedgerReason): AutoDebit | null {
  if (purse.bank + purse.wallet < amount) {
    return null;
  }
  const fromBank = amount < purse.bank ? amount : purse.bank;
  const fromWallet = amount - fromBank;
  return {
    wallet: purse.wallet - fromWallet,
    bank: purse.bank - fromBank,
    legs: [...leg('bank', 'BURN', fromBank, reason), ...leg('wallet', 'BURN', fromWallet, reason)],
  };
}
