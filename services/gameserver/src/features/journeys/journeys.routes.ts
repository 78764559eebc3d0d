import { createRegionToken, getCurrentJourney, getJourney } from '@sw/contracts';
import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import type { RegisterRoutes } from '../../http/register.ts';
import { readJourney, readWhereabouts } from './read-journeys.service.ts';
import { issueAdminRegionToken, issueRegionToken } from './region-token.service.ts';

/** Binds what players and operators ask about other servers: tokens for them, and journeys to them. */
export const registerJourneyRoutes: RegisterRoutes = ({ bind, deps }) => {
  bind(createRegionToken, ({ caller, body, nowMs }) =>
    issueRegionToken(deps, caller, body.regionName, nowMs),
  );
  bind(ADMIN_ENDPOINTS.createAdminRegionToken, ({ caller, body, nowMs }) =>
    issueAdminRegionToken(deps, caller, body.regionName, nowMs),
  );
  bind(getCurrentJourney, ({ caller }) => readWhereabouts(deps, caller.playerId));
  bind(getJourney, ({ caller, params }) => readJourney(deps, caller.playerId, params.id));
};
