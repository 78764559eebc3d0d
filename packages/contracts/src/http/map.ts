import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { regionKind } from '../enums.ts';
import { regionName, sectorId } from '../primitives.ts';

export const galaxyView = z.object({
  regions: z.array(
    z.object({
      code: z.string(),
      kind: regionKind,
      name: z.string(),
      title: z.string(),
      owner: z.string().nullable(),
      mapX: z.int(),
      mapY: z.int(),
      mapZ: z.int(),
      sectorCount: z.int(),
      /** Who spent 20 turns there within 7 days, counted at 00:05 UTC: markets refill at this multiple. */
      activePlayers: z.int(),
      status: z.string(),
      link: z.object({ gateway: sectorId, nexus: sectorId }).nullable(),
    }),
  ),
  you: z.object({ region: z.string(), sector: sectorId }).nullable(),
});

const ints = z.array(z.int());

/**
 * The known sectors of one region as columns; row i of every column is one sector.
 * `type` is an index of the rules catalogue, 255 = not known; `level` 1 charted, 2 scanned,
 * 3 visited; `flags` bit 0 station, 1 planet, 2 protected; `seenAt` whole hours since 1970, 0 = none;
 * `edges` flat quadruples from, to, kind, oneway (sector numbers; a two-way link stands once).
 * `tradeCode` holds four base-4 digits (0 neither, 1 buys, 2 sells, 3 both) of ore, organics,
 * equipment, fuel; −1 where not known.
 */
export const regionChart = z.object({
  version: z.string(),
  region: z.object({ name: z.string(), code: z.string(), title: z.string(), sectorCount: z.int() }),
  n: ints,
  id0: z.int(),
  x: ints,
  y: ints,
  z: ints,
  level: ints,
  type: ints,
  zone: ints,
  cluster: ints,
  flags: ints,
  seenAt: ints,
  tradeCode: ints,
  names: z.record(z.string(), z.string()),
  edges: ints,
  clusters: z.array(z.object({ index: z.int(), name: z.string(), x: z.int(), y: z.int(), z: z.int() })),
  nebulae: z.array(z.object({ cluster: z.int(), kind: z.string(), x: z.int(), y: z.int(), radius: z.int() })),
});

const game = {
  auth: 'player',
  method: 'GET',
  tag: 'map',
  status: 200,
  rateClass: 'read',
  idempotency: 'none',
} as const;

export const getGalaxy = endpoint({
  ...game,
  id: 'map.galaxy',
  path: '/map/galaxy',
  summary: 'The regions and how they are linked.',
  reply: galaxyView,
  errors: [],
});

export const getRegionChart = endpoint({
  ...game,
  id: 'map.region',
  path: '/map/regions/{regionName}',
  summary: 'What you know of a region; compressed, with an ETag.',
  params: z.strictObject({ regionName }),
  reply: regionChart,
  errors: [],
  etag: true,
});

export const getRegionChartDelta = endpoint({
  ...game,
  id: 'map.delta',
  path: '/map/regions/{regionName}/delta',
  summary: 'What changed on your chart since a version.',
  params: z.strictObject({ regionName }),
  query: z.strictObject({ since: z.string().max(100) }),
  reply: regionChart,
  errors: ['full_required'],
});
