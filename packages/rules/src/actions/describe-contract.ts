import { cargoFree } from '../economy/cargo.ts';
import {
  acceptCost,
  checkAbandonContract,
  checkAccept,
  checkDeliver,
  checkPickup,
  deliverable,
} from '../station-contracts/check.ts';
import { CONTRACT_KINDS } from '../station-contracts/constants.ts';
import type { ContractActor, StationContract } from '../station-contracts/types.ts';
import { describeAction } from './describe.ts';
import type { ActionDescriptor } from './types.ts';

/** `accept_contract` with its fee, and the room its cargo will take. */
export function describeAccept(
  contract: StationContract,
  actor: ContractActor,
  nowMs: number,
): ActionDescriptor {
  const { isSealed } = CONTRACT_KINDS[contract.kind];
  return describeAction('accept_contract', checkAccept(contract, actor, nowMs), {
    cost: { credits: acceptCost(contract, actor), ...(isSealed ? { cargo: contract.quantity } : {}) },
  });
}

/** What the holder of a contract under way may do with it: load, hand over, give up. */
export function describeContract(
  contract: StationContract,
  actor: ContractActor,
  nowMs: number,
): ActionDescriptor[] {
  const { isSealed } = CONTRACT_KINDS[contract.kind];
  const toLoad = isSealed && contract.state === 'accepted';
  return [
    ...(toLoad
      ? [
          describeAction('pickup_contract', checkPickup(contract, actor, nowMs), {
            cost: { cargo: contract.quantity },
            limits: { max: cargoFree(actor.hold) },
          }),
        ]
      : [
          describeAction('deliver_contract', checkDeliver(contract, actor, null, nowMs), {
            limits: { min: 1, max: deliverable(contract, actor), step: 1 },
          }),
        ]),
    describeAction('abandon_contract', checkAbandonContract(contract), {
      cost: { credits: contract.penalty },
      confirm: 'danger',
    }),
  ];
}
