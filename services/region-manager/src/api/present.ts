import type { ManagedRegion, Operation } from '@sw/contracts/region-manager';
import type { Plan } from '../engine/plan.ts';
import type { EventRow } from '../store/journal.repository.ts';
import type { OperationRow } from '../store/operations.repository.ts';
import type { RegionRow } from '../store/region-row.ts';
import { baseResourcesOf, resourcesOf } from '../store/region-row.ts';

const moment = (date: Date): string => date.toISOString();

export const presentRegion = (row: RegionRow, open: OperationRow | undefined): ManagedRegion => ({
  name: row.name,
  displayName: row.displayName,
  ownerUserId: row.ownerUserId,
  state: row.state,
  desiredState: row.desiredState,
  driver: row.driver,
  resources: resourcesOf(row),
  baseResources: baseResourcesOf(row),
  usage: row.lastSample,
  playersOnline: row.playersOnline,
  maxPlayers: row.maxPlayers,
  totalSectors: row.totalSectors,
  endpoint: row.endpoint,
  version: row.imageDigest,
  failCount: row.failCount,
  lastScaledAt: row.lastScaledAt === null ? null : moment(row.lastScaledAt),
  createdAt: moment(row.createdAt),
  updatedAt: moment(row.updatedAt),
  openOperation:
    open === undefined ? null : { id: open.id, kind: open.kind, state: open.state, step: open.step },
});

export const presentEvent = ({ at, kind, detail }: EventRow) => ({ at: moment(at), kind, detail });

export const presentOperation = (row: OperationRow, plan: Plan): Operation => {
  const names = plan.steps.map(({ name }) => name);
  const at = row.step === null ? -1 : names.indexOf(row.step);
  const failedAt = row.failedStep === null ? -1 : names.indexOf(row.failedStep);
  return {
    id: row.id,
    region: row.region,
    kind: row.kind,
    state: row.state,
    step: row.step ?? (row.state === 'failed' ? row.failedStep : null),
    steps: plan.steps.map((step, index) => ({
      name: step.name,
      state: stateOf({ row, index, at, failedAt, canUndo: step.undo !== undefined }),
    })),
    attempts: row.attempts,
    error: row.error,
    createdAt: moment(row.createdAt),
    updatedAt: moment(row.updatedAt),
  };
};

interface StepPlace {
  readonly row: OperationRow;
  readonly index: number;
  /** Where the operation stands; −1 before the first step and after the last. */
  readonly at: number;
  readonly failedAt: number;
  readonly canUndo: boolean;
}

const stateOf = ({ row, index, at, failedAt, canUndo }: StepPlace): Operation['steps'][number]['state'] => {
  if (row.state === 'succeeded') return 'done';
  if (row.state === 'compensating' || row.state === 'failed') {
    if (index > failedAt) return 'pending';
    const isBehind = row.state === 'failed' || index > at;
    if (index === failedAt) return 'failed';
    return isBehind && canUndo ? 'compensated' : 'done';
  }
  if (index === at) return 'running';
  return index < at ? 'done' : 'pending';
};
