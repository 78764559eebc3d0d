import { z } from 'zod';
import { actionDescriptor } from '../actions.ts';
import { endpoint } from '../endpoint.ts';
import { cargoKind, shipType } from '../enums.ts';
import { id, moment, quantity } from '../primitives.ts';
import { fleetReply, oneShip, shipAct, shipRead } from './ship-command.ts';

const line = z.object({ commodity: cargoKind, quantity: z.int() });

/** What is left of a ship in the sector the player is in. */
export const wreckView = z.object({
  id,
  /** Of the ship it was. */
  type: shipType,
  name: z.string(),
  items: z.array(line),
  since: moment,
  until: moment,
  /** Taking from it makes you a suspect until then; null where it is free to you. */
  suspectBefore: moment.nullable(),
  /** Taking as much as there is room and turns for. */
  action: actionDescriptor,
});

export const listWrecks = endpoint({
  ...shipRead,
  id: 'wrecks.list',
  path: '/wrecks',
  summary: 'The wrecks in the sector you are in, and what they hold.',
  reply: z.object({ items: z.array(wreckView) }),
  errors: ['no_active_ship'],
});

export const salvageWreck = endpoint({
  ...shipAct,
  id: 'wrecks.salvage',
  path: '/wrecks/{id}/salvage',
  summary: 'Take goods out of a wreck into your hold: named ones, or as much as there is room and turns for.',
  params: oneShip,
  body: z.strictObject({
    items: z.union([
      z.literal('max'),
      z
        .array(z.strictObject({ commodity: cargoKind, quantity }))
        .min(1)
        .max(16),
    ]),
  }),
  reply: fleetReply.extend({
    taken: z.array(line),
    turns: z.int(),
    isGone: z.boolean(),
    /** You are a suspect until then. */
    suspectUntil: moment.nullable(),
  }),
  errors: [
    'no_active_ship',
    'ship_is_pod',
    'must_undock',
    'must_lift_off',
    'not_in_wreck',
    'cargo_full',
    'insufficient_turns',
    'busy',
  ],
});
