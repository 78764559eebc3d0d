import { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { RegisterRoutes } from '../../http/register.ts';
import { forgetCourse, plotForPlayer, readCourse } from '../courses/index.ts';
import { flyAutopilot } from './autopilot.service.ts';
import { dockShip, undockShip } from './docking.service.ts';
import { moveShip } from './move.service.ts';
import { recallShip } from './recall.service.ts';

import { readCurrentSector, readMoves, readSector, readStation } from './sector.service.ts';

/** Sectors, moves, courses, autopilot and docking. */
export const registerNavigationRoutes: RegisterRoutes = ({ bind, deps }) => {
  bind(PLAYER_ENDPOINTS.getCurrentSector, ({ caller, nowMs }) =>
    readCurrentSector(deps, caller.playerId, nowMs),
  );
  bind(PLAYER_ENDPOINTS.getSector, ({ caller, params, nowMs }) =>
    readSector(deps, caller.playerId, params.id, nowMs),
  );
  bind(PLAYER_ENDPOINTS.listMoves, ({ caller, nowMs }) => readMoves(deps, caller.playerId, nowMs));
  bind(PLAYER_ENDPOINTS.getStation, ({ caller, params, nowMs }) =>
    readStation(deps, caller.playerId, params.id, nowMs),
  );
  bind(PLAYER_ENDPOINTS.move, ({ endpoint, idempotency, nowMs, caller, body }) =>
    moveShip(deps, { endpoint, idempotency, nowMs, playerId: caller.playerId, body }),
  );
  bind(PLAYER_ENDPOINTS.plot, ({ caller, body, nowMs }) => plotForPlayer(deps, caller.playerId, body, nowMs));
  bind(PLAYER_ENDPOINTS.getCourse, ({ caller, nowMs }) => readCourse(deps, caller.playerId, nowMs));
  bind(PLAYER_ENDPOINTS.clearCourse, async ({ caller }) => {
    await forgetCourse(deps, caller.playerId);
    return undefined;
  });
  bind(PLAYER_ENDPOINTS.autopilot, (context) => flyAutopilot(deps, context));
  bind(PLAYER_ENDPOINTS.recall, (context) => recallShip(deps, context));
  bind(PLAYER_ENDPOINTS.dock, (context) => dockShip(deps, context));
  bind(PLAYER_ENDPOINTS.undock, (context) => undockShip(deps, context));
};
