import { apportion } from './apportion.ts';
import { CLUSTER_BIAS } from './cluster-tables.ts';
import type { DraftContext, Topology } from './draft.ts';
import { weightedOrder } from './draw.ts';
import { SPECIAL_TYPES, TYPE_PERCENT } from './sector-tables.ts';
import type { BaseSectorType, ZoneKind, ZonePlan } from './types.ts';

type SpecialType = (typeof SPECIAL_TYPES)[number];

/**
 * The first part of phase 11: deals the sector types of every zone in their exact counts. Cluster multipliers are
 * selection weights; reserved sectors stay `standard` and others of the zone fill the quota.
 */
export function dealTypes(
  context: DraftContext,
  topology: Topology,
  reserved: ReadonlySet<number>,
): BaseSectorType[] {
  const stream = context.stream('sector_types');
  const types = new Array<BaseSectorType>(topology.sectorCount).fill('standard');
  for (const zone of topology.zones) {
    const counts = typeCounts(zone);
    for (const type of SPECIAL_TYPES) {
      const open = [...topology.zoneOf.keys()].filter(
        (sector) =>
          topology.zoneOf[sector] === zone.kind && types[sector] === 'standard' && !reserved.has(sector),
      );
      const order = weightedOrder(stream, open, (sector) => typeWeight(topology, sector, type));
      for (const sector of order.slice(0, counts[type])) {
        types[sector] = type;
      }
    }
  }
  return types;
}

/** How many sectors of the zone have each type before nebulae: largest remainder of the percentages. */
export function typeCounts(zone: ZonePlan): Record<BaseSectorType, number> {
  const percent = TYPE_PERCENT[zone.kind satisfies ZoneKind];
  const types = Object.keys(percent) as BaseSectorType[];
  const counts = apportion(
    zone.endNumber - zone.startNumber + 1,
    types.map((type) => percent[type]),
  );
  return Object.fromEntries(types.map((type, index) => [type, counts[index]!])) as Record<
    BaseSectorType,
    number
  >;
}

function typeWeight({ clusters, clusterOf }: Topology, sector: number, type: SpecialType): number {
  const bias = CLUSTER_BIAS[clusters[clusterOf[sector]!]!.type];
  switch (type) {
    case 'asteroid_field':
      return bias.asteroidFields;
    case 'black_hole':
    case 'star_cluster':
      return bias.darkAndBright;
    case 'radiation_zone':
    case 'void':
      return 1;
  }
}
