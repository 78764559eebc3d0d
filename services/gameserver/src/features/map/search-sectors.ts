import type { QueryOf, ReplyOf, searchMap } from '@sw/contracts';
import type { KnowledgeLevel, TableEntry } from '@sw/rules';
import { presentKnownStation } from '../knowledge/index.ts';
import type { AtlasSector } from '../universe/index.ts';

export type SearchHit = ReplyOf<typeof searchMap>['items'][number];
type Query = QueryOf<typeof searchMap>;

/** What a search may look into: the player's own knowledge and marks. */
export interface SearchGround {
  readonly sectors: Iterable<AtlasSector>;
  readonly levelOf: (sectorId: number) => KnowledgeLevel;
  /** Whether he knows what is there, not only what kind of sector it is. */
  readonly showsContents: (sectorId: number) => boolean;
  readonly wayTo: (sectorId: number) => TableEntry | null;
  readonly labels: ReadonlyMap<number, string>;
  readonly notes: ReadonlyMap<number, string>;
}

const MAX_HITS = 50;
const SEEN = 2;
const VISITED = 3;
const FAR = Number.POSITIVE_INFINITY;

/** Sectors the player knows that hold what he asks for, the nearest by turns first (rule book, world 12.3). */
export const searchSectors = (ground: SearchGround, query: Query): SearchHit[] => {
  const words = (query.q ?? '').trim().toLowerCase();
  const { within } = query;
  const hits: SearchHit[] = [];
  for (const sector of ground.sectors) {
    const level = ground.levelOf(sector.id);
    if (level === 0 || !hasFeature(ground, sector, level, query.has)) continue;
    const match = words === '' ? null : matchOf(ground, sector, level, words);
    if (words !== '' && match === null) continue;
    const way = ground.wayTo(sector.id);
    if (within !== undefined && (way === null || way.hops > within)) continue;
    hits.push(presentHit(ground, sector, level, { way, match }));
  }
  return hits
    .sort((a, b) => rankOf(a) - rankOf(b) || (a.turns ?? FAR) - (b.turns ?? FAR) || a.sectorId - b.sectorId)
    .slice(0, MAX_HITS);
};

/** Who asks for a number means the sector of that number, however far it is. */
const rankOf = ({ match }: SearchHit): number => (match === 'number' ? 0 : 1);

const hasFeature = (
  { showsContents }: SearchGround,
  { id, stations, planets }: AtlasSector,
  level: KnowledgeLevel,
  has: Query['has'],
): boolean => {
  if (has === undefined) return true;
  if (has === 'unexplored') return level < VISITED;
  if (!showsContents(id)) return false;
  if (has === 'planet') return planets.length > 0;
  return stations.some((station) => {
    if (has === 'station') return true;
    if (has === 'shipyard') return station.services.includes('ship_dealer');
    return `class:${station.stationClass}` === has;
  });
};

const matchOf = (
  { labels, notes, showsContents }: SearchGround,
  sector: AtlasSector,
  level: KnowledgeLevel,
  words: string,
): SearchHit['match'] => {
  const holds = (text: string | undefined): boolean => text?.toLowerCase().includes(words) === true;
  if (String(sector.number) === words || sector.code.toLowerCase() === words) return 'number';
  if (holds(labels.get(sector.id))) return 'bookmark';
  if (level >= SEEN && holds(sector.name)) return 'sector';
  if (showsContents(sector.id)) {
    if (sector.stations.some(({ name }) => holds(name))) return 'station';
    if (sector.planets.some(({ name }) => holds(name))) return 'planet';
  }
  return holds(notes.get(sector.id)) ? 'note' : null;
};

const presentHit = (
  ground: SearchGround,
  sector: AtlasSector,
  level: KnowledgeLevel,
  { way, match }: { readonly way: TableEntry | null; readonly match: SearchHit['match'] },
): SearchHit => {
  const isSeen = level >= SEEN;
  return {
    sectorId: sector.id,
    number: sector.number,
    code: sector.code,
    regionName: sector.region.name,
    name: isSeen ? sector.name : null,
    level: level as 1 | 2 | 3,
    type: isSeen ? sector.type : null,
    station: presentKnownStation(sector, ground),
    planets: ground.showsContents(sector.id) ? sector.planets.length : null,
    turns: way?.turns ?? null,
    hops: way?.hops ?? null,
    match,
  };
};
