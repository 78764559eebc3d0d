import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import { SCANNED, SECTOR_TYPES, WARP_KINDS, ZONE_KINDS } from '@sw/rules';
import type { Knowledge } from '../knowledge/index.ts';
import type { Atlas, AtlasCluster, AtlasRegion, AtlasSector, AtlasWarp } from '../universe/index.ts';

export type RegionChart = ReplyOf<(typeof PLAYER_ENDPOINTS)['getRegionChart']>;

/** One region as one player knows it. */
export interface ChartView {
  readonly atlas: Atlas;
  readonly region: AtlasRegion;
  readonly knowledge: Knowledge;
  readonly seenAt: ReadonlyMap<number, Date>;
  readonly version: string;
}

const UNKNOWN_TYPE = 255;
const UNKNOWN_TRADE = -1;
const HOUR_MS = 3_600_000;
const STATION = 1;
const PLANET = 2;
const PROTECTED = 4;
const DIGIT: Readonly<Record<string, number>> = { '-': 0, B: 1, S: 2, X: 3 };

/**
 * The known ones of some sectors of a region as columns (rule book, world 12.3). Only what the player's
 * knowledge reveals enters; nothing depends on the moment of asking.
 */
export const buildColumns = (view: ChartView, sectors: readonly AtlasSector[]): RegionChart => {
  const { region, knowledge, seenAt, version } = view;
  const rows = sectors
    .map((sector) => ({ sector, level: knowledge.levelOf(sector.id) }))
    .filter(({ level }) => level > 0);
  const clusters = new Set(rows.map(({ sector }) => sector.cluster));
  return {
    version,
    region: { name: region.name, code: region.code, title: region.title, sectorCount: region.sectorCount },
    id0: region.firstSectorId,
    n: rows.map(({ sector }) => sector.number),
    x: rows.map(({ sector }) => sector.x),
    y: rows.map(({ sector }) => sector.y),
    z: rows.map(({ sector }) => sector.z),
    level: rows.map(({ level }) => level),
    type: rows.map(({ sector, level }) =>
      level >= SCANNED ? SECTOR_TYPES.indexOf(sector.type) : UNKNOWN_TYPE,
    ),
    zone: rows.map(({ sector }) => ZONE_KINDS.indexOf(sector.zone.kind)),
    cluster: rows.map(({ sector }) => sector.cluster.index),
    flags: rows.map(({ sector }) => flagsOf(sector, knowledge.showsContents(sector.id))),
    seenAt: rows.map(({ sector }) => Math.floor((seenAt.get(sector.id)?.getTime() ?? 0) / HOUR_MS)),
    tradeCode: rows.map(({ sector }) =>
      knowledge.showsContents(sector.id) ? tradeDigits(sector) : UNKNOWN_TRADE,
    ),
    names: Object.fromEntries(
      rows.flatMap(({ sector }) => {
        const name = knowledge.showsContents(sector.id) ? sector.stations[0]?.name : undefined;
        return name === undefined ? [] : [[String(sector.number), name]];
      }),
    ),
    edges: edgesOf(
      view,
      rows.map(({ sector }) => sector),
    ),
    clusters: [...clusters].map((cluster) => ({
      index: cluster.index,
      name: cluster.name,
      x: cluster.centerX,
      y: cluster.centerY,
      z: cluster.centerZ,
    })),
    nebulae: nebulaeOf(view, clusters),
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
  return code === undefined
    ? UNKNOWN_TRADE
    : [...code].reduce((sum, letter) => sum * 4 + (DIGIT[letter] ?? 0), 0);
};

/** Flat quadruples from, to, kind, oneway of every warp the knowledge reveals; a two-way link stands once. */
const edgesOf = ({ atlas, region, knowledge }: ChartView, sectors: readonly AtlasSector[]): number[] => {
  const edges: number[] = [];
  const links = new Set<number>();
  const isRevealed = (warp: AtlasWarp): boolean => !warp.isHidden || knowledge.hiddenWarps.has(warp.id);
  for (const sector of sectors) {
    const isSeenHere = knowledge.levelOf(sector.id) >= SCANNED;
    for (const warp of sector.warps) {
      const target = atlas.sector(warp.to);
      if (target?.region !== region || !isRevealed(warp) || links.has(warp.linkId)) continue;
      const isSeenThere = !warp.isOneWay && knowledge.levelOf(warp.to) >= SCANNED;
      if (!isSeenHere && !isSeenThere) continue;
      links.add(warp.linkId);
      edges.push(sector.number, target.number, WARP_KINDS.indexOf(warp.kind), warp.isOneWay ? 1 : 0);
    }
  }
  return edges;
};

/**
 * The nebulae of some clusters as far as their cores were seen; the cores of a whole cluster count, also
 * where only a few of its sectors are asked for.
 */
const nebulaeOf = (
  { atlas, region, knowledge }: ChartView,
  clusters: ReadonlySet<AtlasCluster>,
): RegionChart['nebulae'] => {
  const cores = Map.groupBy(
    atlas
      .sectorsOf(region)
      .filter((sector) => sector.type === 'nebula' && clusters.has(sector.cluster))
      .filter((sector) => knowledge.levelOf(sector.id) >= SCANNED),
    (sector) => sector.cluster,
  );
  return [...cores].flatMap(([cluster, sectors]) => {
    const { index, nebulaKind: kind, centerX: x, centerY: y } = cluster;
    if (kind === null) return [];
    const radius = Math.max(...sectors.map((sector) => Math.hypot(sector.x - x, sector.y - y)));
    return [{ cluster: index, kind, x, y, radius: Math.ceil(radius) }];
  });
};
