import type { ContractActor, JobCount } from '@sw/rules';
import { isActive, jobsCounted, MAX_ACTIVE_CONTRACTS, MAX_PAID_JOBS, nextJobAt } from '@sw/rules';
import type { CargoRow, ShipRow } from '../player/index.ts';
import { holdOf } from '../player/index.ts';
import type { JobRow } from './contracts.repository.ts';

/** What of a player's contracts takes his places. */
export const jobCountOf = (rows: readonly JobRow[]): JobCount => ({
  active: rows.filter(isActive).length,
  paidAtMs: rows.flatMap((row) => (isActive(row) || row.paidAt === null ? [] : [row.paidAt.getTime()])),
  debt: rows.reduce((sum, row) => sum + row.unpaidPenalty, 0n),
});

/** The player as the rules of contracts see him. */
export const actorOf = (rows: {
  readonly ship: ShipRow | undefined;
  readonly cargo: readonly CargoRow[];
  readonly wallet: bigint;
  readonly bank: bigint;
  readonly jobs: JobCount;
}): ContractActor => {
  const { ship, cargo, wallet, bank, jobs } = rows;
  return {
    shipId: ship?.id ?? null,
    dockedStationId: ship?.status === 'docked' ? ship.stationId : null,
    hold: holdOf(ship, cargo),
    wallet,
    bank,
    jobs,
  };
};

/** The shape `jobAllowance` of the contracts. */
export const presentJobs = (jobs: JobCount, nowMs: number) => {
  const nextAt = nextJobAt(jobs, nowMs);
  return {
    active: jobs.active,
    maxActive: MAX_ACTIVE_CONTRACTS,
    counted: jobsCounted(jobs, nowMs),
    maxPaid: MAX_PAID_JOBS,
    nextAt: nextAt === null ? null : new Date(nextAt).toISOString(),
    debt: jobs.debt,
  };
};
