import { CAPITAL_NUMBER, RESOURCES, TUNNELS } from './constants.ts';
import type { DraftContext, Topology } from './draft.ts';
import { NO_POCKET } from './draft.ts';
import { roundedDistance } from './spatial-grid.ts';
import type { Surroundings } from './surroundings.ts';
import type { ClusterPlan, NaturalWarpKind, RegionKind, SectorPlan, WarpPlan } from './types.ts';

/** Two sector indices joined by a warp of one or two rows. */
interface Connection {
  readonly a: number;
  readonly b: number;
  readonly kind: NaturalWarpKind;
  readonly isOneWay: boolean;
  readonly isHidden: boolean;
}

/** The sectors of the plan, ordered by number. */
export function assembleSectors(
  { input }: Pick<DraftContext, 'input'>,
  topology: Topology,
  surroundings: Surroundings,
  sanctuaries: ReadonlySet<number>,
): SectorPlan[] {
  const { points, zoneOf, clusterOf, pocketOf } = topology;
  return [...zoneOf.keys()].map((sector) => ({
    number: sector + 1,
    name: sectorName(input.regionKind, input.regionCode, sector + 1),
    x: points.x[sector]!,
    y: points.y[sector]!,
    z: points.z[sector]!,
    zone: zoneOf[sector]!,
    clusterIndex: clusterOf[sector]!,
    type: surroundings.types[sector]!,
    baseType: surroundings.baseTypes[sector]!,
    hazard: surroundings.hazards[sector]!,
    nebulaDensity: surroundings.density[sector]!,
    richness: surroundings.richness[sector]!,
    reserveMax: surroundings.richness[sector]! * RESOURCES.reservePerRichness,
    isProtected: sanctuaries.has(sector),
    noGate: sanctuaries.has(sector),
    pocketIndex: pocketOf[sector] === NO_POCKET ? null : pocketOf[sector]!,
  }));
}

/** The display code of a sector, such as "TER-42". */
export function displayCode(regionCode: string, sectorNumber: number): string {
  return `${regionCode}-${sectorNumber}`;
}

/** Sectors start with their display code as name; only the cradle of mankind has one of its own. */
function sectorName(regionKind: RegionKind, regionCode: string, sectorNumber: number): string {
  return regionKind === 'terran_space' && sectorNumber === CAPITAL_NUMBER
    ? 'Sol'
    : displayCode(regionCode, sectorNumber);
}

/** The warp rows of the plan: one per direction, the rows of a link next to each other. */
export function assembleWarps(topology: Topology): WarpPlan[] {
  const connections: Connection[] = [
    ...topology.lanes.lanes.map(
      ({ a, b, isOneWay }): Connection => ({ a, b, kind: 'lane', isOneWay, isHidden: false }),
    ),
    ...topology.longWarps,
  ];
  return connections.flatMap(({ a, b, kind, isOneWay, isHidden }, linkIndex) => {
    const length = roundedDistance(topology.points, a, b);
    const there: WarpPlan = {
      from: a + 1,
      to: b + 1,
      kind,
      length,
      extraCost: kind === 'tunnel' ? tunnelExtraCost(length) : 0,
      isHidden,
      linkIndex,
    };
    return isOneWay ? [there] : [there, { ...there, from: there.to, to: there.from }];
  });
}

/** Extra turns of a natural tunnel of the length. */
export function tunnelExtraCost(length: number): number {
  return length < TUNNELS.farLength ? TUNNELS.nearExtraCost : TUNNELS.farExtraCost;
}

/** The clusters of the plan with the nebulae laid over them. */
export function assembleClusters(topology: Topology, { clouds }: Surroundings): ClusterPlan[] {
  return topology.clusters.map(({ index, name, type, size, x, y, z }) => {
    const cloud = clouds.find(({ clusterIndex }) => clusterIndex === index);
    return {
      index,
      name,
      type,
      sectorCount: size,
      hubNumber: topology.hubs[index]! + 1,
      centerX: x,
      centerY: y,
      centerZ: z,
      nebulaKind: cloud?.kind ?? null,
      nebulaField: cloud?.field ?? null,
    };
  });
}
