import { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { RegisterRoutes } from '../../http/register.ts';
import { readDelta } from './chart-delta.service.ts';
import { createChartReader } from './chart-reader.ts';
import { readGalaxy } from './galaxy-view.service.ts';
import { searchForPlayer } from './search.service.ts';

/** The galaxy and what the caller knows of its regions. */
export const registerMapRoutes: RegisterRoutes = ({ bind, deps }) => {
  const readChart = createChartReader(deps);
  bind(PLAYER_ENDPOINTS.getGalaxy, ({ caller }) => readGalaxy(deps, caller.playerId));
  bind(PLAYER_ENDPOINTS.getRegionChart, ({ caller, params, ifNoneMatch, acceptEncoding }) =>
    readChart({ playerId: caller.playerId, regionName: params.regionName, ifNoneMatch, acceptEncoding }),
  );
  bind(PLAYER_ENDPOINTS.getRegionChartDelta, ({ caller, params, query }) =>
    readDelta(deps, caller.playerId, params.regionName, query.since),
  );
  bind(PLAYER_ENDPOINTS.searchMap, ({ caller, query }) => searchForPlayer(deps, caller.playerId, query));
};
