import type { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { Derelict } from '@sw/rules';
import { checkClaim, claimCost, leg, TURN_COSTS } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { assertAllowed } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { event, playerChannel } from '../../realtime/outbox.ts';
import { leaveFor } from './board.ts';
import type { FleetEntry } from './fleet-state.ts';
import { commandShip } from './run-fleet-command.ts';

type Claim = (typeof PLAYER_ENDPOINTS)['claimShip'];

/** The derelict of the rules from a row. */
export const derelictOf = ({ row, ship }: FleetEntry, playerId: string): Derelict => ({
  ship,
  sinceMs: row.derelictAt?.getTime() ?? 0,
  isFormerOwner: row.formerOwnerId === playerId,
  isOwn: row.ownerId === playerId,
});

/**
 * Takes possession of a derelict in the sector (rule book, ships-combat 6). A pilot in a pod boards it; for any other it
 * drifts on as his own. A ship that is no derelict, or in another sector, answers like one that does not exist.
 */
export const claimShip = (deps: Deps, context: RequestContext<Claim>): Promise<RawReply> =>
  commandShip(deps, context, (moment) => {
    const { target, active, owner, player, nowMs } = moment;
    const { row } = target;
    if (row.status !== 'derelict' || row.sectorId !== active.row.sectorId) throw new AppError('not_found');
    assertAllowed(checkClaim(derelictOf(target, player.id), active.ship, owner, nowMs));
    const cost = claimCost(row.type);
    const isBoarded = active.row.type === 'escape_pod';
    const before = row.ownerId ?? row.formerOwnerId;
    const left = isBoarded ? leaveFor(active, target) : {};
    return {
      ...left,
      shipId: row.id,
      changed: [
        {
          ...row,
          ownerId: player.id,
          formerOwnerId: null,
          derelictAt: new Date(nowMs),
          purchaseValue: cost,
          upgradeSpend: 0n,
          ...(isBoarded ? { status: 'in_space' as const, derelictAt: null } : {}),
        },
      ],
      ...(isBoarded ? { activeId: row.id } : {}),
      turns: { cost: TURN_COSTS.claim_derelict, reason: 'claim_derelict' },
      legs: leg('wallet', 'BURN', cost, 'derelict_claim'),
      registry: [{ shipId: row.id, kind: 'claimed', credits: cost, stationId: null, name: null }],
      ...(before === null || before === player.id
        ? {}
        : {
            events: [
              event(playerChannel(before), 'ship.claimed', {
                shipId: row.id,
                name: row.name,
                by: player.callsign ?? '',
              }),
            ],
          }),
      seen: ['contacts', 'derelicts'],
    };
  });
