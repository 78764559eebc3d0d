import { INTERNAL_ENDPOINTS } from '@sw/contracts/internal';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import type { ServiceCaller } from '../../http/caller.ts';
import type { RegisterRoutes } from '../../http/register.ts';
import { arriveJourney, completeJourney, moveToHub, returnJourney } from './arrive-journey.service.ts';
import { findJourney } from './journey.repository.ts';
import { reserveJourney } from './reserve-journey.service.ts';

/** Binds what the other server of a journey calls. */
export const registerInternalJourneyRoutes: RegisterRoutes = ({ bind, deps }) => {
  bind(INTERNAL_ENDPOINTS.reserveJourney, async ({ caller, params, body, nowMs }) => {
    if (!speaksFor(caller, body.fromRegion)) throw new AppError('not_found');
    await assertOwn(deps, caller, params.id, true);
    return reserveJourney(deps, params.id, body, nowMs);
  });
  bind(INTERNAL_ENDPOINTS.moveJourney, async ({ caller, params, body, nowMs }) => {
    await assertOwn(deps, caller, params.id);
    return moveToHub(deps, params.id, body, nowMs);
  });
  bind(INTERNAL_ENDPOINTS.arriveJourney, async ({ caller, params, body, nowMs }) => {
    await assertOwn(deps, caller, params.id);
    return arriveJourney(deps, params.id, body, nowMs);
  });
  bind(INTERNAL_ENDPOINTS.completeJourney, async ({ caller, params, nowMs }) => {
    await assertOwn(deps, caller, params.id);
    return completeJourney(deps, params.id, nowMs);
  });
  bind(INTERNAL_ENDPOINTS.returnJourney, async ({ caller, params, nowMs }) => {
    await assertOwn(deps, caller, params.id, true);
    return returnJourney(deps, params.id, nowMs);
  });
};

/** The hub speaks for everybody, a region for itself. */
const speaksFor = ({ issuer }: ServiceCaller, regionName: string): boolean =>
  issuer === 'nexus' || issuer === `region:${regionName}`;

/** The journeys of other regions do not exist for a region. */
const assertOwn = async (deps: Deps, caller: ServiceCaller, id: string, mayBeNew = false): Promise<void> => {
  const [row] = await findJourney(deps.db.sql, id);
  if (row === undefined ? mayBeNew : speaksFor(caller, row.fromRegion)) return;
  throw new AppError('not_found');
};
