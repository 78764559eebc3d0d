import { sectorName } from '../app/sector-name.ts';
import type { Translate } from '../app/text.ts';
import type { SceneTradeCode, SceneView } from '../scene/index.ts';
import { compassOf } from './compass.ts';
import { tradeCodeText, tradeSidesOf } from './trade-sides.ts';
import type { SectorView, WarpRow } from './warp-list.ts';

export interface SceneWords {
  readonly t: Translate;
  /** Why a warp cannot be taken, in words. */
  readonly reason: (row: WarpRow) => string | undefined;
}

/** Optional members are left out where nothing is known, never set to undefined. */
const given = <T extends object>(members: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never;

function tradeCode(code: string | null | undefined, t: Translate): SceneTradeCode | undefined {
  if (code === null || code === undefined) return undefined;
  const sides = tradeSidesOf(code);
  return { sides, label: tradeCodeText(sides, t) };
}

/** What the window shows of a sector: words and shapes, no price and no server type. */
export function sceneViewOf(
  sector: SectorView,
  warps: readonly WarpRow[],
  { t, reason }: SceneWords,
): SceneView {
  return {
    sectorId: sector.id,
    sectorNumber: sector.number,
    name: sectorName(sector, sector.stations?.[0]?.name),
    type: sector.type ?? 'standard',
    hazard: sector.hazard ?? 0,
    zone: sector.zone,
    nebula:
      sector.nebulaKind === null || sector.nebulaDensity === null
        ? null
        : { kind: sector.nebulaKind, density: sector.nebulaDensity },
    planets: (sector.planets ?? []).map((planet) => ({
      id: planet.id,
      name: planet.name,
      type: planet.type,
      size: planet.size,
      note: t('game:planet_note', {
        type: t(`common:planet_type.${planet.type}`),
        habitability: planet.habitability,
      }),
    })),
    stations: (sector.stations ?? []).map((station) => ({
      id: station.id,
      name: station.name,
      stationClass: station.stationClass,
      facility: station.facility,
      note: t('game:station_class', { name: stationClassName(station.stationClass, t) }),
      tradeCode: tradeCode(station.tradeCode, t) as SceneTradeCode,
    })),
    contacts: (sector.contacts?.items ?? []).map((contact) => ({
      id: contact.playerId,
      name: contact.name,
      shipType: contact.shipType,
      isHostile: false,
    })),
    adrift: (sector.adrift ?? []).map(({ kind, name }) => ({ name, note: t(`game:here.${kind}`) })),
    warps: warps.map((row) =>
      given({
        id: row.id,
        key: row.hotkey,
        number: row.option.number,
        name: sectorName(row.option, row.option.station?.name),
        kind: row.option.kind,
        bearingDeg: compassOf(row.option.bearing),
        turns: row.option.cost,
        tradeCode: tradeCode(row.option.station?.tradeCode, t),
        hazard: row.option.hazard ?? undefined,
        isVisited: row.option.level === 3,
        isOneWay: row.option.oneWay,
        disabledReason: reason(row),
      }),
    ) as SceneView['warps'],
  };
}

const CLASSES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;

/** Name of a station class; one this build does not know is called by its number. */
export function stationClassName(stationClass: number, t: Translate): string {
  const known = CLASSES.find((entry) => entry === stationClass);
  return known === undefined
    ? t('game:class_number', { number: stationClass })
    : t(`common:station_class.${known}`);
}
