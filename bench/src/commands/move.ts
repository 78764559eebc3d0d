import { uuidV7 } from '@sw/api-client';
import type { Operation } from '../load/drive.ts';
import type { Mover } from '../players/assign-lanes.ts';
import type { Caller } from '../server/http.ts';

/** Every worker flies his player to the other end of the lane, again and again. */
export const movesOver = (caller: Caller, movers: readonly Mover[]): Operation => {
  const isAway = movers.map(() => false);
  return async (worker) => {
    const mover = movers[worker] as Mover;
    const [here, there] = isAway[worker] ? [mover.far, mover.near] : [mover.near, mover.far];
    const body = { to: there.sectorId, warpId: here.warpId };
    await caller.post('/nav/move', mover.token, body, uuidV7(Date.now()));
    isAway[worker] = !isAway[worker];
  };
};
