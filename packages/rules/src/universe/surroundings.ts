import { PROTECTED_HAZARD_MAX, RESOURCES } from './constants.ts';
import type { DraftContext, Topology } from './draft.ts';
import { rollBetween } from './draw.ts';
import type { Nebulae } from './nebulae.ts';
import { layNebulae } from './nebulae.ts';
import { NEBULA, NEBULA_CORE_HAZARD, NEBULA_EDGE_HAZARD, TYPE_HAZARD } from './sector-tables.ts';
import { dealTypes } from './sector-types.ts';
import type { Sites } from './sites.ts';
import type { BaseSectorType, SectorType } from './types.ts';
import { ZONES } from './zone-tables.ts';

const CAPITAL = 0;

/** What a ship meets in each sector, by sector index. */
export interface Surroundings extends Nebulae {
  readonly baseTypes: readonly BaseSectorType[];
  readonly types: readonly SectorType[];
  readonly hazards: Uint8Array;
  /** Richness of asteroid fields, 0 elsewhere. */
  readonly richness: Uint8Array;
}

/** Phase 11: types, nebulae, hazards and resources (rule book, world 3). */
export function dealSurroundings(context: DraftContext, topology: Topology, sites: Sites): Surroundings {
  const baseTypes = dealTypes(context, topology, sites.reserved);
  const nebulae = layNebulae(context, topology, sites.reserved);
  const types = baseTypes.map((type, sector): SectorType => (nebulae.density[sector]! > 0 ? 'nebula' : type));
  return {
    ...nebulae,
    baseTypes,
    types,
    hazards: rollHazards(context, topology, sites, types, nebulae.density),
    richness: rollRichness(context, topology, types),
  };
}

function rollHazards(
  context: DraftContext,
  topology: Topology,
  sites: Sites,
  types: readonly SectorType[],
  density: Uint8Array,
): Uint8Array {
  const stream = context.stream('hazards');
  return Uint8Array.from(types, (type, sector) => {
    const rolled = rollBetween(stream, ...hazardRange(type, density[sector]!));
    if (sector === CAPITAL) {
      return 0;
    }
    const isTamed = topology.zoneOf[sector] === 'federation' || sites.sanctuaries.has(sector);
    return isTamed ? Math.min(rolled, PROTECTED_HAZARD_MAX) : rolled;
  });
}

function hazardRange(type: SectorType, density: number): readonly [number, number] {
  if (type !== 'nebula') {
    return TYPE_HAZARD[type];
  }
  return density === NEBULA.coreDensity ? NEBULA_CORE_HAZARD : NEBULA_EDGE_HAZARD;
}

function rollRichness(context: DraftContext, topology: Topology, types: readonly SectorType[]): Uint8Array {
  const stream = context.stream('richness');
  return Uint8Array.from(types, (type, sector) => {
    if (type !== 'asteroid_field') {
      return 0;
    }
    const rolled = rollBetween(stream, ...ZONES[topology.zoneOf[sector]!].richness);
    const isRich = topology.clusters[topology.clusterOf[sector]!]!.type === 'resource_rich';
    return Math.min(RESOURCES.richnessMax, rolled + (isRich ? RESOURCES.richClusterBonus : 0));
  });
}
