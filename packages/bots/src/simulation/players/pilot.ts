import type {
  AccountId,
  CargoHold,
  FirstShipChain,
  SectorBitmap,
  ShipTypeKey,
  TurnState,
  UpgradeLevels,
} from '@sw/rules';
import { effectiveStats, emptyBitmap, START_TURNS, walletOf, withSector } from '@sw/rules';
import type { SimWorld } from '../world/world.ts';

/** How a simulated player decides. */
export const STRATEGY_KINDS = [
  'rule_trader',
  'screen_trader',
  'explorer',
  'optimiser',
  'hoarder',
  'fresh_account',
] as const;

export type StrategyKind = (typeof STRATEGY_KINDS)[number];

/** What a player remembers of a market he has seen at a dock. */
export interface PriceMemory {
  /** −1 = never. */
  readonly seenAtMs: Float64Array;
  readonly ask: Float64Array;
  readonly bid: Float64Array;
  readonly stock: Float64Array;
}

/** Turns of a player since he came: the turn ledger in sums. */
export interface TurnBook {
  regenerated: number;
  spent: number;
}

/** A player of the simulation. Always docked between two acts, except explorers, who may stop in space. */
export interface Pilot {
  readonly id: string;
  /** His place among all who ever came. */
  readonly number: number;
  readonly kind: StrategyKind;
  /** How far his likings move his choices, 0..1. */
  readonly taste: number;
  /** Sittings so far. */
  sittings: number;
  readonly wallet: AccountId;
  readonly joinedAtMs: number;
  /** Hours of the day in which he plays. */
  readonly hours: readonly number[];
  /** When an account is left for good; infinity for everybody but the swarm. */
  readonly leavesAtMs: number;
  shipType: ShipTypeKey;
  upgrades: UpgradeLevels;
  hold: CargoHold;
  readonly ownedShips: ShipTypeKey[];
  node: number;
  /** Index of the station he is docked at, −1 in space. */
  station: number;
  dockedAtMs: number;
  hasDocked: boolean;
  lastFeeWaivedAtMs: number | null;
  turns: TurnState;
  readonly turnBook: TurnBook;
  chain: FirstShipChain | null;
  readonly visited: Uint8Array;
  /** The same as a chart of the game. */
  chart: SectorBitmap;
  landmarksToday: number;
  /** When each job of the last day was paid. */
  paidJobsAtMs: readonly number[];
  readonly knowsStation: Uint8Array;
  readonly memory: PriceMemory;
  rankLevel: number;
  rankPoints: number;
  profitCarry: number;
  tradePointsToday: number;
  explorePointsToday: number;
  tradeProfit: bigint;
  /** Credits spent on hulls and upgrades, which are no loss. */
  invested: bigint;
  /** Running income per turn: what a turn is worth to him. */
  turnValue: number;
  /** Where the goods on board are meant for, −1 = nowhere. */
  destination: number;
  /** Turns spent when he could first pay for a hull of the ladder. */
  readonly couldPay: Map<ShipTypeKey, number>;
  /** Scouting since his last expedition, in turns. */
  scoutedTurns: number;
  lastTradeAtMs: number;
}

export interface NewPilot {
  readonly id: string;
  readonly number: number;
  readonly kind: StrategyKind;
  readonly hours: readonly number[];
  readonly joinedAtMs: number;
  readonly leavesAtMs?: number;
}

const STARTER = 'light_freighter';
const FIRST_TURN_VALUE = 30;
const TASTE = 0.25;

/** A player as first login leaves him, before the grant is paid: docked at the capital in a bound Light Freighter. */
export function createPilot(world: SimWorld, order: NewPilot): Pilot {
  const station = world.stationAt[0] as number;
  const markets = world.markets.length;
  return {
    id: order.id,
    number: order.number,
    kind: order.kind,
    taste: order.kind === 'optimiser' ? 0 : TASTE,
    sittings: 0,
    wallet: walletOf(order.id),
    joinedAtMs: order.joinedAtMs,
    leavesAtMs: order.leavesAtMs ?? Number.POSITIVE_INFINITY,
    hours: order.hours,
    shipType: STARTER,
    upgrades: {},
    hold: { capacity: cargoOf(STARTER, {}), colonistsPerUnit: 10, items: [] },
    ownedShips: [STARTER],
    node: 0,
    station,
    dockedAtMs: order.joinedAtMs,
    hasDocked: false,
    lastFeeWaivedAtMs: null,
    turns: { turns: START_TURNS, anchorMs: order.joinedAtMs, frac: 0 },
    turnBook: { regenerated: 0, spent: 0 },
    chain: null,
    visited: Uint8Array.from(world.plan.sectors, (_, node) => Number(node === 0)),
    chart: withSector(emptyBitmap(world.plan.sectorCount), 1),
    landmarksToday: 0,
    paidJobsAtMs: [],
    knowsStation: Uint8Array.from(world.stations, ({ isPublic }) => Number(isPublic)),
    memory: {
      seenAtMs: new Float64Array(markets).fill(-1),
      ask: new Float64Array(markets),
      bid: new Float64Array(markets),
      stock: new Float64Array(markets),
    },
    rankLevel: 0,
    rankPoints: 0,
    profitCarry: 0,
    tradePointsToday: 0,
    explorePointsToday: 0,
    tradeProfit: 0n,
    invested: 0n,
    turnValue: FIRST_TURN_VALUE,
    destination: -1,
    couldPay: new Map(),
    scoutedTurns: 0,
    lastTradeAtMs: order.joinedAtMs,
  };
}

/** Cargo units of a hull with its upgrades. */
export function cargoOf(type: ShipTypeKey, upgrades: UpgradeLevels): number {
  return effectiveStats({ type, upgrades }).cargoCapacity;
}
