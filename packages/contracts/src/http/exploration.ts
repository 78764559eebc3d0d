import { z } from 'zod';
import { actionDescriptor } from '../actions.ts';
import { endpoint } from '../endpoint.ts';
import { commodityKey, marketSide, personalItem, priceSource, sectorType, trafficBand } from '../enums.ts';
import { credits, id, moment, sectorId, signedCredits } from '../primitives.ts';
import {
  moveOption,
  moveReply,
  STANDING_STILL,
  sectorSummary,
  sectorView,
  stationMark,
  turnsSpent,
} from './navigation.ts';
import { cargoRow } from './player.ts';

const game = { auth: 'player', tag: 'exploration', status: 200 } as const;
const command = { ...game, method: 'POST', rateClass: 'action', idempotency: 'required' } as const;

/** One sector an adjacent scan saw; in a nebula only its type and its warps. */
export const scannedSector = z.object({
  sectorId,
  number: z.int(),
  code: z.string(),
  regionName: z.string(),
  name: z.string(),
  type: sectorType,
  hazard: z.int().nullable(),
  isObscured: z.boolean(),
  traffic: trafficBand.nullable(),
  planets: z.int().nullable(),
  station: stationMark.nullable(),
});

export const scan = endpoint({
  ...command,
  id: 'nav.scan',
  path: '/nav/scan',
  summary: 'Scan the neighbours with their prices, or far around and for hidden tunnels.',
  body: z.strictObject({ mode: z.enum(['adjacent', 'deep']) }),
  reply: z.object({
    rev: z.int(),
    mode: z.enum(['adjacent', 'deep']),
    sectorId,
    /** Warps a deep scan reaches from here. */
    range: z.int(),
    turns: turnsSpent,
    sectors: z.array(scannedSector),
    /** Sectors new on your chart. */
    charted: z.int(),
    tunnels: z.array(
      z.object({ warpId: z.int(), from: sectorId, to: sectorId, fromNumber: z.int(), toNumber: z.int() }),
    ),
  }),
  errors: ['no_active_ship', 'in_transit', 'sensors_blind', 'insufficient_turns', 'busy'],
});

export const harvest = endpoint({
  ...command,
  id: 'sectors.harvest',
  path: '/sectors/current/harvest',
  summary: 'Mine the asteroid field or gather shards of the nebula you are in.',
  body: z.strictObject({}).default({}),
  reply: z.object({
    rev: z.int(),
    sectorId,
    kind: z.enum(['asteroid', 'nebula']),
    turns: turnsSpent,
    fee: credits,
    goods: z.array(z.object({ commodity: commodityKey, quantity: z.int() })),
    items: z.array(z.object({ item: personalItem, quantity: z.int() })),
    /** What he has of his own afterwards. */
    inventory: z.array(z.object({ item: personalItem, quantity: z.int() })),
    isCritical: z.boolean(),
    isDepleted: z.boolean(),
    cargo: z.array(cargoRow),
    credits,
    /** When the next harvest of a nebula is possible; null = at once. */
    nextAt: moment.nullable(),
  }),
  errors: [
    ...STANDING_STILL,
    'nothing_to_harvest',
    'equipment_missing',
    'cooldown',
    'cargo_full',
    'depleted',
    'insufficient_turns',
    'insufficient_credits',
    'economy_read_only',
    'busy',
  ],
});

export const recall = endpoint({
  ...command,
  id: 'nav.recall',
  path: '/nav/recall',
  summary: 'Emergency recall to the capital of the region, in the Nexus to the nearest hub.',
  body: z.strictObject({}).default({}),
  reply: z.object({
    rev: z.int(),
    sector: sectorSummary,
    turns: turnsSpent,
    discovered: moveReply.shape.discovered,
    nextAt: moment,
  }),
  errors: [
    ...STANDING_STILL,
    'already_there',
    'wanted',
    'hold_not_empty',
    'cooldown',
    'insufficient_turns',
    'busy',
  ],
});

const sectorParams = z.strictObject({ id: z.coerce.number().int().min(1).max(2_000_000_000) });

export const nameSector = endpoint({
  ...game,
  id: 'sectors.name',
  method: 'PUT',
  path: '/sectors/{id}/name',
  summary: 'Name a sector you discovered, once and for everybody.',
  rateClass: 'action',
  idempotency: 'none',
  params: sectorParams,
  body: z.strictObject({ name: z.string().min(1).max(100) }),
  reply: z.object({ sectorId, name: z.string() }),
  errors: ['not_discoverer', 'already_named', 'busy'],
});

/** A warp as its other end is known. */
const knownLink = moveOption.pick({
  warpId: true,
  number: true,
  code: true,
  regionName: true,
  kind: true,
  level: true,
  name: true,
  type: true,
  oneWay: true,
});

/** A known price at a station of the sector. */
const dossierPrice = z.object({
  stationId: id,
  commodity: commodityKey,
  side: marketSide,
  ask: credits.nullable(),
  bid: credits.nullable(),
  stockTenths: z.int(),
  asOf: moment,
  source: priceSource,
});

/** Something of the caller's own that happened in the sector. */
const dossierEntry = z.object({
  at: moment,
  kind: z.enum(['discovered', 'turns', 'trade', 'landmark']),
  /** What the turns were spent on; null for other kinds. */
  reason: z.string().nullable(),
  turns: z.int().nullable(),
  side: z.enum(['buy', 'sell']).nullable(),
  commodity: commodityKey.nullable(),
  quantity: z.int().nullable(),
  amount: signedCredits.nullable(),
  name: z.string().nullable(),
});

export const getDossier = endpoint({
  ...game,
  id: 'sectors.dossier',
  method: 'GET',
  path: '/sectors/{id}/dossier',
  summary:
    'Everything you know of a sector: warps, prices with their age, your marks and your own history there.',
  rateClass: 'read',
  idempotency: 'none',
  params: sectorParams,
  reply: z.object({
    sector: sectorView,
    /** Known warps out of it and into it. */
    links: z.object({
      out: z.array(knownLink.extend({ to: sectorId })),
      in: z.array(knownLink.extend({ from: sectorId })),
    }),
    traffic: trafficBand.nullable(),
    discoverer: z.object({ name: z.string(), at: moment }).nullable(),
    landmarks: z.array(z.object({ kind: z.string(), name: z.string() })),
    prices: z.array(dossierPrice),
    bookmark: z.object({ label: z.string(), colour: z.int() }).nullable(),
    note: z.object({ text: z.string(), updatedAt: moment }).nullable(),
    isAvoided: z.boolean(),
    /** The way there by a plotted course; null where none is known. */
    way: z.object({ turns: z.int(), hops: z.int() }).nullable(),
    history: z.array(dossierEntry),
    actions: z.array(actionDescriptor),
  }),
  errors: [],
});
