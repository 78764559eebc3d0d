import type { CargoKind, getPlayerState, ReplyOf } from '@sw/contracts';
import type { TurnsNow } from './turns-now.ts';
import { turnsNow } from './turns-now.ts';

export type PlayerStateView = ReplyOf<typeof getPlayerState>;

export interface StatusView {
  readonly turns: TurnsNow & { readonly cap: number; readonly isLow: boolean };
  readonly credits: bigint;
  readonly hold: {
    readonly used: number;
    readonly capacity: number;
    readonly segments: readonly { readonly commodity: CargoKind; readonly quantity: number }[];
  } | null;
  /** Whole percent, rounded down: a scratch is never 100. */
  readonly hullPct: number | null;
  readonly shieldPct: number | null;
  readonly drones: { readonly aboard: number; readonly bays: number } | null;
  readonly place: {
    readonly number: number;
    readonly zone: NonNullable<PlayerStateView['location']>['zone'];
  } | null;
}

const percent = (part: number, whole: number): number => (whole > 0 ? Math.floor((part * 100) / whole) : 100);

/** What the status bar shows of a player's state at `nowMs`; `lowTurns` is the warning line of the settings. */
export function statusOf(state: PlayerStateView, nowMs: number, lowTurns: number): StatusView {
  const { ship, location } = state;
  const turns = turnsNow(state.turns, nowMs);
  return {
    turns: { ...turns, cap: state.turns.cap, isLow: turns.turns < lowTurns },
    credits: state.credits,
    hold:
      ship === null ? null : { used: ship.cargoUsed, capacity: ship.cargoCapacity, segments: state.cargo },
    hullPct: ship === null ? null : percent(ship.hull, ship.maxHull),
    shieldPct: ship === null || ship.maxShields === 0 ? null : percent(ship.shields, ship.maxShields),
    drones: ship === null || ship.droneBays === 0 ? null : { aboard: ship.drones, bays: ship.droneBays },
    place: location === null ? null : { number: location.sectorNumber, zone: location.zone },
  };
}
