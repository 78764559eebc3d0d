import { AUTOPILOT_HAZARD_STOP } from '../autopilot/constants.ts';
import { BANK_FEE_BP } from '../bank/bank.ts';
import {
  ACTIVE_PLAYER_TURNS,
  ACTIVE_PLAYER_WINDOW_MS,
  DOCK_FEES,
  FREE_FIRST_DOCKING_MS,
  HALF_SPREAD_BP,
  MAX_ADVANTAGE_BP,
  MAX_DRIFT_BP,
  MAX_MARKET_FACTOR_BP,
  MIN_ADVANTAGE_BP,
  MIN_MARKET_FACTOR_BP,
  MOORING_FREE_MS,
  MOORING_MAX,
  MOORING_PER_DAY,
  MOORING_WALLET_SHARE,
  PLAYERS_PER_DEPTH,
  SHELTER_MS,
  TRADE_DOCK_HALF_SPREAD_BP,
  TRADE_DOCK_MAX_ADVANTAGE_BP,
} from '../economy/constants.ts';
import {
  FIRST_SHIP_COURSE_HOPS,
  FIRST_SHIP_GOAL_TYPE,
  FIRST_SHIP_REWARD,
  FIRST_SHIP_STATIONS,
} from '../first-ship/constants.ts';
import { INTELLIGENCE_HOPS, INTELLIGENCE_MS, INTELLIGENCE_PRICE } from '../intelligence/intelligence.ts';
import {
  DEEP_SCAN_BASE_PERCENT,
  DEEP_SCAN_MAX_PERCENT,
  DEEP_SCAN_PERCENT_PER_RANGE,
  EXPLORATION_RANK_POINTS_PER_DAY,
  FIRST_DISCOVERY_CREDITS,
  FIRST_DISCOVERY_RANK_POINTS,
  FIRST_VISIT_RANK_POINTS,
  STALE_AFTER_MS,
} from '../knowledge/constants.ts';
import {
  CLUMSY_HULL_TURNS,
  ENGINE_LEVELS_PER_TURN,
  GATE_TURNS,
  HARMLESS_HAZARD,
  HULL_PERCENT_PER_HAZARD,
  NEXUS_LINK_TURNS,
  TRUNK_EXTRA_TURNS,
} from '../navigation/constants.ts';
import {
  FIRST_LOGIN_GRANT,
  FIRST_LOGIN_SHIP_TYPE,
  FULL_TRADE_RANK_POINTS_PER_DAY,
  NEWCOMER_MS,
  NEWCOMER_TURNS,
  PROFIT_PER_RANK_POINT,
  REDUCED_PROFIT_DIVISOR,
} from '../player/constants.ts';
import { ALERT_COOLDOWN_MS, ALERT_VISIT_MS } from '../price-alerts/constants.ts';
import { RARE_PER_DAY, RARE_PRICES } from '../rare-goods/constants.ts';
import { REFINE_FEE, REFINE_ORE, REFINE_PER_DAY } from '../refining/refine.ts';
import { ASSIST_LASTS_MS, ASSIST_REPUTATION, ASSISTS_REWARDED_A_DAY } from '../ships/assist.ts';
import {
  CARGO_PERCENT_PER_LEVEL,
  EVASION_PER_SENSOR_LEVEL,
  HULL_PERCENT_PER_LEVEL,
  MAINTENANCE_PERCENT_PER_LEVEL,
  SHIELD_PERCENT_PER_LEVEL,
} from '../ships/constants.ts';
import {
  CLAIMS_WINDOW_MS,
  PAYOUT_PERCENT,
  POLICY_MS,
  PREMIUM_PERCENT,
  WAITING_MS,
} from '../ships/insurance.ts';
import {
  CONTRACT_FEE_PERCENT,
  CONTRACT_HOPS_MAX,
  CONTRACT_HOPS_MIN,
  JOB_PAY_BASE,
  JOB_PAY_PER_HOP,
  JOB_WINDOW_MS,
  MAX_ACTIVE_CONTRACTS,
  MAX_PAID_JOBS,
} from '../station-contracts/constants.ts';
import { HALF_TRUSTED_MS, MAX_ROUTES, STOPS_BY_TRUST } from '../trade-routes/constants.ts';
import {
  MAX_TURN_MULTIPLIER_BP,
  MIN_TURN_MULTIPLIER_BP,
  START_TURNS,
  TURN_UNIT,
  WELCOME_BACK_AFTER_MS,
  WELCOME_BACK_MAX,
  WELCOME_BACK_PER_DAY,
} from '../turns/constants.ts';
import {
  RENT_DAY_MS,
  WAREHOUSE_BLOCK_UNITS,
  WAREHOUSE_GRACE_MS,
  WAREHOUSE_MAX_BLOCKS,
  WAREHOUSE_RENT,
} from '../warehouse/constants.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Single numbers the manual explains, by topic, in the unit its sentence shows: turns, credits, hours, days, percent;
 * `…Bp` are basis points.
 */
export const FACTS = {
  turns: {
    start: START_TURNS,
    perDay: Math.floor((DAY_MS * MIN_TURN_MULTIPLIER_BP) / TURN_UNIT),
    mostRateBp: MAX_TURN_MULTIPLIER_BP,
    awayAfterDays: WELCOME_BACK_AFTER_MS / DAY_MS,
    awayPerDay: WELCOME_BACK_PER_DAY,
    awayMost: WELCOME_BACK_MAX,
  },
  movement: {
    trunkExtra: TRUNK_EXTRA_TURNS,
    gate: GATE_TURNS,
    nexusLink: NEXUS_LINK_TURNS,
    engineLevelsPerTurn: ENGINE_LEVELS_PER_TURN,
    harmlessHazard: HARMLESS_HAZARD,
    hullPercentPerHazard: HULL_PERCENT_PER_HAZARD,
    clumsyHullTurns: CLUMSY_HULL_TURNS,
    stopHazard: AUTOPILOT_HAZARD_STOP,
  },
  scanning: {
    staleHours: STALE_AFTER_MS / HOUR_MS,
    deepBasePercent: DEEP_SCAN_BASE_PERCENT,
    deepPercentPerRange: DEEP_SCAN_PERCENT_PER_RANGE,
    deepMostPercent: DEEP_SCAN_MAX_PERCENT,
    visitRankPoints: FIRST_VISIT_RANK_POINTS,
    discoveryRankPoints: FIRST_DISCOVERY_RANK_POINTS,
    discoveryCredits: Number(FIRST_DISCOVERY_CREDITS),
    rankPointsPerDay: EXPLORATION_RANK_POINTS_PER_DAY,
  },
  trading: {
    halfSpreadBp: HALF_SPREAD_BP,
    dockHalfSpreadBp: TRADE_DOCK_HALF_SPREAD_BP,
    leastAdvantageBp: MIN_ADVANTAGE_BP,
    mostAdvantageBp: MAX_ADVANTAGE_BP,
    dockMostAdvantageBp: TRADE_DOCK_MAX_ADVANTAGE_BP,
    mostDriftBp: MAX_DRIFT_BP,
    leastFactorBp: MIN_MARKET_FACTOR_BP,
    mostFactorBp: MAX_MARKET_FACTOR_BP,
    activeTurns: ACTIVE_PLAYER_TURNS,
    activeDays: ACTIVE_PLAYER_WINDOW_MS / DAY_MS,
    playersPerDepth: PLAYERS_PER_DEPTH,
  },
  stations: {
    dockFees: Object.entries(DOCK_FEES).map(([size, fee]) => ({ size, credits: Number(fee) })),
    freeFirstDays: FREE_FIRST_DOCKING_MS / DAY_MS,
    mooringFreeHours: MOORING_FREE_MS / HOUR_MS,
    mooringPerDay: Number(MOORING_PER_DAY),
    mooringMost: Number(MOORING_MAX),
    mooringWalletPercent: Number(100n / MOORING_WALLET_SHARE),
    shelterHours: SHELTER_MS / HOUR_MS,
    bankFeeBp: BANK_FEE_BP,
  },
  prices: {
    halfTrustedHours: HALF_TRUSTED_MS / HOUR_MS,
    routes: MAX_ROUTES,
    stops: STOPS_BY_TRUST[0],
    alertVisitDays: ALERT_VISIT_MS / DAY_MS,
    alertSilentMinutes: ALERT_COOLDOWN_MS / MINUTE_MS,
    intelligenceHops: INTELLIGENCE_HOPS,
    intelligenceHours: INTELLIGENCE_MS / HOUR_MS,
    intelligencePrice: Number(INTELLIGENCE_PRICE),
  },
  counters: {
    blockUnits: WAREHOUSE_BLOCK_UNITS,
    mostBlocks: WAREHOUSE_MAX_BLOCKS,
    blockRent: Number(WAREHOUSE_RENT),
    graceDays: WAREHOUSE_GRACE_MS / RENT_DAY_MS,
    refineOre: REFINE_ORE,
    refineFee: Number(REFINE_FEE),
    refinePerDay: REFINE_PER_DAY,
    rareShard: Number(RARE_PRICES.quantum_shard),
    rareOre: Number(RARE_PRICES.prismatic_ore),
    rareCrystals: Number(RARE_PRICES.photonic_crystals),
    rarePerDay: RARE_PER_DAY,
    policyDays: POLICY_MS / DAY_MS,
    premiumPercent: Number(PREMIUM_PERCENT),
    payoutPercent: Number(PAYOUT_PERCENT),
    waitingHours: WAITING_MS / HOUR_MS,
    claimsDays: CLAIMS_WINDOW_MS / DAY_MS,
  },
  start: {
    credits: Number(FIRST_LOGIN_GRANT),
    shipType: FIRST_LOGIN_SHIP_TYPE,
    newcomerHours: NEWCOMER_MS / HOUR_MS,
    newcomerTurns: NEWCOMER_TURNS,
    stepReward: Number(FIRST_SHIP_REWARD),
    chainStations: FIRST_SHIP_STATIONS,
    chainHops: FIRST_SHIP_COURSE_HOPS,
    goalShipType: FIRST_SHIP_GOAL_TYPE,
  },
  upgrades: {
    cargoPercent: CARGO_PERCENT_PER_LEVEL,
    shieldPercent: SHIELD_PERCENT_PER_LEVEL,
    hullPercent: HULL_PERCENT_PER_LEVEL,
    evasionPerSensorLevel: EVASION_PER_SENSOR_LEVEL,
    maintenancePercent: MAINTENANCE_PERCENT_PER_LEVEL,
  },
  pods: {
    assistHours: ASSIST_LASTS_MS / HOUR_MS,
    assistReputation: ASSIST_REPUTATION,
    assistsRewardedADay: ASSISTS_REWARDED_A_DAY,
  },
  jobs: {
    hopsLeast: CONTRACT_HOPS_MIN,
    hopsMost: CONTRACT_HOPS_MAX,
    payBase: Number(JOB_PAY_BASE),
    payPerHop: Number(JOB_PAY_PER_HOP),
    feePercent: Number(CONTRACT_FEE_PERCENT),
    mostAtOnce: MAX_ACTIVE_CONTRACTS,
    mostPaid: MAX_PAID_JOBS,
    windowHours: JOB_WINDOW_MS / HOUR_MS,
  },
  ranks: {
    profitPerPoint: Number(PROFIT_PER_RANK_POINT),
    fullPointsPerDay: FULL_TRADE_RANK_POINTS_PER_DAY,
    reducedDivisor: Number(REDUCED_PROFIT_DIVISOR),
  },
} as const;
