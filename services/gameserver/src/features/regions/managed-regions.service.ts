import type { Sql } from '@sw/db';
import { isAppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { forEachApart } from '../../platform/for-each-apart.ts';
import { callManager } from './manager-client.ts';
import { insertStep } from './region.repository.ts';

interface Managed {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly status: 'pending' | 'provisioning' | 'terminated';
  readonly ownerUserId: string;
  readonly sectorCount: number;
  readonly seed: string;
  readonly operationId: string | null;
  readonly resources: { cpuCores: number; memoryGb: number; diskGb: number } | null;
}

/** A tear-down that failed is tried again after this time. */
const RETRY_MS = 300_000;

const findOpen = (sql: Sql, nowMs: number) => sql<Managed[]>`
  SELECT id, name, title, status, owner_user_id, sector_count, seed, operation_id, resources FROM regions
  WHERE is_managed AND (attach_after IS NULL OR attach_after <= ${new Date(nowMs)}) AND (status IN ('pending', 'provisioning') OR (status = 'terminated' AND evacuated_at IS NULL))
  ORDER BY created_at, id LIMIT 20`;

/**
 * Hands regions over to the region-manager and follows what becomes of them. A manager that does not answer is asked
 * again: an order stands in the registry until it was taken.
 */
export const followManaged = async (deps: Deps, nowMs: number): Promise<void> => {
  if (deps.config.regionManagerUrl === undefined) return;
  await forEachApart(deps, 'managed_regions', await findOpen(deps.db.sql, nowMs), async (region) => {
    if (region.operationId !== null) await follow(deps, region, region.operationId, nowMs);
    else if (region.status === 'terminated') await takeDown(deps, region, nowMs);
    else await handOver(deps, region, nowMs);
  });
};

const handOver = async (deps: Deps, region: Managed, nowMs: number): Promise<void> => {
  const { name, title, ownerUserId, sectorCount, seed, resources } = region;
  const order = { name, displayName: title, ownerUserId, totalSectors: sectorCount, seed, maxPlayers: 100 };
  const body = { ...order, resources: resources ?? {} };
  const begun = await begin(deps, region, nowMs, () => callManager(deps, 'provisionRegion', { body }));
  if (begun !== null) await keep(deps, region, begun, 'provisioning', nowMs);
};

const takeDown = async (deps: Deps, region: Managed, nowMs: number): Promise<void> => {
  const begun = await begin(deps, region, nowMs, () =>
    callManager(deps, 'terminateRegion', { params: { name: region.name }, query: { mode: 'retain' } }),
  );
  if (begun !== null) await keep(deps, region, begun, 'tear_down', nowMs);
};

/** The operation that was begun; one that is under way already is taken for it. Null when nothing could be begun. */
const begin = async (
  deps: Deps,
  region: Managed,
  nowMs: number,
  order: () => Promise<{ operationId: string }>,
): Promise<string | null> => {
  try {
    return (await order()).operationId;
  } catch (error) {
    if (!isAppError(error) || error.code === 'dependency_unavailable') throw error;
    if (error.code === 'operation_in_progress' || error.code === 'already_exists') {
      const { openOperation } = await callManager(deps, 'getManagedRegion', {
        params: { name: region.name },
      });
      if (openOperation !== null) return openOperation.id;
    }
    await fail(deps, region, nowMs, error.code);
    return null;
  }
};

const follow = async (deps: Deps, region: Managed, operationId: string, nowMs: number): Promise<void> => {
  const { state, error } = await callManager(deps, 'getOperation', { params: { id: operationId } });
  if (state === 'failed')
    await fail(deps, region, nowMs, error === null ? 'failed' : `${error.step}: ${error.code}`);
};

const keep = async (
  deps: Deps,
  { id, status }: Managed,
  operationId: string,
  step: string,
  nowMs: number,
): Promise<void> => {
  const next = status === 'terminated' ? status : 'provisioning';
  await deps.db.write((sql) => [
    sql`UPDATE regions SET operation_id = ${operationId}, status = ${next}, version = version + 1
        WHERE id = ${id} AND status = ${status} AND operation_id IS NULL`,
    insertStep(sql, id, nowMs, { step, outcome: 'begun' }),
  ]);
};

/** The manager has given up: an operator tries again, or ends the region. One that ends is ended again by itself. */
const fail = async (
  deps: Deps,
  { id, name, status }: Managed,
  nowMs: number,
  detail: string,
): Promise<void> => {
  deps.logger.error({ region: name, detail }, 'region.operation_failed');
  await deps.db.write((sql) => [
    status === 'terminated'
      ? sql`UPDATE regions SET operation_id = NULL, attach_after = ${new Date(nowMs + RETRY_MS)},
              evacuated_at = CASE WHEN ${detail} = 'not_found' THEN ${new Date(nowMs)}::timestamptz END
            WHERE id = ${id} AND status = 'terminated'`
      : sql`UPDATE regions SET status = 'failed', version = version + 1
            WHERE id = ${id} AND status IN ('pending', 'provisioning')`,
    insertStep(sql, id, nowMs, {
      step: status === 'terminated' ? 'tear_down' : 'provisioning',
      outcome: 'failed',
      detail,
    }),
  ]);
};
