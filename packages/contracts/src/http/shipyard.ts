import { z } from 'zod';
import { actionDescriptor } from '../actions.ts';
import { endpoint } from '../endpoint.ts';
import { shipSize, shipType, upgradeKind } from '../enums.ts';
import { credits, id, signedCredits } from '../primitives.ts';
import { DEALER_REFUSALS, DOCK_REFUSALS, oneShip, shipAct, shipRead } from './ship-command.ts';
import { policyView, shipStats } from './ships.ts';

export const shipTypeView = z.object({
  key: shipType,
  size: shipSize,
  price: credits.nullable(),
  stats: shipStats,
  attackTurns: z.int().nullable(),
  /** Keys of what only this type does. */
  abilities: z.array(z.string()),
  maxUpgrades: z.record(upgradeKind, z.int()),
  /** Price less the ship given in payment; null where no dealer sells the type. */
  net: signedCredits.nullable(),
  /** Credits that are missing for it. */
  missing: credits,
  action: actionDescriptor,
});

export const listShipTypes = endpoint({
  ...shipRead,
  id: 'ships.types',
  path: '/ship-types',
  summary: 'Every ship type with its price for you here and now, less a ship you give in payment.',
  query: z.strictObject({ tradeIn: id.optional() }),
  reply: z.object({
    dealer: z.object({ stationId: id, stationName: z.string() }).nullable(),
    tradeIns: z.array(
      z.object({
        shipId: id,
        name: z.string(),
        type: shipType,
        isActive: z.boolean(),
        value: credits,
        action: actionDescriptor,
      }),
    ),
    own: z.object({ shipId: id, type: shipType, name: z.string(), stats: shipStats }).nullable(),
    types: z.array(shipTypeView),
  }),
  errors: [],
});

export const purchaseShip = endpoint({
  ...shipAct,
  id: 'ships.purchase',
  path: '/ships/purchase',
  summary: 'Buy a ship where you are docked, giving another in payment if you like.',
  body: z.strictObject({ type: shipType, name: z.string().max(200), tradeIn: id.optional() }),
  errors: [
    ...DEALER_REFUSALS,
    'not_for_sale',
    'standing_too_low',
    'ship_limit',
    'insufficient_credits',
    'economy_read_only',
    'bound_ship',
    'loaner_ship',
    'ship_is_pod',
    'ship_not_empty',
  ],
});

export const sellShip = endpoint({
  ...shipAct,
  id: 'ships.sell',
  path: '/ships/{id}/sell',
  summary: 'Sell an empty ship you do not fly to the dealer it is docked at.',
  params: oneShip,
  body: z.strictObject({}),
  errors: [
    ...DEALER_REFUSALS,
    'bound_ship',
    'loaner_ship',
    'ship_is_pod',
    'ship_is_active',
    'ship_not_empty',
    'economy_read_only',
  ],
});

export const borrowShip = endpoint({
  ...shipAct,
  id: 'ships.loaner',
  path: '/ships/loaner',
  summary: 'Borrow a Light Freighter when you have no ship and cannot buy one.',
  body: z.strictObject({}),
  errors: [
    'no_active_ship',
    'not_in_pod',
    'not_docked',
    'station_not_operational',
    'no_ship_dealer',
    'services_refused',
    'not_eligible',
    'busy',
  ],
});

export const insuranceQuote = z.object({
  shipId: id,
  name: z.string(),
  type: shipType,
  value: credits.nullable(),
  premium: credits.nullable(),
  payout: credits.nullable(),
  claimsLately: z.int(),
  policy: policyView.nullable(),
  action: actionDescriptor,
});

export const listInsuranceQuotes = endpoint({
  ...shipRead,
  id: 'insurance.quotes',
  path: '/insurance/quotes',
  summary: 'What insuring your ships for 30 days costs and pays.',
  query: z.strictObject({ shipId: id.optional() }),
  reply: z.object({ items: z.array(insuranceQuote) }),
  errors: [],
});

export const insureShip = endpoint({
  ...shipAct,
  id: 'insurance.buy',
  path: '/insurance',
  summary: 'Insure a ship for 30 days, or renew its policy in the last three.',
  body: z.strictObject({ shipId: id }),
  errors: [...DOCK_REFUSALS, 'not_insurable', 'hull_damaged', 'already_insured'],
});
