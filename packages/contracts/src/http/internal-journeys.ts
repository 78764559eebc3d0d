import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { credits, id, moment, sectorId } from '../primitives.ts';
import { journeyState } from './journeys.ts';

/* What the two servers of a journey tell each other; each call may be made again (rule book, platform 8.4). */

const epoch = z.int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Who wants to come, and over which link. */
export const journeyReservation = z.strictObject({
  playerId: id,
  userId: id,
  epoch,
  fromRegion: z.string().min(1).max(32),
  toRegion: z.string().min(1).max(32),
  fromSectorId: sectorId,
  toSectorId: sectorId,
});

export const journeySlot = z.object({ state: journeyState, toll: credits, reservedUntil: moment });

/** Everything that travels: text only the databases read, with its hash. */
export const journeyFreight = z.strictObject({
  playerId: id,
  epoch,
  credits,
  toll: credits,
  payload: z.string().min(2).max(200_000),
  sha256,
});

export const journeyProgress = z.object({ state: journeyState });

const internal = {
  method: 'POST',
  auth: 'service',
  tag: 'internal',
  rateClass: 'action',
  status: 200,
  idempotency: 'accepted',
  home: 'everywhere',
  callers: ['nexus', 'region'],
  params: z.strictObject({ id }),
} as const;

export const reserveJourney = endpoint({
  ...internal,
  id: 'internal.journeyReserve',
  path: '/internal/journeys/{id}/reserve',
  summary: 'Checks whether a player may come and holds a place for five minutes.',
  body: journeyReservation,
  reply: journeySlot,
  errors: ['region_closed', 'region_unavailable', 'in_transit', 'idempotency_mismatch'],
});

export const moveJourney = endpoint({
  ...internal,
  id: 'internal.journeyMove',
  path: '/internal/journeys/{id}/move',
  summary: 'Moves the player to the hub if it still counts him where he was: from here there is no way back.',
  home: 'hub',
  callers: ['region'],
  body: journeyFreight,
  reply: journeyProgress,
  errors: ['invalid_state', 'idempotency_mismatch'],
});

export const arriveJourney = endpoint({
  ...internal,
  id: 'internal.journeyArrive',
  path: '/internal/journeys/{id}/arrive',
  summary: 'Takes in the player, once, with everything he brings.',
  body: journeyFreight,
  reply: journeyProgress,
  errors: ['invalid_state', 'idempotency_mismatch'],
});

export const completeJourney = endpoint({
  ...internal,
  id: 'internal.journeyComplete',
  path: '/internal/journeys/{id}/complete',
  summary: 'The other side has closed its books on this journey.',
  reply: journeyProgress,
  errors: ['invalid_state'],
});

export const returnJourney = endpoint({
  ...internal,
  id: 'internal.journeyReturn',
  path: '/internal/journeys/{id}/return',
  summary: 'Gives the place back unless the player has moved; the answer says which.',
  reply: journeyProgress,
  errors: [],
});
