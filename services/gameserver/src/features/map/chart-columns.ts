import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import { SECTOR_TYPES, WARP_KINDS, ZONE_KINDS } from '@sw/rules';
import type { Knowledge } from '../knowledge/index.ts';
import type { Atlas, AtlasRegion, AtlasSector, AtlasWarp } from '../universe/index.ts';

export type RegionChart = ReplyOf<(typeof PLAYER_ENDPOINTS)['getRegionChart']>;

const UNKNOWN_TYPE = 255;
const HOUR_MS = 3_600_000;
const STATION = 1;
const PLANET = 2;
const PROTECTED = 4;
const DIGIT: Readonly<Record<string, number>> = { '-': 0, B: 1, S: 2, X: 3 };

/**
 * The known ones of some sectors of a region as columns (rule book, world 12.3). Only what the player's
 * knowledge reveals enters; nothing depends on the moment of asking.
 */
export const buildColumns = (
  atlas: Atlas,
  region: AtlasRegion,
  sectors: readonly AtlasSector[],
  knowledge: Knowledge,
  seenAt: ReadonlyMap<number, Date>,
  version: string,
): RegionChart => {
  const known = sectors.filter((sector) => knowledge.levelOf(sector.id) > 0);
  const levels = known.map((sector) => knowledge.levelOf(sector.id));
  const scanned = known.filter((_, index) => (levels[index] ?? 0) >= 2);
  const clusters = new Set(known.map((sector) => sector.cluster));
  const nebulous = new Set(
    scanned.filter((sector) => sector.type === 'nebula').map((sector) => sector.cluster),
  );
  return {
    version,
    region: { name: region.name, code: region.code, title: region.title, sectorCount: region.sectorCount },
    id0: region.firstSectorId,
    n: known.map((sector) => sector.number),
    x: known.map((sector) => sector.x),
    y: known.map((sector) => sector.y),
    z: known.map((sector) => sector.z),
    level: levels,
    type: known.map((sector, index) =>
      (levels[index] ?? 0) >= 2 ? SECTOR_TYPES.indexOf(sector.type) : UNKNOWN_TYPE,
    ),
    zone: known.map((sector) => ZONE_KINDS.indexOf(sector.zone.kind)),
    cluster: known.map((sector) => sector.cluster.index),
    flags: known.map((sector, index) => flagsOf(sector, (levels[index] ?? 0) >= 2)),
    seenAt: known.map((sector) => Math.floor((seenAt.get(sector.id)?.getTime() ?? 0) / HOUR_MS)),
    tradeCode: known.map((sector, index) => ((levels[index] ?? 0) >= 2 ? tradeDigits(sector) : -1)),
    names: Object.fromEntries(
      scanned.flatMap((sector) => {
        const name = sector.stations[0]?.name;
        return name === undefined ? [] : [[String(sector.number), name]];
      }),
    ),
    edges: edgesOf(atlas, region, known, knowledge),
    clusters: [...clusters].map((cluster) => ({
      index: cluster.index,
      name: cluster.name,
      x: cluster.centerX,
      y: cluster.centerY,
      z: cluster.centerZ,
    })),
    nebulae: [...nebulous].flatMap((cluster) => {
      const cores = scanned.filter((sector) => sector.cluster === cluster && sector.type === 'nebula');
      const radius = Math.max(
        ...cores.map((sector) => Math.hypot(sector.x - cluster.centerX, sector.y - cluster.centerY)),
      );
      return cluster.nebulaKind === null
        ? []
        : [
            {
              cluster: cluster.index,
              kind: cluster.nebulaKind,
              x: cluster.centerX,
              y: cluster.centerY,
              radius: Math.ceil(radius),
            },
          ];
    }),
  };
};

const flagsOf = (sector: AtlasSector, isSeen: boolean): number => {
  const seen = isSeen
    ? (sector.stations.length > 0 ? STATION : 0) | (sector.planets.length > 0 ? PLANET : 0)
    : 0;
  return seen | (sector.isProtected ? PROTECTED : 0);
};

const tradeDigits = (sector: AtlasSector): number => {
  const code = sector.stations[0]?.tradeCode;
  return code === undefined ? -1 : [...code].reduce((sum, letter) => sum * 4 + (DIGIT[letter] ?? 0), 0);
};

/** Flat quadruples from, to, kind, oneway of every warp the knowledge reveals; a two-way link stands once. */
const edgesOf = (
  atlas: Atlas,
  region: AtlasRegion,
  sectors: readonly AtlasSector[],
  knowledge: Knowledge,
): number[] => {
  const edges: number[] = [];
  const links = new Set<number>();
  const isRevealed = (warp: AtlasWarp): boolean => !warp.isHidden || knowledge.hiddenWarps.has(warp.id);
  for (const sector of sectors) {
    for (const warp of sector.warps) {
      const target = atlas.sector(warp.to);
      const isSeenHere = knowledge.levelOf(sector.id) >= 2;
      const isSeenThere = !warp.isOneWay && knowledge.levelOf(warp.to) >= 2;
      if (target?.region !== region || !isRevealed(warp) || links.has(warp.linkId)) continue;
      if (!isSeenHere && !isSeenThere) continue;
      links.add(warp.linkId);
      edges.push(sector.number, target.number, WARP_KINDS.indexOf(warp.kind), warp.isOneWay ? 1 : 0);
    }
  }
  return edges;
};
