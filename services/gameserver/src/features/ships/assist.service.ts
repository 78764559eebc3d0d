import type { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { ActionDescriptor, Assisted, CastawayPilot } from '@sw/rules';
import {
  ASSIST_SAME_PILOT_MS,
  applyAssist,
  changeReputation,
  checkAssist,
  describeAssist,
  TURN_COSTS,
} from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { assertAllowed } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { event, playerChannel } from '../../realtime/outbox.ts';
import type { SettledTurns, ShipRow } from '../player/index.ts';
import { buildOf, presentPlayer } from '../player/index.ts';
import { readSettings } from '../settings/index.ts';
import type { CastawayRow } from './assist.repository.ts';
import { findCastaway, findRewardedAssists, rewardAssist, writeAssistedUntil } from './assist.repository.ts';
import type { FleetChange, FleetMoment } from './fleet-moment.ts';
import { runFleetCommand } from './run-fleet-command.ts';

const DAY_MS = 86_400_000;

type Castaway = Omit<CastawayRow, 'sectorId'> & { readonly assistedUntil: Date | null };

/** The pilot of the rules; who never chose has the default of the settings. */
const castawayOf = ({ shipType, status, acceptRescue, assistedUntil }: Castaway): CastawayPilot => ({
  shipType,
  status,
  acceptsRescue: readSettings({ acceptRescue }, 'en').acceptRescue,
  assistedUntilMs: assistedUntil?.getTime() ?? null,
});

/** What may be done for another pilot who is seen: pods are assisted, nobody else needs it. */
export const contactActions = (
  ship: ShipRow,
  turns: SettledTurns,
  contact: Castaway,
  nowMs: number,
): ActionDescriptor[] =>
  contact.shipType === 'escape_pod'
    ? [describeAssist({ build: buildOf(ship), status: ship.status }, castawayOf(contact), turns, nowMs)]
    : [];

/** What an assistance tells and leaves, and whom. */
interface AssistDone {
  readonly assisted: Assisted;
  readonly reputation: number;
}

/** Assists the pod of another player in the same sector: his next rescue within a day is free (rule book, ships-combat 7). */
export const assistPod = (
  deps: Deps,
  context: RequestContext<(typeof PLAYER_ENDPOINTS)['assistPod']>,
): Promise<RawReply> => {
  const pilotId = context.params.id;
  let done: AssistDone | null = null;
  return runFleetCommand(
    deps,
    context,
    { playerId: pilotId },
    async (moment) => {
      const { change, ...rest } = await assist(moment, pilotId);
      done = rest;
      return change;
    },
    (base) => ({
      ...base,
      freeUntil: new Date(done?.assisted.untilMs ?? context.nowMs).toISOString(),
      reputation: done?.reputation ?? 0,
    }),
  );
};

/** Another pilot in the same sector; one who is not there, or not known, does not exist. */
const castawayHere = async ({ command, sql, sector, beside }: FleetMoment, pilotId: string) => {
  // His own row is locked: whatever moves his ship waits, so that the ship needs no lock of its own.
  const [[row]] = await command.load(findCastaway(sql, pilotId));
  if (row === undefined || beside === null || row.sectorId !== sector.id) throw new AppError('not_found');
  return { pilot: beside, castaway: castawayOf({ ...row, assistedUntil: beside.assistedUntil }) };
};

const assist = async (
  moment: FleetMoment,
  pilotId: string,
): Promise<AssistDone & { readonly change: FleetChange }> => {
  const { active, player, sql, command, nowMs } = moment;
  const { pilot, castaway } = await castawayHere(moment, pilotId);
  assertAllowed(checkAssist(active.ship, castaway, nowMs));
  const dayStart = new Date(nowMs - (nowMs % DAY_MS));
  const [[rewards]] = await command.load(findRewardedAssists(sql, player.id, pilotId, dayStart));
  const assisted = applyAssist(
    { today: rewards?.today ?? 0, samePilotAtMs: rewards?.samePilotAt?.getTime() ?? null },
    nowMs,
  );
  const personalReputation = changeReputation(player.personalReputation, assisted.reputation);
  const isRewarded = assisted.reputation > 0;
  const freeUntil = new Date(assisted.untilMs);
  const told = (to: string, other: string | null, isHelper: boolean) =>
    event(playerChannel(to), 'pod.assisted', {
      name: other ?? '',
      isHelper,
      freeUntil: freeUntil.toISOString(),
    });
  return {
    assisted,
    reputation: personalReputation - player.personalReputation,
    change: {
      shipId: active.row.id,
      turns: { cost: TURN_COSTS.assist_pod, reason: 'assist_pod' },
      writes: [
        writeAssistedUntil(sql, pilotId, freeUntil),
        ...(isRewarded
          ? rewardAssist(sql, {
              helperId: player.id,
              pilotId,
              at: new Date(nowMs),
              forgetBefore: new Date(nowMs - ASSIST_SAME_PILOT_MS),
              reputation: personalReputation,
            })
          : []),
      ],
      events: [
        ...(isRewarded
          ? [
              event(playerChannel(player.id), 'player.state_changed', {
                rev: Number(player.rev) + 1,
                player: presentPlayer({ ...player, personalReputation }, nowMs),
              }),
            ]
          : []),
        told(player.id, pilot.callsign, true),
        told(pilotId, player.callsign, false),
      ],
      seen: ['contacts'],
    },
  };
};
