import { discoveryReward, isFoundBy, withSector } from '@sw/rules';
import type { SimWorld } from '../world/world.ts';
import type { Pilot } from './pilot.ts';
import { awardRankPoints } from './rank.ts';
import type { SimSetting } from './setting.ts';

/** What entering a sector gives: knowledge, and the rewards of exploration (rule book, world 7.3 and 4.6). */
export function arrive({ world }: SimSetting, pilot: Pilot, node: number): void {
  if (pilot.visited[node] === 1) return;
  const before = pilot.chart;
  pilot.chart = withSector(before, node + 1);
  pilot.visited[node] = 1;
  const station = world.stationAt[node] as number;
  if (station >= 0) pilot.knowsStation[station] = 1;
  const formations = (world.landmarksAt[node] ?? [])
    .filter((landmark) => isFoundBy(landmark, before, pilot.chart))
    .map(({ kind }) => kind);
  const reward = discoveryReward({
    isFirstOwnVisit: true,
    isFirstInGalaxy: world.discovered[node] === 0,
    rankPointsToday: pilot.explorePointsToday,
    formations,
    formationsToday: pilot.landmarksToday,
    completesNebula: completesNebula(world, pilot, node),
  });
  world.discovered[node] = 1;
  world.books.post(reward.legs, { playerId: pilot.id });
  pilot.explorePointsToday += reward.rankPoints;
  pilot.landmarksToday += formations.length;
  awardRankPoints(pilot, reward.rankPoints);
}

/** Whether he is the first of all to have been in every sector of the nebula here. */
function completesNebula(world: SimWorld, pilot: Pilot, node: number): boolean {
  const sector = world.plan.sectors[node];
  if (sector?.type !== 'nebula' || world.chartedNebulae.has(sector.clusterIndex)) return false;
  const isWhole = world.plan.sectors.every(
    ({ type, clusterIndex, number }) =>
      type !== 'nebula' || clusterIndex !== sector.clusterIndex || pilot.visited[number - 1] === 1,
  );
  if (isWhole) world.chartedNebulae.add(sector.clusterIndex);
  return isWhole;
}
