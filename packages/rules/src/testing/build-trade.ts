import type {
  DockingStation,
  DockState,
  MarketRow,
  TradeContext,
  TradeState,
  TradeStation,
} from '../economy/index.ts';
import { commodityOf } from '../economy/index.ts';

/** A moment on a full hour. */
export const NOON = 1_800_000_000_000;

/** A market of ore at rest: settled to NOON, no drift. */
export function buildMarket(overrides: Partial<MarketRow> = {}): MarketRow {
  const { capacity, flowPerHour } = commodityOf(overrides.commodity ?? 'ore');
  return {
    commodity: 'ore',
    direction: 'sells',
    stock: Math.floor(capacity * 0.85),
    capacity,
    targetBp: overrides.direction === 'buys' ? 1_500 : 8_500,
    flowPerHour,
    regenAcc: 0,
    driftBp: 0,
    asOfMs: NOON,
    frozenUntilMs: null,
    version: 7,
    ...overrides,
  };
}

/** An unowned Agricultural Center in a region with 10 % tax. */
export function buildStation(overrides: Partial<TradeStation> = {}): TradeStation {
  return {
    id: 'station-a',
    stationClass: 2,
    facility: 'none',
    status: 'operational',
    isOwned: false,
    isOwn: false,
    tariffBp: 0,
    regionTaxBp: 1_000,
    frozenUntilMs: null,
    ...overrides,
  };
}

/** A trader with 10,000 cr and an empty hold of 50, docked at a station that sells ore and buys organics. */
export function buildTradeState(overrides: Partial<TradeState> = {}): TradeState {
  return {
    hasActiveShip: true,
    dockedStationId: 'station-a',
    credits: 10_000n,
    hold: { capacity: 50, colonistsPerUnit: 10, items: [] },
    station: buildStation(),
    markets: [buildMarket(), buildMarket({ commodity: 'organics', direction: 'buys', stock: 450 })],
    ...overrides,
  };
}

/** A recruit without modifiers at NOON. */
export function buildTradeContext(overrides: Partial<TradeContext> = {}): TradeContext {
  return {
    nowMs: NOON,
    economySecret: Uint8Array.of(1, 2, 3),
    advantage: { rankLevel: 0, standing: null, personalReputation: 0 },
    ...overrides,
  };
}

/** A basic station of the Federation. */
export function buildDockingStation(overrides: Partial<DockingStation> = {}): DockingStation {
  return {
    id: 'station-a',
    sectorId: 12,
    status: 'operational',
    disabledUntilMs: null,
    minStanding: -499,
    isOwned: false,
    securityTier: 'basic',
    dockingFeeBp: 10_000,
    facility: 'none',
    zone: 'federation',
    security: 'protected',
    isSanctuary: false,
    ...overrides,
  };
}

/** A Light Freighter in flight beside the station, long after its owner's first login. */
export function buildDockState(overrides: Partial<DockState> = {}): DockState {
  return {
    ship: { type: 'light_freighter', status: 'in_space', sectorId: 12, stationId: null, dockedAtMs: null },
    station: buildDockingStation(),
    isInTransit: false,
    turns: { turns: 500, anchorMs: NOON, frac: 0 },
    turnCap: 1_000,
    turnMultiplierBp: 10_000,
    credits: 1_000n,
    standing: 0,
    isDenied: false,
    isNewcomer: false,
    lastEngagementAtMs: null,
    lastAttackAtMs: null,
    firstLoginAtMs: 0,
    hasDocked: true,
    lastFeeWaivedAtMs: null,
    ...overrides,
  };
}
