import type { PLAYER_ENDPOINTS } from '@sw/contracts';
import {
  checkAbandon,
  checkBoarding,
  checkDefuse,
  checkRename,
  checkSelfDestruct,
  checkShipName,
  FUSE_MS,
  leg,
  normaliseShipName,
  RENAME_COST,
} from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { assertAllowed } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { leaveFor } from './board.ts';
import { newShip, UNINSURED } from './new-ship.ts';
import { commandShip } from './run-fleet-command.ts';

type Endpoints = typeof PLAYER_ENDPOINTS;

/** Boards another ship (rule book, ships-combat 6). */
export const activateShip = (
  deps: Deps,
  context: RequestContext<Endpoints['activateShip']>,
): Promise<RawReply> =>
  commandShip(deps, context, ({ target, active, nowMs }) => {
    assertAllowed(checkBoarding(active.ship, target.ship, nowMs));
    const left = leaveFor(active, target);
    const row =
      target.row.status === 'derelict'
        ? { ...target.row, status: 'in_space' as const, derelictAt: null }
        : target.row;
    return {
      ...left,
      shipId: row.id,
      activeId: row.id,
      changed: [...(left.changed ?? []), row],
      seen: ['contacts'],
    };
  });

/** Paints another name on a docked ship. */
export const renameShip = (
  deps: Deps,
  context: RequestContext<Endpoints['patchShip']>,
): Promise<RawReply> => {
  assertAllowed(checkShipName(context.body.name, '/name'));
  const name = normaliseShipName(context.body.name);
  return commandShip(deps, context, ({ target, owner }) => {
    assertAllowed(checkRename(target.ship, owner));
    return {
      shipId: target.row.id,
      changed: [{ ...target.row, name }],
      legs: leg('wallet', 'BURN', RENAME_COST, 'ship_rename'),
      registry: [
        {
          shipId: target.row.id,
          kind: 'renamed',
          credits: RENAME_COST,
          stationId: target.row.stationId,
          name,
        },
      ],
      ...(target.ship.isActive ? { seen: ['contacts'] } : {}),
    };
  });
};

/** Leaves a ship in space for a pod; it drifts with all that is aboard until somebody claims it. */
export const abandonShip = (
  deps: Deps,
  context: RequestContext<Endpoints['abandonShip']>,
): Promise<RawReply> =>
  commandShip(deps, context, (moment) => {
    const { target, player, nowMs } = moment;
    const { row } = target;
    assertAllowed(checkAbandon(target.ship, { typed: context.body.confirm, name: row.name }, nowMs));
    const pod = newShip(moment, { type: 'escape_pod', name: row.name, purchaseValue: 0n });
    return {
      shipId: row.id,
      created: [pod],
      changed: [
        {
          ...row,
          ...UNINSURED,
          status: 'derelict',
          ownerId: null,
          formerOwnerId: player.id,
          derelictAt: new Date(nowMs),
          fuseAt: null,
        },
      ],
      activeId: pod.id,
      registry: [{ shipId: row.id, kind: 'abandoned', credits: 0n, stationId: null, name: null }],
      seen: ['contacts', 'derelicts'],
    };
  });

/** Lights the fuse of the ship one flies: when it has burnt down nothing is left and nothing is paid. */
export const selfDestruct = (
  deps: Deps,
  context: RequestContext<Endpoints['selfDestruct']>,
): Promise<RawReply> =>
  commandShip(deps, context, ({ target, nowMs }) => {
    assertAllowed(
      checkSelfDestruct(target.ship, { typed: context.body.confirm, name: target.row.name }, nowMs),
    );
    return {
      shipId: target.row.id,
      changed: [{ ...target.row, fuseAt: new Date(nowMs + FUSE_MS) }],
    };
  });

/** Stops the fuse of an own ship. */
export const defuseShip = (deps: Deps, context: RequestContext<Endpoints['defuseShip']>): Promise<RawReply> =>
  commandShip(deps, context, ({ target }) => {
    assertAllowed(checkDefuse(target.ship));
    return { shipId: target.row.id, changed: [{ ...target.row, fuseAt: null }] };
  });
