import type { AnyStatement, Sql } from '@sw/db';
import type { LifecycleAct, RegionStatus } from '@sw/rules';
import { checkLifecycle } from '@sw/rules';
import { assertAllowed } from '../../http/command.ts';
import type { OutboxEvent } from '../../realtime/outbox.ts';
import { event, GLOBAL_CHANNEL, regionsChanged } from '../../realtime/outbox.ts';
import type { RegistryRow } from './region.repository.ts';
import { insertStep } from './region.repository.ts';

/** What changing the status of a region writes and tells. */
export interface StatusChange {
  readonly status: RegionStatus;
  readonly writes: readonly AnyStatement[];
  readonly events: readonly OutboxEvent[];
}

/** The statements and events that move a locked region to another status; the clocks that begin or end with it. */
export const changeStatus = (
  sql: Sql,
  region: Pick<RegistryRow, 'id' | 'name'>,
  status: RegionStatus,
  nowMs: number,
  detail?: string,
): StatusChange => {
  const at = new Date(nowMs);
  return {
    status,
    writes: [
      sql`UPDATE regions SET status = ${status}, version = version + 1,
            suspended_at = CASE WHEN ${status} = 'active' THEN NULL
                                WHEN ${status} = 'suspended' THEN ${at}::timestamptz ELSE suspended_at END,
            terminated_at = CASE WHEN ${status} = 'terminated' THEN ${at}::timestamptz ELSE terminated_at END,
            attach_failures = 0, attach_after = NULL, operation_id = NULL
          WHERE id = ${region.id}`,
      insertStep(sql, region.id, nowMs, {
        step: status,
        outcome: 'done',
        ...(detail === undefined ? {} : { detail }),
      }),
    ],
    events: [
      regionsChanged(region.name),
      event(GLOBAL_CHANNEL, 'region.status', { regionName: region.name, status }),
    ],
  };
};

const NEXT: Readonly<Record<Exclude<LifecycleAct, 'retry'>, RegionStatus>> = {
  suspend: 'suspended',
  resume: 'active',
  terminate: 'terminated',
};

/**
 * What an operator does to the life of a locked region; refuses `invalid_state` `{regionStatus}`. A region that never
 * became part of the galaxy is tried again from its world, or, where that is there, from its link.
 */
export const actOnLife = (sql: Sql, region: RegistryRow, act: LifecycleAct, nowMs: number): StatusChange => {
  assertAllowed(checkLifecycle(region.status, act));
  if (act !== 'retry') return changeStatus(sql, region, NEXT[act], nowMs);
  return changeStatus(sql, region, region.gatewaySectorId === null ? 'pending' : 'attaching', nowMs);
};
