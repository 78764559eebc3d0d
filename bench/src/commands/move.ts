import { uuidV7 } from '@sw/api-client';
import type { WireBodyOf } from '@sw/contracts';
import { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { Operation } from '../load/drive.ts';
import type { Mover } from '../players/assign-lanes.ts';
import type { Caller } from '../server/http.ts';

const { move } = PLAYER_ENDPOINTS;

/** Every worker flies his player to the other end of the lane, again and again. */
export const movesOver = (caller: Caller, movers: readonly Mover[]): Operation => {
  const isAway = movers.map(() => false);
  return async (worker) => {
    const mover = movers[worker] as Mover;
    const [here, there] = isAway[worker] ? [mover.far, mover.near] : [mover.near, mover.far];
    const body: WireBodyOf<typeof move> = { to: there.sectorId, warpId: here.warpId };
    await caller.post(move.path, mover.token, body, uuidV7(Date.now()));
    isAway[worker] = !isAway[worker];
  };
};
