import type { RegionStatus } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { event, GLOBAL_CHANNEL, regionsChanged } from '../../realtime/outbox.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import { writeUnlink } from '../universe/index.ts';
import { insertStep, lockRegion, touchRegistry } from './region.repository.ts';

/** A region that was alive has ended; of one that never was, making it has failed. */
const ENDS: Partial<Record<RegionStatus, 'terminated' | 'failed'>> = {
  active: 'terminated',
  suspended: 'terminated',
  grace: 'terminated',
  pending: 'failed',
  provisioning: 'failed',
  attaching: 'failed',
};

/**
 * Takes the link of a region down whose world another server serves; a second call changes nothing. Everybody in it was
 * brought home by that server before. Refuses `invalid_state` for one whose world is here.
 */
export const detachRegion = (deps: Deps, name: string, nowMs: number): Promise<void> =>
  deps.db.command(async (tx) => {
    const { sql } = tx;
    const [, [region]] = await tx.load(touchRegistry(sql), lockRegion(sql, name));
    if (region === undefined || region.kind !== 'player_owned') throw new AppError('not_found');
    if (!region.isManaged) throw new AppError('invalid_state', { why: 'not_managed' });
    const status = ENDS[region.status];
    const isOpen = region.status === 'terminated' && region.evacuatedAt === null;
    if (status === undefined && !isOpen) {
      await tx.commit();
      return;
    }
    const next = status ?? 'terminated';
    const { gatewaySectorId, nexusSectorId } = region;
    const at = new Date(nowMs);
    await saveAndTell(
      deps,
      tx,
      nowMs,
      [
        ...(gatewaySectorId === null || nexusSectorId === null
          ? []
          : [writeUnlink(sql, gatewaySectorId, nexusSectorId)]),
        sql`UPDATE regions SET status = ${next}, version = version + 1,
              terminated_at = CASE WHEN ${next} = 'terminated' THEN coalesce(terminated_at, ${at}) END,
              evacuated_at = CASE WHEN ${next} = 'terminated' THEN ${at}::timestamptz END
            WHERE id = ${region.id}`,
        insertStep(sql, region.id, nowMs, { step: 'detached', outcome: 'done' }),
      ],
      [regionsChanged(name), event(GLOBAL_CHANNEL, 'region.status', { regionName: name, status: next })],
    );
  });
