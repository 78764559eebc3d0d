import type { AlertKey } from '@sw/contracts';
import { shelterEndsAt, shelterWarningAt } from '@sw/rules';
import type { Atlas, AtlasStation } from '../universe/index.ts';
import type { PlayerRow, ShipRow } from './player-row.ts';
import { isProtectedNewcomer } from './player-state.ts';

const NOBODY_SPECIAL = { isNewcomer: false, isPod: false, isInTransit: false };

/** Whether a station shelters docked ships for some hours only (rule book, economy 2.5). */
export const isOpenDock = (atlas: Atlas, station: AtlasStation): boolean =>
  endAt(atlas, station, NOBODY_SPECIAL, 0) !== null;

const endAt = (
  atlas: Atlas,
  station: AtlasStation,
  guest: typeof NOBODY_SPECIAL,
  lastActionAtMs: number,
): number | null => {
  const sector = atlas.sector(station.sectorId);
  if (sector === undefined) return null;
  const { kind: zone, security } = sector.zone;
  const place = { facility: station.facility, zone, security, isSanctuary: sector.isProtected };
  return shelterEndsAt(place, guest, lastActionAtMs);
};

/**
 * When the shelter of a docked ship ends; null where it does not. A newcomer's lasts at least as long as his
 * protection, so that its end too can be told an hour before.
 */
export const shelterEndOf = (
  atlas: Atlas,
  player: Pick<PlayerRow, 'lastActiveAt' | 'newcomerUntil' | 'lifetimeTurnsSpent'>,
  ship: Pick<ShipRow, 'status' | 'stationId' | 'dockedAt' | 'type'>,
  nowMs: number,
): number | null => {
  const station =
    ship.status !== 'docked' || ship.stationId === null ? undefined : atlas.station(ship.stationId);
  if (station === undefined) return null;
  const lastActionAtMs = Math.max(player.lastActiveAt.getTime(), ship.dockedAt?.getTime() ?? 0);
  const guest = { ...NOBODY_SPECIAL, isPod: ship.type === 'escape_pod' };
  const endMs = endAt(atlas, station, guest, lastActionAtMs);
  if (endMs === null || !isProtectedNewcomer(player, nowMs)) return endMs;
  return Math.max(endMs, player.newcomerUntil?.getTime() ?? 0);
};

/** The open alerts of a player: today only that the shelter of his ship ends soon. */
export const presentAlerts = (
  atlas: Atlas,
  player: PlayerRow,
  ship: ShipRow,
  nowMs: number,
): {
  id: string;
  kind: string;
  severity: 'warning';
  key: AlertKey;
  params: Record<string, string>;
  link: null;
  at: string;
}[] => {
  const endMs = shelterEndOf(atlas, player, ship, nowMs);
  if (endMs === null || nowMs < shelterWarningAt(endMs)) return [];
  return [
    {
      id: ship.id,
      kind: 'system',
      severity: 'warning',
      key: 'shelter_ending',
      params: {
        station: atlas.station(ship.stationId ?? '')?.name ?? '',
        until: new Date(endMs).toISOString(),
      },
      link: null,
      at: new Date(shelterWarningAt(endMs)).toISOString(),
    },
  ];
};
