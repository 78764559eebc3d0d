import { cargoFree, heldQuantity } from '../economy/cargo.ts';
import type { Refusal } from '../refusal.ts';
import { refuse, refuseField } from '../refusal.ts';
import { CONTRACT_KINDS, MAX_ACTIVE_CONTRACTS, MAX_PAID_JOBS } from './constants.ts';
import { jobsCounted, nextJobAt } from './job-count.ts';
import { sealedCargo } from './sealed-cargo.ts';
import type { ContractActor, StationContract } from './types.ts';

/**
 * Refuses to accept: `contract_taken`, `deadline_passed`, `wrong_station` `{stationId}`, `limit_reached` `{max}`,
 * `job_limit` `{nextAt}`, `insufficient_credits` `{need, have}` (the fee, and what is owed of earlier penalties).
 */
export function checkAccept(contract: StationContract, actor: ContractActor, nowMs: number): Refusal | null {
  if (contract.state !== 'posted') {
    return refuse('contract_taken');
  }
  if (nowMs >= contract.expiresAtMs) {
    return refuse('deadline_passed');
  }
  if (actor.dockedStationId !== contract.stationId) {
    return refuse('wrong_station', { stationId: contract.stationId });
  }
  if (actor.jobs.active >= MAX_ACTIVE_CONTRACTS) {
    return refuse('limit_reached', { max: MAX_ACTIVE_CONTRACTS });
  }
  if (jobsCounted(actor.jobs, nowMs) >= MAX_PAID_JOBS) {
    return refuse('job_limit', { nextAt: nextJobAt(actor.jobs, nowMs) });
  }
  const need = acceptCost(contract, actor);
  return actor.wallet < need ? refuse('insufficient_credits', { need, have: actor.wallet }) : null;
}

/** What accepting costs: the fee and what is still owed of earlier penalties. */
export function acceptCost(
  { fee }: Pick<StationContract, 'fee'>,
  { jobs }: Pick<ContractActor, 'jobs'>,
): bigint {
  return fee + jobs.debt;
}

/**
 * Refuses to load the sealed cargo: `invalid_state` `{state}`, `deadline_passed`, `no_active_ship`, `wrong_station`
 * `{stationId}`, `cargo_full` `{max}`.
 */
export function checkPickup(contract: StationContract, actor: ContractActor, nowMs: number): Refusal | null {
  if (contract.state !== 'accepted' || !CONTRACT_KINDS[contract.kind].isSealed) {
    return refuse('invalid_state', { state: contract.state });
  }
  const refusal = refusePlace(contract, actor, contract.stationId, nowMs);
  if (refusal !== null) {
    return refusal;
  }
  const free = cargoFree(actor.hold);
  return contract.quantity > free ? refuse('cargo_full', { max: free }) : null;
}

/**
 * Refuses a delivery: `invalid_state` `{state}`, `deadline_passed`, `no_active_ship`, `wrong_station` `{stationId}`,
 * `not_in_cargo` `{max}`, `validation_failed` for more than is asked for or a part of sealed cargo. Sealed cargo is
 * delivered by the ship that loaded it.
 */
export function checkDeliver(
  contract: StationContract,
  actor: ContractActor,
  quantity: number | null,
  nowMs: number,
): Refusal | null {
  const { isSealed } = CONTRACT_KINDS[contract.kind];
  if (contract.state !== (isSealed ? 'in_transit' : 'accepted')) {
    return refuse('invalid_state', { state: contract.state });
  }
  const refusal = refusePlace(contract, actor, contract.targetStationId, nowMs);
  if (refusal !== null) {
    return refusal;
  }
  const open = contract.quantity - contract.delivered;
  if (quantity !== null && (quantity > open || (isSealed && quantity !== open))) {
    return refuseField('/quantity', 'out_of_range');
  }
  const held = deliverable(contract, actor);
  const wanted = quantity ?? (isSealed ? open : Math.max(1, Math.min(open, held)));
  return held < wanted ? refuse('not_in_cargo', { max: held }) : null;
}

/** Units of what the contract asks for that are aboard, at most what is still open. */
export function deliverable(contract: StationContract, actor: ContractActor): number {
  const kind = contract.commodity ?? sealedCargo(contract.id);
  return Math.min(contract.quantity - contract.delivered, heldQuantity(actor.hold, kind));
}

/** Refuses to give up what is not under way: `invalid_state` `{state}`. */
export function checkAbandonContract(contract: Pick<StationContract, 'state'>): Refusal | null {
  return isActive(contract) ? null : refuse('invalid_state', { state: contract.state });
}

/** Accepted and not ended. */
export function isActive({ state }: Pick<StationContract, 'state'>): boolean {
  return state === 'accepted' || state === 'in_transit';
}

/** Whether an accepted contract has run out of time: at its deadline it fails. */
export function isOverdue(
  { state, deadlineAtMs }: Pick<StationContract, 'state' | 'deadlineAtMs'>,
  nowMs: number,
): boolean {
  return isActive({ state }) && deadlineAtMs !== null && nowMs >= deadlineAtMs;
}

function refusePlace(
  contract: StationContract,
  actor: ContractActor,
  stationId: string,
  nowMs: number,
): Refusal | null {
  if (isOverdue(contract, nowMs)) {
    return refuse('deadline_passed');
  }
  if (actor.shipId === null) {
    return refuse('no_active_ship');
  }
  return actor.dockedStationId === stationId ? null : refuse('wrong_station', { stationId });
}
