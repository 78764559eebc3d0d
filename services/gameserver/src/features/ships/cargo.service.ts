import type { PLAYER_ENDPOINTS } from '@sw/contracts';
import { checkSideBySide, isRefusal, jettison, moveCargo, refuse } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { assertAllowed, refusalError } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { strangeShip } from './fleet-moment.ts';
import { commandShip } from './run-fleet-command.ts';

type Endpoints = typeof PLAYER_ENDPOINTS;

/** Moves goods between two own ships docked side by side, all or nothing. */
export const transferCargo = (
  deps: Deps,
  context: RequestContext<Endpoints['transferCargo']>,
): Promise<RawReply> =>
  commandShip(deps, context, async (moment) => {
    const { target } = moment;
    const { toShipId, items } = context.body;
    const other = moment.entries.get(toShipId);
    if (other === undefined)
      throw await strangeShip({ ...moment.command, sql: moment.sql }, toShipId, moment);
    assertAllowed(checkSideBySide(target.ship, other.ship));
    const moved = moveCargo(target.hold, other.hold, items);
    if (isRefusal(moved)) throw refusalError(moved);
    return {
      shipId: target.row.id,
      holds: new Map([
        [target.row.id, moved.from],
        [other.row.id, moved.to],
      ]),
    };
  });

/** Throws goods out of the ship one flies. */
export const jettisonCargo = (
  deps: Deps,
  context: RequestContext<Endpoints['jettisonCargo']>,
): Promise<RawReply> =>
  commandShip(deps, context, ({ target }) => {
    if (!target.ship.isActive) assertAllowed(refuse('ship_not_active'));
    const left = jettison(target.hold, context.body.items);
    if (isRefusal(left)) throw refusalError(left);
    return { shipId: target.row.id, holds: new Map([[target.row.id, left]]) };
  });
