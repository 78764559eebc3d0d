import type { RandomStream } from '../random/index.ts';
import { chooseBlackMarkets } from './black-markets.ts';
import { assignClasses } from './class-assignment.ts';
import type { DraftContext, Topology } from './draft.ts';
import { pickOne, pickWeighted } from './draw.ts';
import type { NameBook } from './names.ts';
import { drawPlaceName, drawStationName, newNameBook } from './names.ts';
import type { Sites } from './sites.ts';
import { stockMarket } from './station-market.ts';
import { defaultSecurityTier, defaultServices } from './station-services.ts';
import type { StationRole, StationSite } from './station-sites.ts';
import { placeStations } from './station-sites.ts';
import { NO_FACTION_PERCENT, STATION_SIZE, STATION_TYPES } from './station-tables.ts';
import type { Surroundings } from './surroundings.ts';
import type { Facility, RegionKind, StationPlan, StationType, ZoneFaction, ZoneKind } from './types.ts';
import { securityOf, ZONES } from './zone-tables.ts';

const CAPITAL_STATION_NAMES: Readonly<Partial<Record<RegionKind, string>>> = {
  central_nexus: 'Nexus Central',
  terran_space: 'Sol Station',
};

/** Phase 12: every station of the region with its market, ordered by sector number. */
export function planStations(
  context: DraftContext,
  topology: Topology,
  sites: Sites,
  surroundings: Surroundings,
): StationPlan[] {
  const stations = placeStations(context, topology, sites, surroundings);
  const classes = assignClasses(context, topology, sites, surroundings, stations);
  const blackMarkets = chooseBlackMarkets(context, topology, stations);
  const traits = context.stream('station_traits');
  const factions = context.stream('station_factions');
  const markets = context.stream('station_markets');
  const names = context.stream('station_names');
  const book = newNameBook();

  return stations.map((site, index) => {
    const { sector, role, facility } = site;
    const stationClass = classes[index]!;
    const isBlackMarket = blackMarkets.has(sector);
    const flavour = pickWeighted(traits, STATION_TYPES[stationClass]);
    const type = stationType(flavour, facility, isBlackMarket);
    const size = rollSize(traits, role);
    const zone = topology.zoneOf[sector]!;
    const market = stockMarket(markets, stationClass, facility, size);
    const isOpen = securityOf(ZONES[zone].policing) === 'open' && !sites.sanctuaries.has(sector);
    return {
      sectorNumber: sector + 1,
      name: nameStation(names, book, context.input.regionKind, site, type),
      stationClass,
      facility,
      size,
      type,
      faction: rollFaction(factions, zone, role, isBlackMarket),
      securityTier: defaultSecurityTier(stationClass, facility, isOpen),
      services: defaultServices({ stationClass, facility, type, market }),
      isBlackMarket,
      market,
    };
  });
}

function stationType(flavour: StationType, facility: Facility, isBlackMarket: boolean): StationType {
  if (isBlackMarket) {
    return 'black_market';
  }
  if (facility === 'spacedock') {
    return 'shipyard';
  }
  return facility === 'tradedock' ? 'trading' : flavour;
}

/** 3 to 7, mostly 5; the stations every newcomer meets keep the standard size. */
function rollSize(stream: RandomStream, role: StationRole): number {
  const rolled = STATION_SIZE.least + stream.roll(STATION_SIZE.spread) + stream.roll(STATION_SIZE.spread);
  return role === 'ordinary' || role === 'hub' ? rolled : STATION_SIZE.standard;
}

/** A fifth of the stations has no faction; black markets never have one, capitals always the first of the zone. */
function rollFaction(
  stream: RandomStream,
  zone: ZoneKind,
  role: StationRole,
  isBlackMarket: boolean,
): ZoneFaction | null {
  const { factions } = ZONES[zone];
  const isFree = stream.roll(100) < NO_FACTION_PERCENT;
  const rolled = pickOne(stream, factions);
  if (role === 'capital') {
    return factions[0] ?? null;
  }
  return isFree || isBlackMarket ? null : rolled;
}

function nameStation(
  stream: RandomStream,
  book: NameBook,
  regionKind: RegionKind,
  { role, facility }: StationSite,
  type: StationType,
): string {
  if (role === 'capital') {
    return book.claim(() => CAPITAL_STATION_NAMES[regionKind] ?? `${drawPlaceName(stream)} Capital Hub`);
  }
  if (facility !== 'none') {
    const kind = facility === 'spacedock' ? 'SpaceDock' : 'TradeDock';
    return book.claim(() => `${drawPlaceName(stream)} ${kind}`);
  }
  if (role === 'gateway') {
    return book.claim(() => `${drawPlaceName(stream)} Gateway`);
  }
  return book.claim(() => drawStationName(stream, type));
}
