import type { Tx } from '@sw/db';
import type { RandomStream } from '@sw/rules';
import { moveCost, npcPause, spendTurns, streamFromState } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import type { OutboxEvent } from '../../realtime/outbox.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import type { Atlas, AtlasSector } from '../universe/index.ts';
import type { StationCall } from './call.service.ts';
import { callAtStation } from './call.service.ts';
import type { NpcHop } from './npc.repository.ts';
import { findWatchedRegions, lockDue, writeHops, writeWaits } from './npc.repository.ts';
import { beatExits, courseTo, visibleWarp } from './npc-course.ts';
import { hopEvents } from './npc-events.ts';
import type { NpcRow } from './npc-row.ts';
import { goalOf, npcHull, npcTurnsAt } from './npc-row.ts';
import { isBeat } from './spawn.service.ts';

/** Ships that act in one round; the rest of a crowd acts in the next. */
const BATCH = 60;
/** A region sleeps when nobody has been active in it for this long. */
const WATCHED_MS = 15 * 60_000;
/** Without turns, or with nothing to do, a ship looks again after this time. */
const WAIT_MS = 10 * 60_000;

/** What a round did. */
export interface TrafficRound {
  readonly moved: number;
  readonly traded: number;
}

/**
 * Lets ships without players act that are due: fly one warp, or call at a station. Only in regions where somebody
 * is; elsewhere nothing is read but that. They pay turns and credits as players do.
 */
export const moveTraffic = async (deps: Deps, nowMs: number): Promise<TrafficRound> => {
  const watched = await findWatchedRegions(deps.db.sql, new Date(nowMs - WATCHED_MS));
  if (watched.length === 0) return { moved: 0, traded: 0 };
  const regionIds = watched.map(({ regionId }) => regionId);
  const { moved, calls } = await deps.db.command((tx) => fly(deps, tx, regionIds, nowMs));
  let traded = 0;
  for (const call of calls) if (await callAtStation(deps, call, nowMs)) traded += 1;
  return { moved, traded };
};

interface Flown {
  readonly moved: number;
  /** Ships that have reached the station of their haul. */
  readonly calls: readonly StationCall[];
}

const fly = async (deps: Deps, tx: Tx, regionIds: readonly string[], nowMs: number): Promise<Flown> => {
  const atlas = deps.atlas();
  const [due] = await tx.load(lockDue(tx.sql, regionIds, nowMs, BATCH));
  const stream = streamFromState(deps.random(16));
  const hops: NpcHop[] = [];
  const events: OutboxEvent[] = [];
  const waiting: string[] = [];
  const calls: StationCall[] = [];
  for (const row of due) {
    const npc = onCourse(atlas, row);
    const goal = goalOf(npc);
    if (goal !== null && npc.haulCommodity !== null && isAt(atlas, npc, goal)) {
      calls.push({ npcId: npc.id, stationId: goal, commodity: npc.haulCommodity });
      continue;
    }
    const here = atlas.sector(npc.sectorId);
    const hop = here === undefined ? null : nextHop(atlas, npc, here, stream, nowMs);
    if (here === undefined || hop === null) {
      waiting.push(npc.id);
      continue;
    }
    hops.push({ id: npc.id, to: hop.target.id, turns: hop.turns, nextActAtMs: nowMs + npcPause(stream) });
    events.push(...hopEvents(atlas, npc, here, hop.target));
  }
  await saveAndTell(
    deps,
    tx,
    nowMs,
    [
      ...(hops.length === 0 ? [] : [writeHops(tx.sql, hops)]),
      ...(waiting.length === 0 ? [] : [writeWaits(tx.sql, waiting, nowMs + WAIT_MS)]),
    ],
    events,
  );
  return { moved: hops.length, calls };
};

const isAt = (atlas: Atlas, npc: NpcRow, stationId: string): boolean =>
  npc.course.length === 0 && atlas.station(stationId)?.sectorId === npc.sectorId;

/** A trader whose course ended short of its station looks for the rest of the way. */
const onCourse = (atlas: Atlas, npc: NpcRow): NpcRow => {
  const goal = goalOf(npc);
  const to = goal === null ? undefined : atlas.station(goal)?.sectorId;
  if (npc.course.length > 0 || to === undefined || to === npc.sectorId) return npc;
  return { ...npc, course: courseTo(atlas, npc, npc.sectorId, to) ?? [] };
};

/** The warp a ship flies now with the turns it leaves; null when it has nowhere to go or cannot pay. */
const nextHop = (atlas: Atlas, npc: NpcRow, here: AtlasSector, stream: RandomStream, nowMs: number) => {
  const exits = npc.kind === 'patrol' ? beatExits(atlas, here, isBeat) : [];
  const wanted = npc.kind === 'patrol' ? exits[stream.roll(Math.max(1, exits.length))]?.id : npc.course[0];
  const target = wanted === undefined ? undefined : atlas.sector(wanted);
  const warp = target === undefined ? undefined : visibleWarp(atlas, here, target.id);
  if (target === undefined || warp === undefined) return null;
  const turns = npcTurnsAt(npc, nowMs);
  const cost = moveCost(npcHull(npc), warp, target, here);
  return turns.turns < cost ? null : { target, turns: spendTurns(turns, cost) };
};
