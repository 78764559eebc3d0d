import type { Deps } from '../../deps.ts';
import { event, sectorChannel } from '../../realtime/outbox.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import { deleteExpired } from './wrecks.repository.ts';

/** Removes the wrecks whose two days are over and tells who is there; how many went. */
export const expireWrecks = (
  deps: Pick<Deps, 'db' | 'processId' | 'outbox'>,
  nowMs: number,
): Promise<number> =>
  deps.db.command(async (tx) => {
    const [gone] = await tx.load(deleteExpired(tx.sql, new Date(nowMs)));
    const events = gone.map(({ id, sectorId }) =>
      event(sectorChannel(sectorId), 'wreck.gone', { wreckId: id, sectorId }),
    );
    await saveAndTell(deps, tx, nowMs, [], events);
    return gone.length;
  });
