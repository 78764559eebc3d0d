import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { credits, id, moment, regionName } from '../primitives.ts';

/** Where the server of a region is reached by clients: the base of its API and its socket. */
export const regionAddress = z.object({
  regionName: z.string(),
  apiBase: z.string(),
  wsUrl: z.string(),
});

/** States of a journey between two servers (rule book, platform 8.4). */
export const JOURNEY_STATES = [
  'requested',
  'reserved',
  'departed',
  'held',
  'moved',
  'arrived',
  'completed',
  'rejected',
  'returned',
] as const;
export const journeyState = z.enum(JOURNEY_STATES);
export type JourneyState = z.output<typeof journeyState>;

export const journeyView = z.object({
  id,
  from: z.string(),
  to: z.string(),
  state: journeyState,
  /** Credits that travel, as far as they have left the wallet. */
  credits: credits.nullable(),
  toll: credits.nullable(),
  /** The code of the refusal of one that was rejected or returned. */
  reason: z.string().nullable(),
  createdAt: moment,
  updatedAt: moment,
});

/** Who holds the player: a server of a region, or null for the one that is asked. */
const whereabouts = z.object({ journey: journeyView.nullable(), place: regionAddress.nullable() });

const game = {
  method: 'GET',
  auth: 'player',
  tag: 'journeys',
  status: 200,
  rateClass: 'read',
  idempotency: 'none',
} as const;

export const getCurrentJourney = endpoint({
  ...game,
  id: 'journeys.current',
  path: '/journeys/current',
  summary: 'The open journey, and the server that holds you.',
  reply: whereabouts,
  errors: [],
});

export const getJourney = endpoint({
  ...game,
  id: 'journeys.get',
  path: '/journeys/{id}',
  summary: 'One of your journeys between servers.',
  params: z.strictObject({ id }),
  reply: journeyView,
  errors: ['not_found'],
});

const regionTokenBody = z.strictObject({ regionName });

/** A token for one server: it opens nothing anywhere else. */
const regionToken = z.object({ accessToken: z.string(), expiresIn: z.int(), place: regionAddress });

export const createRegionToken = endpoint({
  id: 'auth.regionToken',
  method: 'POST',
  path: '/auth/region-token',
  summary: 'A token for the server of the region that holds you.',
  auth: 'player',
  rateClass: 'action',
  idempotency: 'none',
  tag: 'auth',
  status: 200,
  body: regionTokenBody,
  reply: regionToken,
  errors: ['wrong_region', 'in_transit'],
});

export const createAdminRegionToken = endpoint({
  id: 'admin.auth.regionToken',
  method: 'POST',
  path: '/admin/auth/region-token',
  summary: 'A token for the world of one region, with the scopes over worlds only.',
  auth: 'admin',
  scope: 'universe.read',
  rateClass: 'admin',
  idempotency: 'none',
  tag: 'auth',
  home: 'hub',
  status: 200,
  body: regionTokenBody,
  reply: regionToken,
  errors: ['not_found'],
});

/** Said by `POST /nav/move` over a link to another server, and in every event of the journey. */
export const journeyNews = z.object({
  journeyId: id,
  state: journeyState,
  regionName: z.string(),
  reason: z.string().nullable(),
  apiBase: z.string().optional(),
  wsUrl: z.string().optional(),
});
