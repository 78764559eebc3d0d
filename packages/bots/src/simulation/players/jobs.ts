import type { ContractActor, StationContract } from '@sw/rules';
import {
  applyAccept,
  applyDeliver,
  applyPickup,
  CONTRACT_KINDS,
  checkAccept,
  checkDeliver,
  checkPickup,
  JOB_WINDOW_MS,
} from '@sw/rules';
import { REGION_ID } from '../world/world.ts';
import { turnsTo } from './fly.ts';
import type { Pilot } from './pilot.ts';
import type { SimSetting } from './setting.ts';
import { advanceStarterChain } from './starter-chain.ts';
import { stationOf } from './trade.ts';

const DOCK_TURNS = 1;
/** Nobody takes a parcel to a dock he could not pay. */
const NEXT_DOCK = 300n;

/**
 * The sealed job on the board here that pays most a turn, if it beats what a turn usually brings him; null where there
 * is none he may take and can fly at once.
 */
export function bestJob(setting: SimSetting, pilot: Pilot, nowMs: number): StationContract | null {
  const actor = actorOf(setting, pilot, nowMs);
  if (actor.wallet < NEXT_DOCK) return null;
  let best: StationContract | null = null;
  let bestRate = pilot.turnValue;
  for (const contract of setting.boards.posted[pilot.station] ?? []) {
    if (!CONTRACT_KINDS[contract.kind].isSealed || contract.quantity > pilot.hold.capacity) continue;
    const turns = turnsTo(setting, pilot, nodeOf(setting, contract.targetStationId)) + DOCK_TURNS;
    const rate = Number(contract.pay - contract.fee) / turns;
    if (turns > pilot.turns.turns || rate <= bestRate || checkAccept(contract, actor, nowMs) !== null)
      continue;
    best = contract;
    bestRate = rate;
  }
  return best;
}

/** Accepts and loads a job; it leaves the board. Null where the rules refuse one or the other. */
export function takeJob(
  setting: SimSetting,
  pilot: Pilot,
  contract: StationContract,
  nowMs: number,
): StationContract | null {
  const actor = actorOf(setting, pilot, nowMs);
  const taken = { ...contract, state: 'accepted' as const, shipId: pilot.id };
  if (checkAccept(contract, actor, nowMs) !== null || checkPickup(taken, actor, nowMs) !== null) return null;
  const { legs, deadlineAtMs } = applyAccept(contract, actor, nowMs);
  setting.world.books.post(legs, partiesOf(setting, pilot));
  const board = setting.boards.posted[pilot.station] ?? [];
  setting.boards.posted[pilot.station] = board.filter(({ id }) => id !== contract.id);
  pilot.hold = applyPickup(taken, actor);
  return { ...taken, state: 'in_transit', deadlineAtMs };
}

/** Hands the parcel over at its target. Throws where the rules refuse: he took only what he could bring at once. */
export function deliverJob(
  setting: SimSetting,
  pilot: Pilot,
  contract: StationContract,
  nowMs: number,
): void {
  const actor = actorOf(setting, pilot, nowMs);
  const refusal = checkDeliver(contract, actor, null, nowMs);
  if (refusal !== null) throw new Error(`${pilot.id} cannot deliver ${contract.id}: ${refusal.code}`);
  const outcome = applyDeliver(contract, actor, null);
  setting.world.books.post(outcome.legs, partiesOf(setting, pilot));
  pilot.hold = outcome.hold;
  pilot.paidJobsAtMs = [...pilot.paidJobsAtMs.filter((at) => at > nowMs - JOB_WINDOW_MS), nowMs];
  advanceStarterChain(setting, pilot, [{ type: 'job_paid' }]);
}

/** The station index of a contract's target. */
export function targetOf({ world }: SimSetting, contract: StationContract): number {
  return world.stations.findIndex(({ trade }) => trade.id === contract.targetStationId);
}

function nodeOf({ world }: SimSetting, stationId: string): number {
  return world.stations.find(({ trade }) => trade.id === stationId)?.node ?? 0;
}

function actorOf(setting: SimSetting, pilot: Pilot, nowMs: number): ContractActor {
  return {
    shipId: pilot.id,
    dockedStationId: stationOf(setting, pilot).trade.id,
    hold: pilot.hold,
    wallet: setting.world.books.balanceOf(pilot.wallet),
    bank: 0n,
    jobs: { active: 0, paidAtMs: pilot.paidJobsAtMs.filter((at) => at > nowMs - JOB_WINDOW_MS), debt: 0n },
  };
}

function partiesOf(setting: SimSetting, pilot: Pilot) {
  return { playerId: pilot.id, regionId: REGION_ID, stationId: stationOf(setting, pilot).trade.id };
}
