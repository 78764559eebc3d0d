import { z } from 'zod';
import { credits, id } from '../primitives.ts';

/** The answer of every command on ships: the ship it was about and what it leaves. */
export const fleetReply = z.object({ rev: z.int(), shipId: id, credits });

/** What all reads about ships share. */
export const shipRead = {
  method: 'GET',
  auth: 'player',
  rateClass: 'read',
  idempotency: 'none',
  status: 200,
  tag: 'ships',
} as const;

/** What all commands on ships share. */
export const shipAct = {
  method: 'POST',
  auth: 'player',
  rateClass: 'action',
  idempotency: 'required',
  status: 200,
  tag: 'ships',
  reply: fleetReply,
} as const;

export const oneShip = z.strictObject({ id });

/** Refusals of anything a dock does with a ship. */
export const DOCK_REFUSALS = [
  'forbidden',
  'no_active_ship',
  'not_docked',
  'station_not_operational',
  'service_not_offered',
  'services_refused',
  'not_colocated',
  'insufficient_credits',
  'economy_read_only',
  'busy',
] as const;

/** Refusals of whatever takes a ship dealer. */
export const DEALER_REFUSALS = [
  'forbidden',
  'no_active_ship',
  'not_docked',
  'station_not_operational',
  'no_ship_dealer',
  'services_refused',
  'not_colocated',
  'busy',
] as const;
