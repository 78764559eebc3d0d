import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import type { ActionDescriptor } from '@sw/rules';
import {
  checkIngress,
  describeMove,
  moveCost,
  SHIP_TYPES,
  scannerRangeOf,
  sectorEffects,
  warpOptions,
} from '@sw/rules';
import { presentAction } from '../../http/present-action.ts';
import { movingShipOf } from '../courses/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { presentKnownStation } from '../knowledge/index.ts';
import type { SettledTurns, ShipRow } from '../player/index.ts';
import { buildOf, presentSectorSummary } from '../player/index.ts';
import type { Entry } from '../region-entry/index.ts';
import type { Atlas, AtlasSector, AtlasStation } from '../universe/index.ts';
import { bearingOf } from './bearing.ts';

type SectorView = ReplyOf<(typeof PLAYER_ENDPOINTS)['getSector']>;
type MoveOption = NonNullable<SectorView['warps']>[number];
type StationSummary = NonNullable<SectorView['stations']>[number];

/** Who looks, and from where. */
export interface Viewer {
  readonly ship: ShipRow;
  readonly turns: SettledTurns;
  readonly knowledge: Knowledge;
  /** When he last was in the sectors he has visited. */
  readonly seenAt: ReadonlyMap<number, Date>;
  /** How the regions behind the links of this sector receive him, by their gateway. */
  readonly entries: ReadonlyMap<number, Entry>;
}

/** The facts of a station that change: read with the sector. */
export interface StationFacts {
  readonly status: StationSummary['status'];
  readonly tariffBp: number;
  readonly ownerName: string | null;
}

/** Every warp the viewer can see from his sector, cheapest knowledge first: by target number. */
export const presentMoves = (atlas: Atlas, viewer: Viewer, nowMs: number): MoveOption[] => {
  const { ship, turns, knowledge } = viewer;
  const origin = atlas.sector(ship.sectorId);
  if (origin === undefined) return [];
  const hull = movingShipOf(ship);
  return warpOptions(atlas.graph, ship.sectorId, knowledge.hiddenWarps)
    .flatMap((option): MoveOption[] => {
      const target = atlas.sector(option.to);
      const warp = atlas.warp(option.id);
      if (target === undefined || warp === undefined) return [];
      const cost = moveCost(hull, option, target, origin);
      const entry = option.kind === 'nexus_link' ? viewer.entries.get(option.to) : undefined;
      const action = describeMove(
        {
          status: ship.status,
          turns: turns.state,
          turnCap: turns.cap,
          turnMultiplierBp: turns.multiplierBp,
          cost,
          blocked: entry === undefined ? null : checkIngress(entry.ingress),
        },
        nowMs,
      );
      return [
        presentMove(viewer, origin, target, {
          warpId: option.id,
          kind: option.kind,
          isOneWay: warp.isOneWay,
          cost,
          toll: entry?.toll ?? 0n,
          action,
        }),
      ];
    })
    .sort((a, b) => a.regionName.localeCompare(b.regionName) || a.number - b.number || a.warpId - b.warpId);
};

const presentMove = (
  { knowledge, seenAt, turns }: Viewer,
  origin: AtlasSector,
  target: AtlasSector,
  option: {
    warpId: number;
    kind: MoveOption['kind'];
    isOneWay: boolean;
    cost: number;
    toll: bigint;
    action: ActionDescriptor;
  },
): MoveOption => {
  const level = knowledge.levelOf(target.id) || 1;
  const isSeen = level >= 2;
  return {
    warpId: option.warpId,
    to: target.id,
    number: target.number,
    code: target.code,
    regionName: target.region.name,
    kind: option.kind,
    cost: option.cost,
    toll: option.toll,
    oneWay: option.isOneWay,
    bearing: bearingOf(origin, target),
    level: level as 1 | 2 | 3,
    name: isSeen ? target.name : null,
    type: isSeen ? target.type : null,
    hazard: isSeen ? target.hazard : null,
    seenAt: seenAt.get(target.id)?.toISOString() ?? null,
    station: presentKnownStation(target, knowledge),
    affordable: turns.state.turns >= option.cost,
    blocked: option.action.reason,
    actions: [presentAction(option.action)],
  };
};

/** The shape `stationSummary` of the contracts. */
export const presentStation = (
  station: AtlasStation,
  facts: StationFacts | undefined,
  actions: readonly ActionDescriptor[],
): StationSummary => ({
  id: station.id,
  name: station.name,
  sectorId: station.sectorId,
  stationClass: station.stationClass,
  facility: station.facility,
  tradeCode: station.tradeCode,
  faction: station.faction,
  ownerName: facts?.ownerName ?? null,
  tariffBp: facts?.tariffBp ?? 0,
  services: [...station.services],
  status: facts?.status ?? 'operational',
  actions: actions.map(presentAction),
});

const resourcesOf = (richness: number): 'none' | 'poor' | 'fair' | 'rich' => {
  if (richness === 0) return 'none';
  if (richness <= 3) return 'poor';
  return richness <= 6 ? 'fair' : 'rich';
};

/** What the terrain does to the viewer's ship. */
const effectsOn = (sector: AtlasSector, ship: ShipRow): SectorView['effects'] => {
  const build = buildOf(ship);
  return sectorEffects(sector, build, SHIP_TYPES[ship.type].agility, scannerRangeOf(build, ship.fault));
};

/** A sector at the viewer's level: what the level does not reveal is null. */
export const presentSector = (
  sector: AtlasSector,
  viewer: Viewer,
  content: {
    readonly isLive: boolean;
    readonly stations: StationSummary[];
    readonly warps: MoveOption[] | null;
    readonly contacts: SectorView['contacts'];
    readonly adrift: SectorView['adrift'];
    readonly actions: readonly ActionDescriptor[];
  },
): SectorView => {
  const level = viewer.knowledge.levelOf(sector.id) as 1 | 2 | 3;
  const isSeen = level >= 2;
  const isShown = viewer.knowledge.showsContents(sector.id);
  return {
    ...presentSectorSummary(sector),
    name: isSeen ? sector.name : sector.code,
    level,
    live: content.isLive,
    seenAt: viewer.seenAt.get(sector.id)?.toISOString() ?? null,
    x: sector.x,
    y: sector.y,
    z: sector.z,
    cluster: sector.cluster.name,
    isProtected: sector.isProtected,
    type: isSeen ? sector.type : null,
    hazard: isSeen ? sector.hazard : null,
    nebulaDensity: isSeen ? sector.nebulaDensity : null,
    nebulaKind: isSeen && sector.type === 'nebula' ? sector.cluster.nebulaKind : null,
    effects: isSeen ? effectsOn(sector, viewer.ship) : [],
    resources: isShown ? resourcesOf(sector.richness) : null,
    stations: isShown ? content.stations : null,
    planets: isShown ? sector.planets.map(({ sectorId: _sectorId, ...planet }) => planet) : null,
    warps: content.warps,
    contacts: content.contacts,
    adrift: content.adrift,
    actions: content.actions.map(presentAction),
  };
};
