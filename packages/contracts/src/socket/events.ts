import { z } from 'zod';
import {
  alertOp,
  cargoKind,
  commodityKey,
  contractKind,
  contractState,
  formationKind,
  orderSide,
  regionStatus,
} from '../enums.ts';
import { chatMessage } from '../http/chat.ts';
import { journeyNews } from '../http/journeys.ts';
import { regionChart } from '../http/map.ts';
import { contact, sectorSummary } from '../http/navigation.ts';
import {
  alertView,
  cargoRow,
  chainView,
  locationView,
  playerSummary,
  shipView,
  turnsView,
} from '../http/player.ts';
import { quoteLine } from '../http/trading.ts';
import { credits, id, moment, sectorId, signedCredits } from '../primitives.ts';

/** What both parties of a job hear of it; `pay` is what its end paid or, failed, what it cost. */
const contractNews = z.object({
  contractId: id,
  kind: contractKind,
  state: contractState,
  pay: credits,
  targetName: z.string(),
});

/**
 * Every event the server sends, with the schema of its data (rule book, platform 6.6). Data is
 * written to the outbox in its wire form and parsed by the client with these schemas.
 */
export const EVENTS = {
  'session.welcome': z.object({
    connectionId: z.string(),
    serverTime: moment,
    heartbeatS: z.int(),
    resumeWindowS: z.int(),
    channels: z.array(z.object({ name: z.string(), epoch: z.string(), seq: z.int() })),
    player: z.object({ id, callsign: z.string().nullable() }).optional(),
  }),
  /** What others do does not arrive until `session.restored`; clients ask by themselves meanwhile. */
  'session.degraded': z.object({}),
  'session.restored': z.object({}),
  'session.revoked': z.object({ reason: z.string() }),
  'resync.required': z.object({ channel: z.string() }),
  'channel.joined': z.object({ name: z.string(), epoch: z.string(), seq: z.int() }),
  'channel.left': z.object({ name: z.string() }),
  'heartbeat.ack': z.object({ serverTime: moment }),
  'system.announcement': z.object({
    text: z.string(),
    priority: z.enum(['low', 'normal', 'high']),
    at: moment,
  }),
  /** Players may look but not act within the span; over at once when it ends as it begins. */
  'system.maintenance': z.object({ text: z.string(), startsAt: moment, endsAt: moment.nullable() }),
  'system.draining': z.object({ retryAfterMs: z.int() }),
  'player.state_changed': z.object({
    rev: z.int(),
    credits: credits.optional(),
    turns: turnsView.optional(),
    player: playerSummary.optional(),
    location: locationView.optional(),
    ship: shipView.optional(),
    cargo: z.array(cargoRow).optional(),
    chain: chainView.nullable().optional(),
    alerts: z.array(alertView).optional(),
  }),
  /** Own: a journey between two servers went on; with the address once the other server holds the player. */
  'journey.state': journeyNews,
  'player.turns': turnsView,
  'player.moved': z.object({
    sector: sectorSummary,
    turns: z.int(),
    cause: z.enum(['move', 'autopilot', 'recall', 'rescue', 'admin']),
  }),
  'rank.promoted': z.object({ playerId: id, name: z.string(), level: z.int(), rank: z.string() }),
  'player.hazard': z.object({ cause: z.string(), damage: z.int(), hull: z.int(), shields: z.int() }),
  'autopilot.progress': z.object({ hop: z.int(), sectorId, stoppedBecause: z.string().nullable() }),
  'map.discovered': z.object({ regionName: z.string(), version: z.string(), rows: regionChart.nullable() }),
  /** Own: a sector visited for the first time, with what that earned. */
  'sector.discovered': z.object({
    sector: sectorSummary,
    isFirst: z.boolean(),
    formations: z.array(z.object({ kind: formationKind, name: z.string(), credits })),
    nebula: z.boolean(),
    credits,
    rankPoints: z.int(),
  }),
  'map.marks_changed': z.object({ sectorId }),
  'presence.entered': contact.extend({ via: z.string().nullable() }),
  'presence.left': z.object({ playerId: id, shipId: id, name: z.string(), to: z.string().nullable() }),
  'presence.updated': z.object({
    playerId: id,
    online: z.boolean().optional(),
    state: z.enum(['in_space', 'docked', 'landed']).optional(),
  }),
  'sector.updated': z.object({ sectorId, parts: z.array(z.string()) }),
  'market.updated': z.object({ stationId: id, version: z.int() }),
  'market.alert_triggered': z.object({
    alertId: id,
    stationId: id,
    stationName: z.string(),
    sectorNumber: z.int(),
    commodity: commodityKey,
    side: orderSide,
    op: alertOp,
    limit: credits,
    price: credits,
    repeats: z.boolean(),
  }),
  'trade.completed': z.object({
    stationId: id,
    stationName: z.string(),
    lines: z.array(quoteLine.pick({ side: true, commodity: true, quantity: true, net: true, profit: true })),
    net: signedCredits,
    credits,
  }),
  /** Something of an own ship changed that `player.state_changed` does not carry. */
  'ship.updated': z.object({ shipId: id, version: z.int() }),
  /** To the owner and to the sector; `isOwn` tells them apart. */
  'ship.destroyed': z.object({
    playerId: id,
    shipId: id,
    name: z.string(),
    sectorId,
    isOwn: z.boolean(),
    paid: credits,
  }),
  /** What lies in the sector: a wreck came, or it is gone. */
  'wreck.created': z.object({
    wreckId: id,
    sectorId,
    name: z.string(),
    commodities: z.array(cargoKind),
  }),
  'wreck.gone': z.object({ wreckId: id, sectorId }),
  /** Somebody else took possession of a ship one had left adrift. */
  'ship.claimed': z.object({ shipId: id, name: z.string(), by: z.string() }),
  /** A tow began or ended; left in space a ship drifts, a bound one is brought to the nearest station. */
  'tow.changed': z.object({ shipId: id, name: z.string(), state: z.enum(['taken', 'moored', 'adrift']) }),
  /** A pod was assisted: to the helper, and to its pilot; `name` is the other one's. */
  'pod.assisted': z.object({ name: z.string(), isHelper: z.boolean(), freeUntil: moment }),
  'insurance.paid': z.object({ shipId: id, amount: credits }),
  'contract.accepted': contractNews,
  'contract.completed': contractNews,
  'contract.failed': contractNews,
  'contract.board_changed': z.object({ stationId: id }),
  'warehouse.rent': z.object({
    stationId: id,
    stationName: z.string(),
    state: z.enum(['paid', 'unpaid', 'cleared']),
    /** Rent that was taken. */
    paid: credits,
    /** What became of the goods of a warehouse that was cleared, and what of it went to the bank. */
    sold: z.int(),
    destroyed: z.int(),
    proceeds: credits,
  }),
  'chat.message': chatMessage,
  /** Everybody: a region came, is closed to strangers, or went. */
  'region.status': z.object({ regionName: z.string(), status: regionStatus }),
} as const;

export type EventType = keyof typeof EVENTS;
/** Decoded data of an event. */
export type EventData<T extends EventType> = z.output<(typeof EVENTS)[T]>;
/** Wire data of an event. */
export type EventWire<T extends EventType> = z.input<(typeof EVENTS)[T]>;
