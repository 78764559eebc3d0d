import type { AccountId, LedgerLeg, LedgerReason, LegParties } from '@sw/rules';
import { BURN, MINT, mayBeNegative, resolveLegs } from '@sw/rules';

/** What has moved for one reason since the books were opened. */
export interface ReasonTotals {
  minted: bigint;
  burned: bigint;
  moved: bigint;
}

/**
 * The ledger of a simulated region: double entry with the game's own accounts and reasons (rule book, economy 0.1).
 * Throws at once where a movement would leave an account negative that may not be: the game would refuse it.
 */
export class Books {
  readonly #balances = new Map<AccountId, bigint>();
  readonly #totals = new Map<LedgerReason, ReasonTotals>();
  #rows = 0;

  /** Posts the legs a rule asked for. */
  post(legs: readonly LedgerLeg[], parties: LegParties): void {
    for (const { from, to, amount, reason } of resolveLegs(legs, parties)) {
      const left = this.balanceOf(from) - amount;
      if (amount <= 0n || (left < 0n && !mayBeNegative(from))) {
        throw new Error(`${reason}: ${from} cannot pay ${amount}, it would be left with ${left}`);
      }
      this.#balances.set(from, left);
      this.#balances.set(to, this.balanceOf(to) + amount);
      this.#count(from, to, amount, reason);
    }
  }

  balanceOf(account: AccountId): bigint {
    return this.#balances.get(account) ?? 0n;
  }

  balances(): ReadonlyMap<AccountId, bigint> {
    return this.#balances;
  }

  totals(): ReadonlyMap<LedgerReason, ReasonTotals> {
    return this.#totals;
  }

  /** Ledger rows so far. */
  rows(): number {
    return this.#rows;
  }

  #count(from: AccountId, to: AccountId, amount: bigint, reason: LedgerReason): void {
    const totals = this.#totals.get(reason) ?? { minted: 0n, burned: 0n, moved: 0n };
    if (from === MINT) totals.minted += amount;
    else if (to === BURN) totals.burned += amount;
    else totals.moved += amount;
    this.#totals.set(reason, totals);
    this.#rows += 1;
  }
}
