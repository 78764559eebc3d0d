import type { WarpOption } from '@sw/rules';
import { isRefusal, plotCourse, warpOptions } from '@sw/rules';
import type { Atlas, AtlasSector } from '../universe/index.ts';
import type { NpcRow } from './npc-row.ts';
import { npcHull } from './npc-row.ts';

/** The sectors to enter on the cheapest way over warps everybody can see, inside one region; null where none leads. */
export const courseTo = (
  atlas: Atlas,
  npc: Pick<NpcRow, 'type' | 'regionId'>,
  from: number,
  to: number,
): number[] | null => {
  if (from === to) return [];
  const course = plotCourse(atlas.graph, {
    from,
    to,
    objective: 'turns',
    ship: npcHull(npc),
    levelOf: (sectorId) => (atlas.sector(sectorId)?.region.id === npc.regionId ? 3 : 0),
    useGates: false,
  });
  return isRefusal(course) ? null : course.hops.map((hop) => hop.to);
};

/** The visible warp that leads there. */
export const visibleWarp = (
  atlas: Atlas,
  from: AtlasSector,
  to: number,
): (WarpOption & { readonly to: number }) | undefined =>
  warpOptions(atlas.graph, from.id).find((warp) => warp.to === to);

/** Where a patrol may fly next: over visible warps, inside its region and on its beat. */
export const beatExits = (
  atlas: Atlas,
  here: AtlasSector,
  isBeat: (sector: AtlasSector) => boolean,
): AtlasSector[] =>
  warpOptions(atlas.graph, here.id).flatMap(({ to }) => {
    const sector = atlas.sector(to);
    return sector !== undefined && sector.region === here.region && isBeat(sector) ? [sector] : [];
  });
