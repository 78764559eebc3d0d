import type { FirstShipAct, FirstShipTargets } from '@sw/rules';
import {
  ALL_FIRST_SHIP_STEPS,
  advanceFirstShip,
  chooseFirstShipTargets,
  FIRST_SHIP_STEPS,
  hopDistances,
  openSteps,
  publicSnapshot,
  startFirstShip,
} from '@sw/rules';
import type { SimWorld } from '../world/world.ts';
import type { Pilot } from './pilot.ts';
import type { SimSetting } from './setting.ts';

/** Where newcomers of an hour are sent, chosen as the game does: from the public prices of the present hour. */
export function starterTargets(world: SimWorld, nowMs: number, credits: bigint): FirstShipTargets | null {
  const distances = world.stations.map(({ node }) => hopDistances(world.graph, node + 1));
  const readers = new Map(world.stations.map(({ node }, index) => [node + 1, distances[index]]));
  return chooseFirstShipTargets({
    hereSectorId: 1,
    markets: world.stations
      .filter(({ isPublic }) => isPublic)
      .map(({ node, trade, markets }) => ({
        sectorId: node + 1,
        snapshot: publicSnapshot(
          trade,
          markets.map(({ row }) => row),
          nowMs,
        ),
      })),
    hopsBetween: (from, to) => readers.get(from)?.hopsTo(to) ?? Number.POSITIVE_INFINITY,
    freeCargo: 50,
    credits,
  });
}

/** These pilots live from trade: nobody among them takes a job. */
const STEPS = ALL_FIRST_SHIP_STEPS.filter((step) => FIRST_SHIP_STEPS[step] !== 'job');

/** Gives a newcomer his chain. */
export function beginStarterChain(pilot: Pilot, targets: FirstShipTargets | null): void {
  pilot.chain = targets === null ? null : startFirstShip(targets, STEPS);
}

/** Lets acts count towards the chain and pays its rewards. */
export function advanceStarterChain(
  { world }: SimSetting,
  pilot: Pilot,
  acts: readonly FirstShipAct[],
): void {
  for (const act of acts) {
    if (pilot.chain === null) return;
    const { chain, legs } = advanceFirstShip(pilot.chain, act);
    world.books.post(legs, { playerId: pilot.id });
    pilot.chain = openSteps(chain).length === 0 ? null : chain;
  }
}
