import { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { RegisterRoutes } from '../../http/register.ts';
import { createChartReader, readDelta, readGalaxy } from './map.service.ts';

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
};
