import type { RegionResources } from '@sw/contracts/region-manager';
import { StepFailure } from '../engine/failure.ts';
import type { Plan, Step } from '../engine/plan.ts';
import { addEvent } from '../store/journal.repository.ts';
import type { OperationRow } from '../store/operations.repository.ts';
import type { RegionRow } from '../store/region-row.ts';
import { patchRegion } from '../store/regions.repository.ts';
import { oneShotStep } from './provision.ts';
import { readyStep, startStep, stopStep } from './server-steps.ts';
import type { Workshop } from './workshop.ts';

/** What a change of resources was asked for; a person's sets what scaling down stops at. */
export interface ScalePayload {
  readonly from: RegionResources;
  readonly to: RegionResources;
  readonly isAutomatic: boolean;
}

export const scalePayload = ({ payload }: OperationRow): ScalePayload => payload as unknown as ScalePayload;

export interface UpgradePayload {
  readonly from: string | null;
  readonly to: string;
}

const upgradePayload = ({ payload }: OperationRow): UpgradePayload => payload as unknown as UpgradePayload;

/** Gives a region other resources; when the server does not come back with them it gets its old ones. */
export const scalePlan = (workshop: Workshop): Plan => {
  const { deps } = workshop;
  const apply = async (region: RegionRow, resources: RegionResources): Promise<void> => {
    const isRestarted = await deps.driver.updateResources(await workshop.specOf({ ...region, ...resources }));
    await deps.db.write((sql) => [
      patchRegion(sql, region.name, resources),
      addEvent(sql, region.name, 'resources.set', { ...resources, isRestarted }),
    ]);
  };
  const resize: Step = {
    name: 'resize',
    run: ({ operation, region }) => apply(region, scalePayload(operation).to),
    undo: ({ operation, region }) => apply(region, scalePayload(operation).from),
  };
  return {
    steps: [resize, readyStep(workshop)],
    whenDone: ({ operation, region }) => {
      const { to, isAutomatic } = scalePayload(operation);
      return {
        state: 'active',
        lastScaledAt: new Date(deps.clock()),
        cpuHigh: 0,
        memoryHigh: 0,
        lowSamples: 0,
        ...(isAutomatic ? {} : { baseCpuCores: to.cpuCores, baseMemoryGb: to.memoryGb }),
        ...(region.provisionedAt === null ? {} : { failCount: 0 }),
      };
    },
    whenFailed: () => ({ state: 'active', lastScaledAt: new Date(deps.clock()) }),
  };
};

export const restartPlan = (workshop: Workshop): Plan => ({
  steps: [stopStep(workshop), startStep(workshop, { isNew: false }), readyStep(workshop)],
  whenDone: () => ({ state: 'active', desiredState: 'active', failCount: 0 }),
  whenFailed: () => ({ state: 'failed' }),
});

export const suspendPlan = (workshop: Workshop): Plan => ({
  steps: [stopStep(workshop)],
  whenDone: () => ({ state: 'suspended', desiredState: 'suspended', endpoint: null, playersOnline: null }),
  whenFailed: () => ({ state: 'active' }),
});

export const resumePlan = (workshop: Workshop): Plan => ({
  steps: [startStep(workshop, { isNew: false }), readyStep(workshop)],
  whenDone: () => ({ state: 'active', desiredState: 'active', failCount: 0 }),
  whenFailed: () => ({ state: 'failed' }),
});

/**
 * Moves a region to another image. Migrations only ever add, so the image before runs on the schema after: when the
 * new one does not become ready the old one is started again.
 */
export const upgradePlan = (workshop: Workshop): Plan => {
  const { deps, specOf } = workshop;
  const switchTo = async (region: RegionRow, imageDigest: string | null): Promise<void> => {
    await deps.db.write((sql) => [patchRegion(sql, region.name, { imageDigest })]);
  };
  const choose: Step = {
    name: 'choose-image',
    run: async ({ operation, region }) => {
      const { driver } = deps.config;
      const { to } = upgradePayload(operation);
      if (driver.kind === 'process' || !driver.allowedDigests.has(to)) {
        throw new StepFailure('image_not_allowed', 'This image is not on the list of those regions may run.');
      }
      await switchTo(region, to);
    },
    undo: async ({ operation, region }) => {
      const { from } = upgradePayload(operation);
      await switchTo(region, from);
      await deps.driver.ensureStarted(await specOf({ ...region, imageDigest: from }));
    },
  };
  return {
    steps: [
      choose,
      stopStep(workshop),
      oneShotStep(workshop, 'migrate'),
      startStep(workshop, { isNew: false }),
      readyStep(workshop),
    ],
    whenDone: () => ({ state: 'active', failCount: 0 }),
    whenFailed: () => ({ state: 'active' }),
  };
};
