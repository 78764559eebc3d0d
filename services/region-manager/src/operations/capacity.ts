import type { OperationFailure, RegionResources } from '@sw/contracts/region-manager';
import type { ManagerConfig } from '../config.ts';
import type { Allocation } from '../store/regions.repository.ts';

type Limits = Pick<ManagerConfig, 'budget' | 'maxTotalRegions' | 'maxRegionsPerUser'>;

/** Whether the hosts have room for `wanted` beside what other regions hold (rule book, platform 9.4). */
export const hasRoom = (
  { budget }: Pick<Limits, 'budget'>,
  others: Pick<Allocation, 'cpuCores' | 'memoryGb'>,
  wanted: Pick<RegionResources, 'cpuCores' | 'memoryGb'>,
): boolean =>
  others.cpuCores + wanted.cpuCores <= budget.cpuCores &&
  others.memoryGb + wanted.memoryGb <= budget.memoryGb;

/** Why a region cannot be made now, or nothing. */
export const capacityFault = (
  limits: Limits,
  others: Allocation,
  wanted: RegionResources,
): OperationFailure | null => {
  if (others.regions >= limits.maxTotalRegions || !hasRoom(limits, others, wanted))
    return 'capacity_exhausted';
  return others.ofOwner >= limits.maxRegionsPerUser ? 'quota_reached' : null;
};
