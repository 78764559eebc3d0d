import type { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { SalvagePlan } from '@sw/rules';
import {
  changeReputation,
  checkOpenSpace,
  ILLEGAL_SALVAGE_REPUTATION,
  isIllegalSalvage,
  isRefusal,
  planSalvage,
  suspectAfterSalvage,
} from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { assertAllowed, refusalError } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { event, playerChannel, sectorChannel } from '../../realtime/outbox.ts';
import { presentPlayer, settledTurnsOf } from '../player/index.ts';
import type { FleetMoment } from '../ships/index.ts';
import { runFleetCommand } from '../ships/index.ts';
import type { WreckRow } from './wrecks.repository.ts';
import { findWreck, lockWreck, writeSuspect, writeWreck } from './wrecks.repository.ts';
import { presentItems, wreckOf } from './wrecks.service.ts';

type Salvage = (typeof PLAYER_ENDPOINTS)['salvageWreck'];

/** The wreck of an order, locked; one that is gone, or in another sector, does not exist. */
const lockedWreck = async (
  { command, sql, sector, nowMs }: FleetMoment,
  wreckId: string,
): Promise<WreckRow> => {
  await command.load(lockWreck(sql, wreckId));
  const [[row]] = await command.load(findWreck(sql, wreckId));
  if (row === undefined || row.sectorId !== sector.id || row.expiresAt.getTime() <= nowMs)
    throw new AppError('not_found');
  return row;
};

/** What salvaging somebody else's wreck within its first hour makes of a player; null where it is lawful. */
const offenceOf = (moment: FleetMoment, row: WreckRow) => {
  const { player, nowMs, sql } = moment;
  if (!isIllegalSalvage(wreckOf(row, player.id), nowMs)) return null;
  const until = new Date(suspectAfterSalvage(player.suspectUntil?.getTime() ?? null, nowMs));
  const price = row.robbedBy.includes(player.id) ? 0 : ILLEGAL_SALVAGE_REPUTATION;
  const personalReputation = changeReputation(player.personalReputation, price);
  return {
    until,
    robbedBy: [...new Set([...row.robbedBy, player.id])],
    write: writeSuspect(sql, player.id, until, personalReputation),
    told: event(playerChannel(player.id), 'player.state_changed', {
      rev: Number(player.rev) + 1,
      player: presentPlayer({ ...player, suspectUntil: until, personalReputation }, nowMs),
    }),
  };
};

/** Takes goods out of a wreck into the hold of the ship one flies (rule book, ships-combat 8). */
export const salvageWreck = (deps: Deps, context: RequestContext<Salvage>): Promise<RawReply> => {
  let done: { readonly plan: SalvagePlan; readonly suspectUntil: string | null } | null = null;
  return runFleetCommand(
    deps,
    context,
    null,
    async (moment) => {
      const { active, player, sector, sql, nowMs } = moment;
      const row = await lockedWreck(moment, context.params.id);
      assertAllowed(checkOpenSpace(active.ship));
      const { turns } = settledTurnsOf(player, nowMs).state;
      const wreck = wreckOf(row, player.id);
      const plan = planSalvage(context.body.items, wreck, active.hold, active.row.type, turns);
      if (isRefusal(plan)) throw refusalError(plan);
      const offence = offenceOf(moment, row);
      done = { plan, suspectUntil: offence?.until.toISOString() ?? null };
      const isGone = plan.left.length === 0;
      return {
        shipId: active.row.id,
        holds: new Map([[active.row.id, plan.hold]]),
        turns: { cost: plan.turns, reason: 'salvage' },
        writes: [
          ...writeWreck(sql, row.id, plan.left, offence?.robbedBy ?? row.robbedBy),
          ...(offence === null ? [] : [offence.write]),
        ],
        events: [
          ...(offence === null ? [] : [offence.told]),
          isGone
            ? event(sectorChannel(sector.id), 'wreck.gone', { wreckId: row.id, sectorId: sector.id })
            : event(sectorChannel(sector.id), 'sector.updated', { sectorId: sector.id, parts: ['wrecks'] }),
        ],
      };
    },
    (base) => ({
      ...base,
      taken: presentItems(done?.plan.taken ?? []),
      turns: done?.plan.turns ?? 0,
      isGone: done?.plan.left.length === 0,
      suspectUntil: done?.suspectUntil ?? null,
    }),
  );
};
