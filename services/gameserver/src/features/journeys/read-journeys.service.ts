import type { getCurrentJourney, ReplyOf } from '@sw/contracts';
import { isJourneyOver } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import type { JourneyRow } from './journey.repository.ts';
import { findJourney, findLatestJourney } from './journey.repository.ts';
import { regionAddress } from './region-address.ts';
import { findWhereabouts } from './whereabouts.repository.ts';

type Whereabouts = ReplyOf<typeof getCurrentJourney>;
type JourneyView = NonNullable<Whereabouts['journey']>;

export const presentJourney = (row: JourneyRow): JourneyView => ({
  id: row.id,
  from: row.fromRegion,
  to: row.toRegion,
  state: row.state,
  credits: row.credits,
  toll: row.toll,
  reason: row.reason,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/** The open journey of a player, and the server that holds him when it is not this one. */
export const readWhereabouts = async (deps: Deps, playerId: string): Promise<Whereabouts> => {
  const [[place], [journey]] = await Promise.all([
    findWhereabouts(deps.db.sql, playerId),
    findLatestJourney(deps.db.sql, playerId),
  ]);
  const isAway = place?.holding === 'away' && place.remoteName !== null;
  return {
    journey: journey === undefined || isJourneyOver(journey.state) ? null : presentJourney(journey),
    place: isAway
      ? regionAddress(deps.config, { name: place.remoteName, endpoint: place.remoteEndpoint })
      : null,
  };
};

/** One journey of the player; those of others do not exist for him. */
export const readJourney = async (deps: Deps, playerId: string, id: string): Promise<JourneyView> => {
  const [row] = await findJourney(deps.db.sql, id);
  if (row === undefined || row.playerId !== playerId) throw new AppError('not_found');
  return presentJourney(row);
};
