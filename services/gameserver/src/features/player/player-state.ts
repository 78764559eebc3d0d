import type { ConditionState, ShieldState, ShipBuild, TurnState, UpgradeLevels } from '@sw/rules';
import {
  effectiveStats,
  fullAt,
  hullPace,
  isNewcomer,
  nextTurnInMs,
  ratePerHourX100,
  reputationTierOf,
  SHIP_TYPES,
  settleCondition,
  settleShields,
  settleTurns,
  towedSizeOf,
  turnCap,
  turnMultiplierBp,
} from '@sw/rules';
import type { PlayerRow, ShipRow, UpgradeColumns } from './player-row.ts';

/** The turn pool of a player, settled to `nowMs`, with what bounds it. */
export interface SettledTurns {
  /** As stored, before settling. */
  readonly before: TurnState;
  readonly state: TurnState;
  readonly cap: number;
  readonly multiplierBp: number;
}

/** Reads and settles the turns of a row; nothing is written. */
export const settledTurnsOf = (player: PlayerRow, nowMs: number): SettledTurns => {
  const before = {
    turns: player.turns,
    anchorMs: Number(player.turnsAnchorMs),
    frac: Number(player.turnsFrac),
  };
  const cap = turnCap(player.rankLevel);
  const multiplierBp = turnMultiplierBp({ ariaTrustLevel: player.ariaTrustLevel });
  return { before, state: settleTurns(before, nowMs, cap, multiplierBp), cap, multiplierBp };
};

/** The shape `turnsView` of the contracts, for a settled pool. */
export const presentTurns = ({ state, cap, multiplierBp }: Omit<SettledTurns, 'before'>) => {
  const full = fullAt(state, cap, multiplierBp);
  return {
    turns: state.turns,
    cap,
    ratePerHourX100: ratePerHourX100(multiplierBp),
    multiplierBp,
    nextTurnInMs: nextTurnInMs(state, cap, multiplierBp),
    fullAt: full === null ? null : new Date(full).toISOString(),
  };
};

const levelsOf = (ship: UpgradeColumns): UpgradeLevels => ({
  engine: ship.engineLevel,
  cargo_hold: ship.cargoHoldLevel,
  shield: ship.shieldLevel,
  hull: ship.hullLevel,
  sensor: ship.sensorLevel,
  drone_bay: ship.droneBayLevel,
  genesis_containment: ship.genesisContainmentLevel,
  maintenance_system: ship.maintenanceSystemLevel,
});

/** Hull type, upgrades and equipment of a ship: what its effective stats and its pace follow from. */
export const buildOf = (
  ship: UpgradeColumns & Pick<ShipRow, 'type' | 'modules' | 'towType'>,
): Required<ShipBuild> => ({
  type: ship.type,
  upgrades: levelsOf(ship),
  equipment: ship.modules.map(({ item }) => item),
  miningLaserLevel: ship.modules.find(({ item }) => item === 'mining_laser')?.level ?? 0,
  towSize: ship.towType === null ? null : towedSizeOf(ship.towType),
});

/** Shields and condition of a ship, settled to `nowMs`; a docked ship without its pilot wears at half the rate. */
export const settledShipOf = (
  ship: Omit<ShipRow, 'status' | 'ownerId'> & { readonly status: string },
  sectorType: string,
  nowMs: number,
  isPiloted = true,
): { readonly shields: ShieldState; readonly condition: ConditionState } => {
  const type = SHIP_TYPES[ship.type];
  return {
    shields: settleShields(
      { shields: ship.shields, shieldsAtMs: ship.shieldsAt.getTime(), shieldsAcc: Number(ship.shieldsAcc) },
      nowMs,
      {
        maxShields: effectiveStats(buildOf(ship)).maxShields,
        regenPerMin: type.shieldRegenPerMin,
        lastCombatAtMs: ship.lastCombatAt?.getTime() ?? null,
        regenerates: sectorType !== 'radiation_zone',
      },
    ),
    condition: settleCondition(
      {
        conditionMilli: ship.conditionMilli,
        conditionAtMs: ship.conditionAt.getTime(),
        conditionAcc: Number(ship.conditionAcc),
      },
      nowMs,
      {
        decayPercent: type.decayPercent,
        maintenanceLevel: ship.maintenanceSystemLevel,
        isParked: !isPiloted && ship.status === 'docked',
      },
    ),
  };
};

/** The shape `shipView` of the contracts. */
export const presentShip = (
  ship: Omit<ShipRow, 'status' | 'ownerId'>,
  live: {
    readonly shields: number;
    readonly hull: number;
    readonly conditionMilli: number;
    readonly cargoUsed?: number;
    readonly version?: number;
  },
) => {
  const build = buildOf(ship);
  const stats = effectiveStats(build);
  const pace = hullPace({ ...build, conditionMilli: live.conditionMilli, fault: ship.fault });
  return {
    id: ship.id,
    type: ship.type,
    name: ship.name,
    registration: ship.registration,
    hull: live.hull,
    maxHull: stats.maxHull,
    shields: live.shields,
    maxShields: stats.maxShields,
    conditionMilli: live.conditionMilli,
    fault: ship.fault,
    cargoUsed: live.cargoUsed ?? ship.cargoUsed,
    cargoCapacity: ship.cargoCapacity,
    drones: 0,
    droneBays: stats.droneBays,
    turnsPerWarp: pace.hull + pace.worn,
    towedType: ship.towType,
    isBound: ship.isBound,
    isLoaner: ship.isLoaner,
    version: live.version ?? ship.version,
  };
};

/** Whether newcomer protection still holds: it ends by time, by turns spent, or for good (rule book, README 7.4). */
export const isProtectedNewcomer = (
  player: Pick<PlayerRow, 'newcomerUntil' | 'lifetimeTurnsSpent'>,
  nowMs: number,
): boolean => isNewcomer(player.newcomerUntil?.getTime() ?? null, Number(player.lifetimeTurnsSpent), nowMs);

/** The shape `playerSummary` of the contracts. */
export const presentPlayer = (player: PlayerRow, nowMs: number) => ({
  id: player.id,
  callsign: player.callsign,
  rankLevel: player.rankLevel,
  rankPoints: player.rankPoints,
  reputationTier: reputationTierOf(player.personalReputation).key,
  personalReputation: player.personalReputation,
  teamId: null,
  teamTag: null,
  firstLoginState: player.firstLoginState,
  newcomerUntil: isProtectedNewcomer(player, nowMs) ? (player.newcomerUntil?.toISOString() ?? null) : null,
  suspectUntil: player.suspectUntil?.toISOString() ?? null,
  wantedUntil: player.wantedUntil?.toISOString() ?? null,
  ariaTrustLevel: player.ariaTrustLevel,
});
