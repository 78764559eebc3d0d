import { z } from 'zod';
import { actionDescriptor } from '../actions.ts';
import { endpoint } from '../endpoint.ts';
import { personalItem } from '../enums.ts';
import { credits, id, quantity } from '../primitives.ts';

/** Values that stand in a text: numbers and names. */
const textParams = z.record(z.string(), z.union([z.string(), z.number()]));

/** One field of a form: an amount of credits, a number of units, or a choice that may bound the number. */
export const serviceInput = z.object({
  name: z.string(),
  kind: z.enum(['credits', 'quantity', 'choice']),
  min: z.int(),
  max: z.int(),
  step: z.int(),
  /** What the field holds at first. */
  value: z.int().nullable(),
  /** What there is to choose, each with the most units that go with it. */
  options: z.array(z.object({ value: z.string(), nameKey: z.string(), max: z.int() })),
});

/**
 * Something a service does, as a form: `POST path` with its inputs as the body. Costs
 * `fixed + perUnit × number + ceil(number × bp / 10,000)`, where `number` is the numeric input.
 */
export const serviceAction = actionDescriptor.extend({
  nameKey: z.string(),
  textKey: z.string().nullable(),
  params: textParams,
  path: z.string(),
  inputs: z.array(serviceInput),
  price: z.object({ fixed: credits, perUnit: credits, bp: z.int() }).nullable(),
});

/** A figure of a service. */
export const serviceFact = z.object({
  nameKey: z.string(),
  kind: z.enum(['credits', 'count', 'moment', 'text']),
  value: z.union([z.string(), z.number()]),
});

/** A counter of a station: enough to draw it without knowing it. */
export const serviceView = z.object({
  id: z.string(),
  nameKey: z.string(),
  textKey: z.string(),
  params: textParams,
  /** A screen of its own below the station; null where this page is all there is. */
  venue: z.string().nullable(),
  facts: z.array(serviceFact),
  actions: z.array(serviceAction),
});

export type ServiceView = z.output<typeof serviceView>;
export type ServiceActionView = z.output<typeof serviceAction>;

/** What every act of a service answers; what else it changed is read anew. */
export const serviceReply = z.object({
  rev: z.int(),
  /** What was paid, fee included. */
  paid: credits,
  credits,
  bank: credits,
});

const game = { auth: 'player', tag: 'services', status: 200 } as const;

export const listServices = endpoint({
  ...game,
  id: 'stations.services',
  method: 'GET',
  path: '/stations/{id}/services',
  summary: 'What the station you are docked at does for you, each as a page with its actions.',
  rateClass: 'read',
  idempotency: 'none',
  params: z.strictObject({ id }),
  reply: z.object({ stationId: id, stationName: z.string(), services: z.array(serviceView) }),
  errors: ['not_docked'],
});

/** What all commands at counters share; each counter adds its tag. */
export const counterAct = {
  auth: 'player',
  method: 'POST',
  rateClass: 'action',
  idempotency: 'required',
  status: 200,
  reply: serviceReply,
} as const;

const act = { ...counterAct, ...game, params: z.strictObject({ id }) } as const;

/** Refusals of any counter of a station. */
export const COUNTER_REFUSALS = [
  'not_docked',
  'no_active_ship',
  'station_not_operational',
  'service_not_offered',
  'services_refused',
  'economy_read_only',
  'busy',
] as const;

const visitErrors = [...COUNTER_REFUSALS, 'insufficient_credits'] as const;

export const buyIntelligence = endpoint({
  ...act,
  id: 'services.marketIntelligence',
  path: '/stations/{id}/services/market-intelligence',
  summary: 'Buy a day of live prices of the stations you know within five hops.',
  body: z.strictObject({}).default({}),
  errors: visitErrors,
});

export const refine = endpoint({
  ...act,
  id: 'services.refine',
  path: '/stations/{id}/services/refine',
  summary: 'Make precious metals out of ore: five units of it for one, for a fee.',
  body: z.strictObject({ quantity }),
  errors: [...visitErrors, 'refinery_exhausted', 'not_in_cargo'],
});

export const sellRare = endpoint({
  ...act,
  id: 'services.sellRare',
  path: '/stations/{id}/services/sell-rare',
  summary: 'Sell finds no market trades, at their fixed price; a station buys twenty of each a day.',
  body: z.strictObject({ item: personalItem, quantity }),
  errors: [...COUNTER_REFUSALS, 'not_in_cargo', 'station_full'],
});
