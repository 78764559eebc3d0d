import type { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { LoanState } from '@sw/rules';
import {
  checkLoaner,
  checkRescue,
  hasFreeRescue,
  LOANER_TYPE,
  LOANER_WINDOW_MS,
  rescueCost,
} from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { assertAllowed } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { event, membership, playerChannel, sectorChannel } from '../../realtime/outbox.ts';
import { findCharts, learnArrival, writeLearned } from '../knowledge/index.ts';
import { findMarkets, findStation, rememberStation } from '../markets/index.ts';
import { presentSectorSummary, settledTurnsOf } from '../player/index.ts';
import { presentArrival } from '../presence/index.ts';
import { writeAssistedUntil } from './assist.repository.ts';
import { leaveFor } from './board.ts';
import { findLoansSince } from './fleet.repository.ts';
import type { FleetChange, FleetMoment } from './fleet-moment.ts';
import type { FleetState } from './fleet-state.ts';
import { nearestDealer } from './nearest-dealer.ts';
import { newShip } from './new-ship.ts';
import { runFleetCommand } from './run-fleet-command.ts';

type Endpoints = typeof PLAYER_ENDPOINTS;

/** What a loan is decided on. */
export const loanStateOf = (
  { active, owner }: FleetState,
  bank: bigint,
  loans: readonly { readonly at: Date }[],
): LoanState => ({
  pilot: active.ship,
  desk: owner.desk,
  shipCount: owner.shipCount,
  wallet: owner.credits,
  bank,
  loansAtMs: loans.map(({ at }) => at.getTime()),
});

/** Lends a Light Freighter, boarded at once; the load of the pod goes along. */
export const borrowShip = (deps: Deps, context: RequestContext<Endpoints['borrowShip']>): Promise<RawReply> =>
  runFleetCommand(
    deps,
    context,
    null,
    async (moment) => {
      const { active, player, sql, command, nowMs } = moment;
      const [loans] = await command.load(findLoansSince(sql, player.id, new Date(nowMs - LOANER_WINDOW_MS)));
      assertAllowed(checkLoaner(loanStateOf(moment, moment.bank, loans), nowMs));
      const row = newShip(moment, {
        type: LOANER_TYPE,
        name: active.row.name,
        purchaseValue: 0n,
        isLoaner: true,
      });
      const hold = { capacity: row.cargoCapacity, colonistsPerUnit: 1, items: [] };
      return {
        ...leaveFor(active, { row, hold }),
        shipId: row.id,
        created: [row],
        activeId: row.id,
        registry: [{ shipId: row.id, kind: 'built', credits: 0n, stationId: row.stationId, name: row.name }],
        seen: ['contacts'],
      };
    },
    (base) => base,
  );

/**
 * Tows a pod to the nearest ship dealer of the region and docks it there (rule book, ships-combat 7): 20 turns or all
 * that are left, none where somebody assisted. The pilot sees the sector he is brought to, and the prices of the station.
 */
export const rescuePod = (deps: Deps, context: RequestContext<Endpoints['rescuePod']>): Promise<RawReply> =>
  runFleetCommand(deps, context, null, rescue, (base) => base);

const rescue = async (moment: FleetMoment): Promise<FleetChange> => {
  const { active, owner, player, sector: here, sql, command, nowMs, deps } = moment;
  assertAllowed(checkRescue(active.ship, owner.desk));
  const atlas = deps.atlas();
  const dealer = nearestDealer(atlas, here.id);
  if (dealer === null) throw new AppError('no_ship_dealer');
  const { station, sector } = dealer;
  const [charts, [stored], markets] = await command.load(
    findCharts(sql, player.id),
    findStation(sql, station.id),
    findMarkets(sql, station.id),
  );
  const exits = sector.warps.filter((warp) => !warp.isHidden).map((warp) => warp.to);
  const learned = learnArrival(atlas, charts, sector.id, exits);
  const { turns } = settledTurnsOf(player, nowMs).state;
  const isFree = hasFreeRescue(player.assistedUntil?.getTime() ?? null, nowMs);
  const cost = rescueCost(turns, isFree);
  const rev = Number(player.rev) + 1;
  const own = playerChannel(player.id);
  return {
    shipId: active.row.id,
    changed: [
      {
        ...active.row,
        regionId: sector.region.id,
        sectorId: sector.id,
        status: 'docked',
        stationId: station.id,
        dockedAt: new Date(nowMs),
      },
    ],
    turns: { cost, reason: 'pod_rescue' },
    writes: [
      ...(isFree ? [writeAssistedUntil(sql, player.id, null)] : []),
      ...writeLearned(sql, player.id, sector.id, learned, nowMs),
      ...(stored === undefined
        ? []
        : rememberStation(sql, deps.keys.economy, player, { station: stored, markets }, nowMs)),
    ],
    events: [
      event(sectorChannel(here.id), 'presence.left', {
        playerId: player.id,
        shipId: active.row.id,
        name: player.callsign ?? '',
        to: null,
      }),
      membership(player.id, { sectorId: sector.id, regionName: sector.region.name, rev }),
      event(
        sectorChannel(sector.id),
        'presence.entered',
        presentArrival(player, active.row, 'docked', null, nowMs),
      ),
      event(own, 'player.moved', {
        sector: presentSectorSummary(sector),
        turns: turns - cost,
        cause: 'rescue',
      }),
      event(
        own,
        'map.discovered',
        { regionName: sector.region.name, version: String(learned.version), rows: null },
        `map ${sector.region.name}`,
      ),
    ],
  };
};
