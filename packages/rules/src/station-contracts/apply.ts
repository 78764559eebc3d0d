import { heldQuantity, loadCargo, unloadCargo } from '../economy/cargo.ts';
import { ceilDiv } from '../economy/order-total.ts';
import type { CargoHold } from '../economy/types.ts';
import { leg } from '../ledger/legs.ts';
import { deliverable } from './check.ts';
import { deliveryPay } from './pay.ts';
import { sealedCargo } from './sealed-cargo.ts';
import type {
  AcceptOutcome,
  ContractActor,
  DeliverOutcome,
  PenaltyOutcome,
  StationContract,
} from './types.ts';

const HOUR_MS = 3_600_000;

/** Accepting: the fee and what is owed are burned, the time begins. Assumes `checkAccept` passed. */
export function applyAccept(contract: StationContract, actor: ContractActor, nowMs: number): AcceptOutcome {
  const { debt } = actor.jobs;
  return {
    deadlineAtMs: nowMs + contract.timeLimitH * HOUR_MS,
    wallet: actor.wallet - contract.fee - debt,
    legs: [
      ...leg('wallet', 'BURN', contract.fee, 'contract_fee'),
      ...leg('wallet', 'BURN', debt, 'contract_penalty'),
    ],
  };
}

/** The hold with the sealed cargo in it. Assumes `checkPickup` passed. */
export function applyPickup(contract: StationContract, { hold }: ContractActor): CargoHold {
  return loadCargo(hold, sealedCargo(contract.id), contract.quantity, 0n);
}

/** A delivery: goods leave the game, pay is minted. `null` = as much as there is. Assumes `checkDeliver` passed. */
export function applyDeliver(
  contract: StationContract,
  actor: ContractActor,
  quantity: number | null,
): DeliverOutcome {
  const units = quantity ?? deliverable(contract, actor);
  const paid = deliveryPay(contract, units);
  const delivered = contract.delivered + units;
  return {
    delivered,
    isComplete: delivered === contract.quantity,
    paid,
    wallet: actor.wallet + paid,
    hold: unloadCargo(actor.hold, contract.commodity ?? sealedCargo(contract.id), units),
    legs: leg('MINT', 'wallet', paid, 'contract_pay'),
  };
}

/**
 * Failing or giving up: the penalty is taken from the wallet, then from the bank, never below 0; the rest is owed.
 * Sealed cargo in this hold is dropped.
 */
export function applyPenalty(
  contract: StationContract,
  { wallet, bank, hold }: Pick<ContractActor, 'wallet' | 'bank' | 'hold'>,
): PenaltyOutcome {
  const fromWallet = lesser(contract.penalty, wallet);
  const fromBank = lesser(contract.penalty - fromWallet, bank);
  const paid = fromWallet + fromBank;
  const sealed = sealedCargo(contract.id);
  return {
    paid,
    unpaid: contract.penalty - paid,
    wallet: wallet - fromWallet,
    bank: bank - fromBank,
    hold: unloadCargo(hold, sealed, heldQuantity(hold, sealed)),
    legs: [
      ...leg('wallet', 'BURN', fromWallet, 'contract_penalty'),
      ...leg('bank', 'BURN', fromBank, 'contract_penalty'),
    ],
  };
}

/** A contract whose cargo was lost with its ship: failing costs half, ceiled (rule book, economy 12). */
export function withLostCargo(contract: StationContract): StationContract {
  return { ...contract, penalty: ceilDiv(contract.penalty, 2n) };
}

function lesser(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
