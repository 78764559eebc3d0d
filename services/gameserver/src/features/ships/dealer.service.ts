import type { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { LedgerLeg } from '@sw/rules';
import {
  checkPurchase,
  checkSale,
  checkShipName,
  dealerPrice,
  leg,
  normaliseShipName,
  saleValue,
} from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { assertAllowed } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import type { FleetChange, FleetMoment } from './fleet-moment.ts';
import { strangeShip } from './fleet-moment.ts';
import type { FleetRow } from './fleet-row.ts';
import type { FleetEntry } from './fleet-state.ts';
import { GONE, newShip, UNINSURED } from './new-ship.ts';
import { commandShip, runFleetCommand } from './run-fleet-command.ts';

type Purchase = (typeof PLAYER_ENDPOINTS)['purchaseShip'];
type Sell = (typeof PLAYER_ENDPOINTS)['sellShip'];

/**
 * Buys a ship, docked where the player is, and gives another in payment if he names one, in one transaction. Whoever
 * gives the ship he flies boards the new one; otherwise it waits for him without a pilot.
 */
export const purchaseShip = (deps: Deps, context: RequestContext<Purchase>): Promise<RawReply> => {
  const { body } = context;
  assertAllowed(checkShipName(body.name, '/name'));
  return runFleetCommand(
    deps,
    context,
    null,
    async (moment) => {
      const given = body.tradeIn === undefined ? null : await givenShip(moment, body.tradeIn);
      const state = { ...moment.owner, carrierStanding: null, tradeIn: given?.ship ?? null };
      assertAllowed(checkPurchase(body.type, state));
      const price = dealerPrice(body.type) ?? 0n;
      const ship = newShip(moment, {
        type: body.type,
        name: normaliseShipName(body.name),
        purchaseValue: price,
      });
      const sale = given === null ? null : sold(given);
      const isBoarded = given?.ship.isActive === true;
      return {
        shipId: ship.id,
        created: [ship],
        changed: sale?.rows ?? [],
        ...(isBoarded ? { activeId: ship.id, seen: ['contacts'] } : {}),
        legs: [...(sale?.legs ?? []), ...leg('wallet', 'BURN', price, 'ship_purchase')],
        registry: [
          ...(sale?.registry ?? []),
          {
            shipId: ship.id,
            kind: 'purchased',
            credits: price,
            stationId: ship.stationId,
            name: ship.name,
          },
        ],
      };
    },
    (base) => base,
  );
};

const givenShip = async (moment: FleetMoment, shipId: string): Promise<FleetEntry> => {
  const entry = moment.entries.get(shipId);
  if (entry === undefined) throw await strangeShip({ ...moment.command, sql: moment.sql }, shipId, moment);
  return entry;
};

/** Sells an empty ship nobody flies to the dealer (rule book, ships-combat 6). */
export const sellShip = (deps: Deps, context: RequestContext<Sell>): Promise<RawReply> =>
  commandShip(deps, context, ({ target, owner }) => {
    assertAllowed(checkSale(target.ship, owner.desk));
    const { rows, legs, registry } = sold(target);
    return { shipId: target.row.id, changed: rows, legs, registry };
  });

/** The dealer takes a ship apart: nobody flies it again. */
const sold = (
  entry: FleetEntry,
): {
  readonly rows: readonly FleetRow[];
  readonly legs: readonly LedgerLeg[];
  readonly registry: NonNullable<FleetChange['registry']>;
} => {
  const value = saleValue(entry.ship);
  return {
    rows: [{ ...entry.row, ...GONE, ...UNINSURED }],
    legs: [
      ...leg('MINT', 'wallet', value.ship, 'ship_sale'),
      ...leg('MINT', 'wallet', value.equipment, 'equipment_refund'),
    ],
    registry: [
      {
        shipId: entry.row.id,
        kind: 'sold',
        credits: value.total,
        stationId: entry.row.stationId,
        name: null,
      },
    ],
  };
};
