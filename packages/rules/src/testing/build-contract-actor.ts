import type { ContractActor } from '../station-contracts/types.ts';

/** A player docked where jobs hang, with room and credits for most of them. */
export function buildContractActor(overrides: Partial<ContractActor> = {}): ContractActor {
  return {
    shipId: 's',
    dockedStationId: 'here',
    hold: { capacity: 50, colonistsPerUnit: 10, items: [] },
    wallet: 5_000n,
    bank: 0n,
    jobs: { active: 0, paidAtMs: [], debt: 0n },
    ...overrides,
  };
}
