import type { ProvisionRequest, RegionResources } from '@sw/contracts/region-manager';
import type { Tx } from '@sw/db';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../deps.ts';
import { capacityFault, hasRoom } from '../operations/capacity.ts';
import type { ScalePayload } from '../operations/change-server.ts';
import type { TerminatePayload } from '../operations/terminate.ts';
import { addEvent, raiseAlert } from '../store/journal.repository.ts';
import type { RegionRow } from '../store/region-row.ts';
import { resourcesOf } from '../store/region-row.ts';
import type { Allocation } from '../store/regions.repository.ts';
import { findAllocation, patchRegion, putRegion } from '../store/regions.repository.ts';
import type { Accept, Claim } from './accept.ts';
import { assertState } from './accept.ts';

type Accepted = Promise<{ readonly operationId: string }>;

/** Everything that may be asked of the manager; each answers when it is written down, not when it is done. */
export interface Orders {
  provision(request: ProvisionRequest, claim: Claim): Accepted;
  terminate(name: string, payload: Omit<TerminatePayload, 'from'>, claim: Claim): Accepted;
  /** @param by who asks: a person sets new base resources, the monitor does not */
  scale(name: string, wanted: Wanted, by: 'person' | 'monitor', claim: Claim): Accepted;
  restart(name: string, claim: Claim): Accepted;
  suspend(name: string, claim: Claim): Accepted;
  resume(name: string, claim: Claim): Accepted;
  upgrade(name: string, imageDigest: string, claim: Claim): Accepted;
}

type Wanted = Pick<RegionResources, 'cpuCores' | 'memoryGb'> & { readonly diskGb?: number | undefined };

export const createOrders = (deps: Deps, accept: Accept): Orders => {
  const { config } = deps;

  const othersOf = async (tx: Tx, region: { name: string; ownerUserId: string }): Promise<Allocation> => {
    const [[others]] = await tx.load(
      findAllocation(tx.sql, { except: region.name, ownerUserId: region.ownerUserId }),
    );
    if (others === undefined) throw new Error('a sum has no row');
    return others;
  };

  /** The refusal is told to operators too: nobody who asks for a region can make room for it. */
  const exhausted = async (region: string, wanted: Wanted): Promise<AppError> => {
    await deps.db.write((sql) => [
      raiseAlert(sql, 'capacity_exhausted', region, { cpuCores: wanted.cpuCores, memoryGb: wanted.memoryGb }),
    ]);
    return new AppError('capacity_exhausted');
  };

  const guarded = async (region: string, wanted: Wanted, work: () => Accepted): Accepted => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof NoRoom) throw await exhausted(region, wanted);
      throw error;
    }
  };

  const simple =
    (kind: 'restart' | 'suspend', states: readonly RegionRow['state'][]) => (name: string, claim: Claim) =>
      accept({
        region: name,
        kind,
        claim,
        judge: async (row) => {
          const region = assertState(row, states);
          if (region.state === 'failed' && region.provisionedAt === null) {
            throw new AppError('invalid_state', { state: region.state });
          }
          return { payload: {}, effects: () => [] };
        },
      });

  return {
    provision: (request, claim) => {
      const resources = withDefaults(config, request.resources);
      return guarded(request.name, resources, () =>
        accept({
          region: request.name,
          kind: 'provision',
          claim,
          judge: async (row, tx) => {
            if (row !== undefined && !isFreeAgain(row)) throw new AppError('already_exists');
            const others = await othersOf(tx, request);
            const fault = capacityFault(
              { ...config, maxRegionsPerUser: Number.POSITIVE_INFINITY },
              others,
              resources,
            );
            if (fault !== null) throw new NoRoom();
            return {
              payload: {},
              effects: (sql) => [
                putRegion(sql, {
                  name: request.name,
                  displayName: request.displayName,
                  ownerUserId: request.ownerUserId,
                  subscriptionId: request.subscriptionId ?? null,
                  driver: config.driver.kind,
                  totalSectors: request.totalSectors,
                  maxPlayers: request.maxPlayers,
                  seed: request.seed ?? null,
                  resources,
                }),
              ],
            };
          },
        }),
      );
    },
    terminate: (name, payload, claim) =>
      accept({
        region: name,
        kind: 'terminate',
        claim,
        judge: async (row) => {
          const region = assertState(row, ['active', 'suspended', 'failed', 'terminated']);
          if (region.state === 'terminated' && !(region.isRetained && payload.mode === 'purge')) {
            throw new AppError('invalid_state', { state: region.state });
          }
          return {
            payload: { ...payload, from: region.state },
            effects: (sql) => [patchRegion(sql, name, { state: 'terminating', desiredState: 'terminated' })],
          };
        },
      }),
    scale: (name, wanted, by, claim) =>
      guarded(name, wanted, () =>
        accept({
          region: name,
          kind: 'scale',
          claim,
          judge: async (row, tx) => {
            const region = assertState(row, ['active']);
            const from = resourcesOf(region);
            const to = { ...wanted, diskGb: wanted.diskGb ?? from.diskGb };
            assertWithinMax(config, to);
            if (to.diskGb < from.diskGb) {
              throw fieldError('/diskGb', 'may only grow');
            }
            const others = await othersOf(tx, region);
            const isLess = to.cpuCores <= from.cpuCores && to.memoryGb <= from.memoryGb;
            if (!isLess && !hasRoom(config, others, to)) throw new NoRoom();
            const payload: ScalePayload = { from, to, isAutomatic: by === 'monitor' };
            return {
              payload: { ...payload },
              // What is asked for is taken at once, so that nobody else is promised it.
              effects: (sql) => [
                patchRegion(sql, name, {
                  state: 'scaling',
                  cpuCores: Math.max(from.cpuCores, to.cpuCores),
                  memoryGb: Math.max(from.memoryGb, to.memoryGb),
                }),
              ],
            };
          },
        }),
      ),
    restart: simple('restart', ['active', 'failed']),
    suspend: simple('suspend', ['active']),
    resume: (name, claim) =>
      accept({
        region: name,
        kind: 'resume',
        claim,
        judge: async (row, tx) => {
          const region = assertState(row, ['suspended']);
          if (!hasRoom(config, await othersOf(tx, region), resourcesOf(region))) {
            throw new AppError('capacity_exhausted');
          }
          return { payload: {}, effects: (sql) => [patchRegion(sql, name, { desiredState: 'active' })] };
        },
      }),
    upgrade: (name, imageDigest, claim) =>
      accept({
        region: name,
        kind: 'upgrade',
        claim,
        judge: async (row) => {
          const region = assertState(row, ['active']);
          if (config.driver.kind === 'process' || !config.driver.allowedDigests.has(imageDigest)) {
            throw fieldError('/imageDigest', 'is not on the list of images regions may run');
          }
          return {
            payload: { from: region.imageDigest, to: imageDigest },
            effects: (sql) => [
              addEvent(sql, name, 'upgrade.asked', { from: region.imageDigest, to: imageDigest }),
            ],
          };
        },
      }),
  };
};

/** Leaves the transaction, so that the alert is not rolled back with it. */
class NoRoom extends Error {
  override readonly name = 'NoRoom';
}

/** A name may be used again when nothing of the region before is left. */
const isFreeAgain = ({ state, provisionedAt, isRetained }: RegionRow): boolean =>
  (state === 'failed' && provisionedAt === null) || (state === 'terminated' && !isRetained);

const withDefaults = (config: Deps['config'], wanted: ProvisionRequest['resources']): RegionResources => {
  const resources = {
    cpuCores: wanted.cpuCores ?? config.defaults.cpuCores,
    memoryGb: wanted.memoryGb ?? config.defaults.memoryGb,
    diskGb: wanted.diskGb ?? config.defaults.diskGb,
  };
  assertWithinMax(config, resources);
  return resources;
};

const assertWithinMax = ({ max }: Deps['config'], wanted: RegionResources): void => {
  for (const key of ['cpuCores', 'memoryGb', 'diskGb'] as const) {
    if (wanted[key] > max[key]) throw fieldError(`/${key}`, `must be at most ${max[key]}`);
  }
};

const fieldError = (path: string, message: string): AppError =>
  new AppError('validation_failed', {}, { errors: [{ path, code: 'custom', message }] });
