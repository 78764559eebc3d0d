import type { PLAYER_ENDPOINTS } from '@sw/contracts';
import { checkCastOff, checkTow } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { assertAllowed } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { event, playerChannel } from '../../realtime/outbox.ts';
import { NO_TOW } from '../player/index.ts';
import { strangeShip } from './fleet-moment.ts';
import { commandShip } from './run-fleet-command.ts';

type Endpoints = typeof PLAYER_ENDPOINTS;

/** Takes another own ship in tow: one that is docked beside the tug, or a claimed derelict in its sector. */
export const takeInTow = (deps: Deps, context: RequestContext<Endpoints['towShip']>): Promise<RawReply> =>
  commandShip(deps, context, async (moment) => {
    const { target: tug, player, nowMs } = moment;
    const { targetShipId } = context.body;
    const towed = moment.entries.get(targetShipId);
    if (towed === undefined)
      throw await strangeShip({ ...moment.command, sql: moment.sql }, targetShipId, moment);
    assertAllowed(checkTow(tug.ship, towed.ship, nowMs));
    const { row } = towed;
    const isAdrift = row.status === 'derelict';
    return {
      shipId: tug.row.id,
      changed: [
        { ...tug.row, towShipId: row.id, towType: row.type },
        isAdrift ? { ...row, status: 'in_space', derelictAt: null } : row,
      ],
      events: [
        event(playerChannel(player.id), 'tow.changed', { shipId: row.id, name: row.name, state: 'taken' }),
      ],
      ...(isAdrift ? { seen: ['derelicts'] } : {}),
    };
  });

/** Takes the line off; what becomes of the ship is the same however a tow ends. */
export const castOff = (deps: Deps, context: RequestContext<Endpoints['castOff']>): Promise<RawReply> =>
  commandShip(deps, context, ({ target: tug }) => {
    assertAllowed(checkCastOff(tug.ship));
    return { shipId: tug.row.id, changed: [{ ...tug.row, ...NO_TOW }] };
  });
