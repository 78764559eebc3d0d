import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { entryPolicy, governanceType, regionStatus, zoneKind } from '../enums.ts';
import { credits, id, moment, regionName, sectorId } from '../primitives.ts';

/* What services tell each other about regions (rule book, platform 8.1, 9.4 and world 4.5). */

const place = z.object({ x: z.int(), y: z.int(), z: z.int() });

export const zoneView = z.object({
  kind: zoneKind,
  name: z.string(),
  startNumber: z.int(),
  endNumber: z.int(),
  policing: z.int().min(0).max(10),
  danger: z.int().min(0).max(10),
});

/** Everything a world is made of: the same certificate gives the same world on every server. */
export const regionCertificate = z.object({
  id,
  name: z.string(),
  code: z.string(),
  title: z.string(),
  status: regionStatus,
  sectorCount: z.int(),
  firstSectorId: sectorId,
  seed: z.string(),
  generatorVersion: z.int(),
  map: place,
  zones: z.array(zoneView),
  ownerUserId: id.nullable(),
  /** Whether the owner may have a region at all: asked before anything is made. */
  entitled: z.boolean(),
});

export const attachmentBody = z.strictObject({
  /** Where the hub reaches the server of the region; no path, no credentials. */
  endpoint: z.url({ protocol: /^https?$/ }).max(200),
  gatewaySectorNumber: z.int().min(1).max(1000),
  sectors: z.int().min(100).max(1000),
  /** The PEM of the Ed25519 key the region signs its calls with. */
  servicePublicKey: z.string().min(80).max(400),
  instanceVersion: z.string().max(100).optional(),
});

/** The Nexus end of a link with what a regional server must know to show it. */
export const nexusLink = z.object({
  gatewaySectorNumber: z.int(),
  nexus: z.object({
    id,
    name: z.string(),
    code: z.string(),
    title: z.string(),
    sectorCount: z.int(),
    firstSectorId: sectorId,
    map: place,
    zone: zoneView,
    cluster: z.object({
      index: z.int(),
      name: z.string(),
      hubNumber: z.int(),
      x: z.int(),
      y: z.int(),
      z: z.int(),
    }),
  }),
  sector: z.object({ number: z.int(), name: z.string(), x: z.int(), y: z.int(), z: z.int() }),
});

export const attachmentReply = z.object({ status: regionStatus, link: nexusLink.nullable() });

export const regionCounters = z.strictObject({
  onlinePlayers: z.int().min(0).max(100_000),
  activePlayers7d: z.int().min(0).max(10_000_000),
  activePlayers30d: z.int().min(0).max(10_000_000),
  tradeVolume30d: credits,
  instanceVersion: z.string().max(100),
});

/** What a regional server applies to itself: it may ask as often as it likes and always gets the whole truth. */
export const regionOrders = z.object({
  status: regionStatus,
  title: z.string(),
  ownerUserId: id.nullable(),
  suspendedAt: moment.nullable(),
  link: nexusLink.nullable(),
  zones: z.array(zoneView),
  governance: z.object({
    governanceType,
    regionTaxBp: z.int(),
    linkToll: credits,
    entryPolicy,
    motto: z.string(),
    description: z.string(),
    greeting: z.string(),
    palette: z.array(z.string()).nullable(),
    banner: z.string().nullable(),
  }),
});

const internal = { auth: 'service', tag: 'internal', rateClass: 'action', status: 200 } as const;
const params = z.strictObject({ name: regionName });

export const getRegionCertificate = endpoint({
  ...internal,
  id: 'internal.regionCertificate',
  method: 'GET',
  path: '/internal/regions/{name}',
  summary: 'What the world of a region is made of.',
  callers: ['region-manager', 'region'],
  idempotency: 'none',
  params,
  reply: regionCertificate,
  errors: [],
});

export const putRegionAttachment = endpoint({
  ...internal,
  id: 'internal.attachRegion',
  method: 'PUT',
  path: '/internal/regions/{name}/attachment',
  summary: 'Links a region that serves its world to the Nexus; a second call changes nothing.',
  callers: ['region-manager'],
  idempotency: 'none',
  params,
  body: attachmentBody,
  reply: attachmentReply,
  errors: ['invalid_state'],
});

export const deleteRegionAttachment = endpoint({
  ...internal,
  id: 'internal.detachRegion',
  method: 'DELETE',
  path: '/internal/regions/{name}/attachment',
  summary: 'Takes the link of a region down; nobody enters or leaves by it any more.',
  callers: ['region-manager'],
  idempotency: 'none',
  params,
  reply: attachmentReply,
  errors: ['invalid_state'],
});

export const postRegionCounters = endpoint({
  ...internal,
  id: 'internal.regionCounters',
  method: 'POST',
  path: '/internal/regions/{name}/counters',
  summary: 'Takes the counters of a region and answers what it has to apply.',
  callers: ['region'],
  idempotency: 'accepted',
  params,
  body: regionCounters,
  reply: regionOrders,
  errors: [],
});
