import type { EndpointDeclaration, ReplyOf } from '@sw/contracts';
import type { AnyStatement } from '@sw/db';
import type { CargoHold, LedgerLeg, Purse } from '@sw/rules';
import { resolveLegs } from '@sw/rules';
import type { Command } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { LockedBalances } from '../../ledger/post.ts';
import { postTransfers } from '../../ledger/post.ts';
import type { OutboxEvent } from '../../realtime/outbox.ts';
import { event, playerChannel } from '../../realtime/outbox.ts';
import { presentCargo, touchPlayer } from '../player/index.ts';
import type { Visitor } from './visit.ts';

/** What a visit to a counter came to. */
export interface VisitResult {
  readonly purse: Purse;
  readonly paid: bigint;
  readonly legs: readonly LedgerLeg[];
  /** What the movements belong to in the ledger. */
  readonly refType: string;
  readonly writes?: readonly AnyStatement[];
  readonly events?: readonly OutboxEvent[];
  /** The hold, where goods moved. */
  readonly hold?: CargoHold;
}

interface Saving {
  readonly visitor: Visitor;
  readonly balances: LockedBalances;
  readonly nowMs: number;
}

/** Keeps what a visit did, tells the player's other screens, and answers in the shape `serviceReply`. */
export const saveVisit = <E extends EndpointDeclaration>(
  command: Command<E>,
  { visitor, balances, nowMs }: Saving,
  result: VisitResult,
): Promise<RawReply> => {
  const { player, station, sector } = visitor;
  const { sql } = command;
  const rev = Number(player.rev) + 1;
  const parties = { playerId: player.id, regionId: sector.region.id, stationId: station.id };
  const { wallet, bank } = result.purse;
  return command.save({
    writes: [
      touchPlayer(sql, player.id, nowMs),
      ...(result.writes ?? []),
      ...postTransfers(sql, resolveLegs(result.legs, parties), balances, {
        nowMs,
        playerId: player.id,
        regionId: sector.region.id,
        refType: result.refType,
        refId: station.id,
      }),
    ],
    events: [
      event(playerChannel(player.id), 'player.state_changed', {
        rev,
        credits: wallet,
        ...(result.hold === undefined ? {} : { cargo: presentCargo(result.hold.items) }),
      }),
      ...(result.events ?? []),
    ],
    reply: { rev, paid: result.paid, credits: wallet, bank } as unknown as ReplyOf<E>,
  });
};
