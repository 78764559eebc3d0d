import type { DockingTow, DockState } from '@sw/rules';
import type { PlayerRow, ShipRow } from '../player/index.ts';
import { isProtectedNewcomer, settledTurnsOf } from '../player/index.ts';
import type { AtlasSector } from '../universe/index.ts';
import type { DockStationRow } from './docking.repository.ts';

/** What the rules decide docking and undocking on. */
export const dockStateOf = (
  rows: {
    readonly player: PlayerRow;
    readonly ship: ShipRow | undefined;
    readonly station: DockStationRow;
    readonly credits: bigint;
    readonly hasDocked: boolean;
    /** What it tows to its berth and away from it. */
    readonly tow?: DockingTow | null;
  },
  sector: AtlasSector,
  nowMs: number,
): DockState => {
  const { player, ship, station } = rows;
  const turns = settledTurnsOf(player, nowMs);
  return {
    ship:
      ship === undefined
        ? null
        : {
            type: ship.type,
            status: ship.status,
            sectorId: ship.sectorId,
            stationId: ship.stationId,
            dockedAtMs: ship.dockedAt?.getTime() ?? null,
          },
    tow: rows.tow ?? null,
    station: {
      id: station.id,
      sectorId: station.sectorId,
      status: station.status,
      disabledUntilMs: null,
      minStanding: station.minStanding,
      isOwned: station.ownerPlayerId !== null,
      securityTier: station.securityTier,
      dockingFeeBp: station.dockingFeeBp,
      facility: station.facility,
      zone: sector.zone.kind,
      security: sector.zone.security,
      isSanctuary: sector.isProtected,
    },
    isInTransit: false,
    turns: turns.before,
    turnCap: turns.cap,
    turnMultiplierBp: turns.multiplierBp,
    credits: rows.credits,
    standing: null,
    isDenied: false,
    isNewcomer: isProtectedNewcomer(player, nowMs),
    lastEngagementAtMs: ship?.lastCombatAt?.getTime() ?? null,
    lastAttackAtMs: null,
    firstLoginAtMs: player.createdAt.getTime(),
    hasDocked: rows.hasDocked,
    lastFeeWaivedAtMs: player.lastFeeWaivedOn?.getTime() ?? null,
  };
};
