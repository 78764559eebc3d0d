import { z } from 'zod';
import { actionDescriptor } from '../actions.ts';
import { endpoint } from '../endpoint.ts';
import {
  advantageSource,
  alertOp,
  commodityKey,
  historyRange,
  marketSide,
  orderSide,
  priceSource,
  routeObjective,
  routeRisk,
} from '../enums.ts';
import {
  basisPoints,
  credits,
  id,
  moment,
  page,
  pageQuery,
  quantity,
  sectorId,
  signedCredits,
} from '../primitives.ts';
import { cargoRow } from './player.ts';

/**
 * One commodity at a station. `ask` is what the player pays for one unit, `bid` what he gets, both
 * all-in. A remembered or public market carries `asOf` and neither maxBuy, maxSell nor actions;
 * there `stock` is null and `stockTenths` (0–10) tells how full the station was.
 */
export const marketRow = z.object({
  commodity: commodityKey,
  side: marketSide,
  stock: z.int().nullable(),
  stockTenths: z.int().min(0).max(10),
  capacity: z.int().nullable(),
  ask: credits.nullable(),
  bid: credits.nullable(),
  trend24hBp: basisPoints.nullable(),
  event: z.string().nullable(),
  held: z.int(),
  avgCost: credits.nullable(),
  maxBuy: z.object({ byCredits: z.int(), byCargo: z.int(), byStock: z.int(), max: z.int() }).nullable(),
  maxSell: z.object({ byCargo: z.int(), byStock: z.int(), max: z.int() }).nullable(),
  actions: z.array(actionDescriptor),
});

export const marketView = z.object({
  stationId: id,
  stationName: z.string(),
  sectorId,
  source: priceSource,
  asOf: moment,
  version: z.int(),
  tariffBp: z.int(),
  advantageBp: basisPoints,
  advantageBreakdown: z.array(z.object({ source: advantageSource, bp: basisPoints })),
  rows: z.array(marketRow),
});

const game = { auth: 'player', tag: 'trading', status: 200 } as const;
const read = { ...game, method: 'GET', rateClass: 'read', idempotency: 'none' } as const;

export const getMarket = endpoint({
  ...read,
  id: 'stations.market',
  path: '/stations/{id}/market',
  summary: 'The market of a station: live while docked there, else as you remember it or as it is public.',
  params: z.strictObject({ id }),
  reply: marketView,
  errors: [],
});

export const getPriceHistory = endpoint({
  ...read,
  id: 'stations.priceHistory',
  path: '/stations/{id}/market/{commodity}/history',
  summary: 'Prices you may know, hourly or (a year) daily: public ones, or those up to your last visit.',
  params: z.strictObject({ id, commodity: commodityKey }),
  query: z.strictObject({ range: historyRange.default('24h') }),
  reply: z.object({
    points: z.array(
      z.object({
        at: moment,
        ask: credits.nullable(),
        bid: credits.nullable(),
        /** Of a day: the extremes of the price a point shows, and the units moved; null for an hour. */
        high: credits.nullable(),
        low: credits.nullable(),
        volume: z.int().nullable(),
        stockTenths: z.int(),
      }),
    ),
    trades: z.array(z.object({ at: moment, side: orderSide, quantity: z.int(), net: credits })),
  }),
  errors: [],
});

const orderLine = z.strictObject({ side: orderSide, commodity: commodityKey, quantity });

export const quoteLine = z.object({
  side: orderSide,
  commodity: commodityKey,
  quantity: z.int(),
  midTotal: credits,
  gross: credits,
  tariff: credits,
  net: credits,
  /** Hundredths of a credit, floor; for display. */
  unitAverageX100: z.int(),
  firstUnit: credits,
  lastUnit: credits,
  stockBefore: z.int(),
  stockAfter: z.int(),
  capacity: z.int(),
  advantageBp: basisPoints,
  eventBp: basisPoints,
  quoteVersion: z.int(),
  /** What this line gains over the average cost of the goods sold; null when buying. */
  profit: signedCredits.nullable(),
  creditsAfter: signedCredits,
  cargoAfter: z.int(),
  maxQuantity: z.object({ byCredits: z.int(), byCargo: z.int(), byStock: z.int(), max: z.int() }),
  /** Why this line would be refused now, null when it would pass. */
  refusal: z.string().nullable(),
});

export const quoteReply = z.object({
  stationId: id,
  at: moment,
  lines: z.array(quoteLine),
  /** Sum of the lines: positive when the player gains credits. */
  net: signedCredits,
  creditsAfter: signedCredits,
  cargoAfter: z.int(),
  cargoCapacity: z.int(),
  advantageBreakdown: z.array(z.object({ source: advantageSource, bp: basisPoints })),
});

export const quote = endpoint({
  ...game,
  id: 'trading.quote',
  method: 'POST',
  path: '/trading/quote',
  summary: 'What a basket would cost and bring now. Information, not a reservation.',
  rateClass: 'read',
  idempotency: 'accepted',
  body: z.strictObject({ stationId: id, lines: z.array(orderLine).min(1).max(8) }),
  reply: quoteReply,
  errors: ['not_docked', 'commodity_not_traded', 'no_active_ship'],
});

export const executeReply = z.object({
  rev: z.int(),
  stationId: id,
  lines: z.array(quoteLine),
  transactionIds: z.array(id),
  net: signedCredits,
  credits,
  cargo: z.array(cargoRow),
  rankPointsAwarded: z.int(),
  promotedTo: z.int().nullable(),
});

export const execute = endpoint({
  ...game,
  id: 'trading.execute',
  method: 'POST',
  path: '/trading/execute',
  summary: 'Buy and sell a basket of up to eight lines, all or nothing, each within its price limit.',
  rateClass: 'trade',
  idempotency: 'required',
  body: z.strictObject({
    stationId: id,
    lines: z
      .array(z.strictObject({ ...orderLine.shape, limitTotal: credits }))
      .min(1)
      .max(8),
  }),
  reply: executeReply,
  errors: [
    'not_docked',
    'station_not_operational',
    'trading_frozen',
    'commodity_not_traded',
    'insufficient_stock',
    'station_full',
    'insufficient_credits',
    'cargo_full',
    'not_in_cargo',
    'price_changed',
    'no_active_ship',
    'economy_read_only',
    'busy',
  ],
});

export const listTrades = endpoint({
  ...read,
  id: 'trading.history',
  path: '/trading/history',
  summary: 'Your trades, newest first.',
  query: pageQuery.extend({ commodity: commodityKey.optional(), side: orderSide.optional() }),
  reply: page(
    z.object({
      id,
      at: moment,
      stationId: id,
      stationName: z.string(),
      sectorNumber: z.int(),
      side: orderSide,
      commodity: commodityKey,
      quantity: z.int(),
      net: credits,
      profit: signedCredits.nullable(),
    }),
  ),
  errors: ['bad_cursor'],
});

export const knownPrice = z.object({
  stationId: id,
  stationName: z.string(),
  sectorId,
  sectorNumber: z.int(),
  regionName: z.string(),
  commodity: commodityKey,
  side: marketSide,
  ask: credits.nullable(),
  bid: credits.nullable(),
  stockTenths: z.int(),
  asOf: moment,
  source: priceSource,
  /** Plotted turns and hops from where you are; null when no known route leads there. */
  turns: z.int().nullable(),
  hops: z.int().nullable(),
});

export const listKnownPrices = endpoint({
  ...read,
  id: 'trading.knownPrices',
  path: '/trading/known-prices',
  summary: 'Prices you know: your own visits and the public hourly lists, the newest of each station.',
  query: z.strictObject({
    commodity: commodityKey.optional(),
    maxHops: z.coerce.number().int().min(0).max(60).default(20),
  }),
  reply: z.object({
    items: z.array(knownPrice),
    /** The nearest stations you know of and have no price from. */
    unpriced: z.array(
      z.object({ stationId: id, stationName: z.string(), sectorId, sectorNumber: z.int(), turns: z.int() }),
    ),
  }),
  errors: [],
});

const routeTrade = z.object({
  side: orderSide,
  commodity: commodityKey,
  quantity: z.int(),
  expectedTotal: credits,
});

/** A stop of a trade route with the way to it; turns count docking. */
export const routeLeg = z.object({
  stationId: id,
  stationName: z.string(),
  sectorId,
  sectorNumber: z.int(),
  regionName: z.string(),
  turns: z.int(),
  hops: z.int(),
  trades: z.array(routeTrade),
});

export const tradeRoute = z.object({
  legs: z.array(routeLeg),
  turns: z.int(),
  hops: z.int(),
  profit: signedCredits,
  profitPerTurnX100: z.int(),
  /** Of the oldest price it relies on. */
  asOf: moment,
  /** 10,000 for prices of this moment, 5,000 for prices a day old. */
  confidenceBp: basisPoints,
  risk: routeRisk,
});

export const findRoutes = endpoint({
  ...game,
  id: 'trading.routes',
  method: 'POST',
  path: '/trading/routes',
  summary: 'The best trade routes over the prices you know.',
  rateClass: 'heavy',
  idempotency: 'accepted',
  body: z.strictObject({
    fromSector: sectorId.optional(),
    /** Of each way between two stops. */
    maxHops: z.int().min(1).max(20).default(12),
    /** More than two need the trust of ARIA. */
    maxStops: z.int().min(2).max(6).default(2),
    objective: routeObjective.default('profit_per_turn'),
    /** 0 goes far round hazards, 10 straight through. */
    risk: z.int().min(0).max(10).default(5),
    /** Free cargo units and credits to plan with; yours unless given. */
    cargo: z.int().min(0).max(100_000).optional(),
    credits: credits.optional(),
  }),
  reply: z.object({
    at: moment,
    routes: z.array(tradeRoute),
    /** Known stations in reach that were looked at. */
    considered: z.int(),
    stopsAllowed: z.int(),
    cargo: z.int(),
    credits,
  }),
  errors: ['aria_trust_too_low', 'no_active_ship'],
});

const watchedPrice = z.codec(z.int().min(1).max(1_000_000), z.bigint(), {
  decode: (wire) => BigInt(wire),
  encode: (value) => Number(value),
});

/** A price somebody watches: what he would pay (`buy`) or get (`sell`) for a unit. */
export const priceAlert = z.object({
  id,
  stationId: id,
  stationName: z.string(),
  sectorNumber: z.int(),
  commodity: commodityKey,
  side: orderSide,
  op: alertOp,
  price: credits,
  repeats: z.boolean(),
  expiresAt: moment,
  triggeredAt: moment.nullable(),
  triggeredPrice: credits.nullable(),
  /** False once it has run out, or spoken for the one time it was set for. */
  isActive: z.boolean(),
});

export const listAlerts = endpoint({
  ...read,
  id: 'trading.alerts',
  path: '/trading/alerts',
  summary: 'The prices you watch.',
  reply: z.object({ items: z.array(priceAlert) }),
  errors: [],
});

export const createAlert = endpoint({
  ...game,
  id: 'trading.createAlert',
  method: 'POST',
  path: '/trading/alerts',
  status: 201,
  summary: 'Watch a price at a station you know: live for a week after a visit, else by the public hour.',
  rateClass: 'action',
  idempotency: 'required',
  body: z.strictObject({
    stationId: id,
    commodity: commodityKey,
    side: orderSide,
    op: alertOp,
    price: watchedPrice,
    repeats: z.boolean().default(false),
    days: z.int().min(1).max(30).default(30),
  }),
  reply: priceAlert,
  errors: ['commodity_not_traded', 'marks_full', 'busy'],
});

export const deleteAlert = endpoint({
  ...game,
  id: 'trading.deleteAlert',
  method: 'DELETE',
  path: '/trading/alerts/{id}',
  status: 204,
  summary: 'Stop watching a price.',
  rateClass: 'action',
  idempotency: 'none',
  params: z.strictObject({ id }),
  errors: [],
});
