import type { EndpointDeclaration, ReplyOf } from '@sw/contracts';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { runCommand } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import type { BaseReply } from './fleet-effects.ts';
import { fleetEffects } from './fleet-effects.ts';
import type { FleetChange, FleetMoment } from './fleet-moment.ts';
import { lockFleetMoment } from './fleet-moment.ts';

type FleetEndpoint = EndpointDeclaration & { readonly idempotency: 'required' };
type Decide = (moment: FleetMoment) => FleetChange | Promise<FleetChange>;

/**
 * Runs one command on a player's ships in one transaction of two flushes: locks player, ships, station and balances,
 * lets `decide` say what changes, keeps ships, holds, history, ledger, turns and events together. `about` is the ship it
 * names, or another player, who is locked with him; null for the ship he flies. A ship of somebody else is refused as
 * forbidden where it can be seen, and as not found elsewhere.
 */
export const runFleetCommand = <E extends FleetEndpoint>(
  deps: Deps,
  context: RequestContext<E>,
  about: string | { readonly playerId: string } | null,
  decide: Decide,
  presentReply: (base: BaseReply, moment: FleetMoment) => ReplyOf<E>,
): Promise<RawReply> =>
  runCommand(deps, context, async (command) => {
    const shipId = typeof about === 'string' ? about : null;
    const locked = await lockFleetMoment(deps, command, {
      playerId: playerOf(context),
      shipId,
      derelictId: context.endpoint.id === 'ships.claim' ? shipId : null,
      besideId: typeof about === 'string' ? null : (about?.playerId ?? null),
      nowMs: context.nowMs,
    });
    const change = await decide(locked.moment);
    if (locked.isReadOnly && (change.legs ?? []).length > 0) throw new AppError('economy_read_only');
    const { writes, events, base } = fleetEffects(locked, change, true);
    return command.save({ writes, events, reply: presentReply(base, locked.moment) });
  });

/** The same for a command that names its ship in the path and answers what every command on ships does. */
export const commandShip = <E extends FleetEndpoint>(
  deps: Deps,
  context: RequestContext<E> & { readonly params: { readonly id: string } },
  decide: Decide,
): Promise<RawReply> =>
  runFleetCommand(deps, context, context.params.id, decide, (base) => base as unknown as ReplyOf<E>);

/** The same for what happens to ships without a request; `decide` answers null where nothing is to be done any more. */
export const changeFleet = (
  deps: Deps,
  playerId: string,
  nowMs: number,
  decide: (moment: FleetMoment) => FleetChange | null,
): Promise<FleetChange | null> =>
  deps.db.command(async (tx) => {
    const locked = await lockFleetMoment(deps, tx, {
      playerId,
      shipId: null,
      derelictId: null,
      besideId: null,
      nowMs,
    });
    const change = decide(locked.moment);
    if (change === null) return null;
    const { writes, events } = fleetEffects(locked, change, false);
    await saveAndTell(deps, tx, nowMs, writes, events);
    return change;
  });

const playerOf = ({ caller }: RequestContext<FleetEndpoint>): string => {
  if (!('playerId' in caller) || typeof caller.playerId !== 'string') throw new AppError('forbidden');
  return caller.playerId;
};
