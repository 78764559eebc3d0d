import type { RegionState } from '@sw/contracts/region-manager';
import { NotYet, StepFailure } from '../engine/failure.ts';
import type { Plan, Step } from '../engine/plan.ts';
import { addEvent } from '../store/journal.repository.ts';
import type { OperationRow } from '../store/operations.repository.ts';
import { forgetSecrets } from '../store/regions.repository.ts';
import { dumpDatabase } from './dump.ts';
import { STOP_GRACE_MS } from './server-steps.ts';
import type { Workshop } from './workshop.ts';

/** Before this step nothing was touched. */
const EMPTY = 'empty';

/** What a tear-down was asked for. */
export interface TerminatePayload {
  readonly mode: 'retain' | 'purge';
  readonly isImmediate: boolean;
  /** What the region was when the order came: it is that again when nothing was stopped. */
  readonly from: RegionState;
}

export const terminatePayload = ({ payload }: OperationRow): TerminatePayload =>
  payload as unknown as TerminatePayload;

/**
 * Takes a region down (rule book, platform 9.4): first nobody is left in it, then nothing runs, then everything is
 * copied, and only then anything is deleted. There is no way back from a step; what is gone already is done.
 */
export const terminatePlan = (workshop: Workshop, operation: OperationRow): Plan => {
  const isPurge = terminatePayload(operation).mode === 'purge';
  return {
    steps: [
      announceStep(workshop),
      ...(isPurge ? [emptyStep(workshop)] : []),
      detachStep(workshop),
      drainStep(workshop),
      dumpStep(workshop),
      removeStep(workshop, isPurge),
      ...(isPurge ? [dropDatabaseStep(workshop), dropRoleStep(workshop), dropRedisStep(workshop)] : []),
    ],
    whenDone: () => ({
      state: 'terminated',
      desiredState: 'terminated',
      isRetained: !isPurge,
      endpoint: null,
      playersOnline: null,
    }),
    whenFailed: () => {
      const { from } = terminatePayload(operation);
      if (operation.failedStep !== EMPTY) return { state: 'failed' };
      const desiredState = from === 'suspended' || from === 'terminated' ? from : 'active';
      return { state: from, desiredState };
    },
  };
};

/** The hub tells the players when it closes; here the time passes. */
const announceStep = ({ deps }: Workshop): Step => ({
  name: 'announce',
  run: async ({ operation, region }) => {
    if (terminatePayload(operation).isImmediate || region.provisionedAt === null) return;
    const leftMs = operation.createdAt.getTime() + deps.config.terminationNoticeMs - deps.clock();
    if (leftMs > 0) throw new NotYet(leftMs);
  },
});

/** Deleting a world would delete whoever is in it: they exist in no other database. */
const emptyStep = ({ deps, secrets }: Workshop): Step => ({
  name: EMPTY,
  run: async ({ region }) => {
    if (region.provisionedAt === null) return;
    const held = await deps.databases.countPlayersHeld(region.name, await secrets.databasePassword(region));
    if (held > 0) {
      throw new StepFailure('players_left', `The region still holds ${held} players; bring them home first.`);
    }
  },
});

const detachStep = ({ deps }: Workshop): Step => ({
  name: 'detach',
  run: ({ region, signal }) => deps.hub.detach(region.name, signal),
});

const drainStep = ({ deps }: Workshop): Step => ({
  name: 'drain',
  run: ({ region }) => deps.driver.stop(region.name, STOP_GRACE_MS),
});

/** A last copy, where a folder for copies is set and the region ever had players. */
const dumpStep = ({ deps, secrets }: Workshop): Step => ({
  name: 'dump',
  run: async ({ region, signal }) => {
    if (deps.config.backupDir === undefined || region.provisionedAt === null) return;
    const url = deps.databases.urlOf(region.name, await secrets.databasePassword(region));
    const file = await dumpDatabase({ url, folder: deps.config.backupDir, region: region.name, signal });
    await deps.db.write((sql) => [addEvent(sql, region.name, 'dump.done', { file: file ?? 'no database' })]);
  },
});

const removeStep = ({ deps }: Workshop, isPurge: boolean): Step => ({
  name: 'remove',
  run: ({ region }) => deps.driver.remove(region.name, { keepData: !isPurge }),
});

const dropDatabaseStep = ({ deps }: Workshop): Step => ({
  name: 'drop-database',
  run: ({ region }) => deps.databases.dropDatabase(region.name),
});

const dropRoleStep = ({ deps }: Workshop): Step => ({
  name: 'drop-role',
  run: async ({ region }) => {
    await deps.databases.dropRole(region.name);
    await deps.db.write((sql) => [forgetSecrets(sql, region.name)]);
  },
});

const dropRedisStep = ({ deps }: Workshop): Step => ({
  name: 'drop-redis',
  run: async ({ region }) => deps.redis?.drop(region.name),
});
