import type { Tx } from '@sw/db';
import { npcPause, resolveLegs, stationAccount, streamFromState, walletOf } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import type { LockedBalances } from '../../ledger/post.ts';
import { balancesOf, lockBalances, postTransfers } from '../../ledger/post.ts';
import type { OutboxEvent } from '../../realtime/outbox.ts';
import { event, sectorChannel, stationChannel } from '../../realtime/outbox.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import type { StoredStation } from '../markets/index.ts';
import { lockMarkets, publishHour, shareStation, writeMarkets } from '../markets/index.ts';
import { insertTransactions } from '../trading/index.ts';
import type { AtlasSector } from '../universe/index.ts';
import type { CallOutcome } from './judge-call.ts';
import { judgeCall } from './judge-call.ts';
import { findDockTerms, findNpcVolumeAt, lockNpc, writeCall, writeWaits } from './npc.repository.ts';
import { courseTo } from './npc-course.ts';
import type { NpcRow } from './npc-row.ts';
import { goalOf } from './npc-row.ts';

/** What cannot be done now is tried again after this time. */
const RETRY_MS = 30 * 60_000;

export interface StationCall {
  readonly npcId: string;
  readonly stationId: string;
  readonly commodity: NonNullable<NpcRow['haulCommodity']>;
}

/**
 * One trader at the station of its haul: docks for a turn and the fee, buys or sells through the same pricing as
 * players, never above its share of the market's flow. In the one lock order; judged on what the locks return.
 *
 * @returns true when goods changed hands.
 */
export const callAtStation = async (deps: Deps, call: StationCall, nowMs: number): Promise<boolean> => {
  await publishHour(deps, nowMs);
  return deps.db.command((tx) => visit(deps, tx, call, nowMs));
};

const visit = async (deps: Deps, tx: Tx, call: StationCall, nowMs: number): Promise<boolean> => {
  const { sql } = tx;
  const wallet = walletOf(call.npcId);
  const [[station], [market], [npc], [volume], [dock], balanceRows] = await tx.load(
    shareStation(sql, call.stationId),
    lockMarkets(sql, call.stationId, [call.commodity]),
    lockNpc(sql, call.npcId),
    findNpcVolumeAt(sql, call.stationId, call.commodity, nowMs),
    findDockTerms(sql, call.stationId),
    lockBalances(sql, [wallet, stationAccount(call.stationId)]),
  );
  const sector = deps.atlas().sector(npc?.sectorId ?? 0);
  if (station === undefined || npc === undefined || dock === undefined || sector === undefined) return false;
  // Since it was seen due another process may have let it act.
  if (goalOf(npc) !== call.stationId || npc.haulCommodity !== call.commodity) return false;
  if (deps.atlas().station(call.stationId)?.sectorId !== sector.id) return false;
  const balances = balancesOf(balanceRows);
  const outcome = judgeCall(
    {
      npc,
      station,
      dock,
      regionTaxBp: sector.region.regionTaxBp,
      market,
      moved: volume?.units ?? 0,
      wallet: balances.get(wallet) ?? 0n,
    },
    {
      nowMs,
      economySecret: deps.keys.economy,
      advantage: { rankLevel: 0, standing: null, personalReputation: 0 },
    },
  );
  if (outcome === null) await saveAndTell(deps, tx, nowMs, [writeWaits(sql, [npc.id], nowMs + RETRY_MS)], []);
  else await save(deps, tx, { npc, station, sector, balances, outcome, nowMs });
  return outcome?.trade != null;
};

interface Visited {
  readonly npc: NpcRow;
  readonly station: StoredStation;
  readonly sector: AtlasSector;
  readonly balances: LockedBalances;
  readonly outcome: CallOutcome;
  readonly nowMs: number;
}

const save = (deps: Deps, tx: Tx, visited: Visited): Promise<void> => {
  const { sql } = tx;
  const { npc, station, sector, balances, outcome, nowMs } = visited;
  const { trade, cargo } = outcome;
  const goal = deps.atlas().station(npc.haulTo ?? '')?.sectorId ?? sector.id;
  const course = npc.cargo === 0 && cargo > 0 ? courseTo(deps.atlas(), npc, sector.id, goal) : [];
  const isStuck = trade === null && npc.cargo > 0;
  const pause = isStuck ? RETRY_MS : npcPause(streamFromState(deps.random(16)));
  const parties = { playerId: npc.id, regionId: sector.region.id, stationId: station.id };
  const trail = { nowMs, playerId: null, regionId: sector.region.id, refType: 'traffic', refId: npc.id };
  return saveAndTell(
    deps,
    tx,
    nowMs,
    [
      writeCall(sql, npc.id, {
        stationId: station.id,
        turns: outcome.turns,
        cargo,
        cargoCost: outcome.cargoCost,
        // A purchase that came to nothing ends the haul as a sale of everything does.
        isDone: cargo === 0,
        course: course ?? [],
        nextActAtMs: nowMs + pause,
      }),
      ...postTransfers(sql, resolveLegs(outcome.legs, parties), balances, trail),
      ...(trade === null
        ? []
        : [
            writeMarkets(sql, station.id, trade.markets),
            insertTransactions(sql, {
              ids: [deps.newId()],
              playerId: null,
              shipId: npc.id,
              station,
              lines: trade.lines,
              nowMs,
            }),
          ]),
    ],
    callEvents(visited),
  );
};

const callEvents = ({ npc, station, sector, outcome }: Visited): OutboxEvent[] => {
  const version = outcome.trade?.markets[0]?.version;
  return [
    ...(outcome.isDocking
      ? [event(sectorChannel(sector.id), 'presence.updated', { playerId: npc.id, state: 'docked' })]
      : []),
    ...(version === undefined
      ? []
      : [
          event(
            stationChannel(station.id),
            'market.updated',
            { stationId: station.id, version },
            `market ${station.id}`,
          ),
        ]),
  ];
};
