import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { knowledgeLevel, sectorType } from '../enums.ts';
import { moment, sectorId } from '../primitives.ts';
import { stationMark } from './navigation.ts';

/** The sector a mark belongs to, as the player may always name it. */
const markedSector = z.object({ sectorId, number: z.int(), code: z.string(), regionName: z.string() });

export const bookmark = markedSector.extend({ label: z.string(), colour: z.int() });
export const sectorNote = markedSector.extend({ text: z.string(), updatedAt: moment });
export const avoidEntry = markedSector;

const game = { auth: 'player', tag: 'map', idempotency: 'none' } as const;
const write = { ...game, method: 'PUT', status: 200, rateClass: 'action' } as const;
const erase = { ...game, method: 'DELETE', status: 204, rateClass: 'action' } as const;
const params = z.strictObject({ sectorId: z.coerce.number().int().min(1).max(2_000_000_000) });

export const listMarks = endpoint({
  ...game,
  id: 'map.marks',
  method: 'GET',
  path: '/map/marks',
  summary: 'Your bookmarks, sector notes and the sectors your courses avoid.',
  status: 200,
  rateClass: 'read',
  reply: z.object({ bookmarks: z.array(bookmark), notes: z.array(sectorNote), avoid: z.array(avoidEntry) }),
  errors: [],
});

export const putNote = endpoint({
  ...write,
  id: 'map.putNote',
  path: '/map/notes/{sectorId}',
  summary: 'Write or change your note about a sector you know.',
  params,
  body: z.strictObject({ text: z.string().min(1).max(2_000) }),
  reply: sectorNote,
  errors: ['marks_full', 'busy'],
});

export const deleteNote = endpoint({
  ...erase,
  id: 'map.deleteNote',
  path: '/map/notes/{sectorId}',
  summary: 'Remove your note about a sector.',
  params,
  errors: ['busy'],
});

export const putBookmark = endpoint({
  ...write,
  id: 'map.putBookmark',
  path: '/map/bookmarks/{sectorId}',
  summary: 'Set or change your bookmark of a sector you know.',
  params,
  body: z.strictObject({ label: z.string().min(1).max(200), colour: z.int().min(0).max(7).default(0) }),
  reply: bookmark,
  errors: ['marks_full', 'busy'],
});

export const deleteBookmark = endpoint({
  ...erase,
  id: 'map.deleteBookmark',
  path: '/map/bookmarks/{sectorId}',
  summary: 'Remove your bookmark of a sector.',
  params,
  errors: ['busy'],
});

export const putAvoid = endpoint({
  ...write,
  id: 'map.putAvoid',
  path: '/map/avoid/{sectorId}',
  summary: 'Let every course of yours avoid a sector you know.',
  params,
  body: z.strictObject({}).default({}),
  reply: avoidEntry,
  errors: ['marks_full', 'busy'],
});

export const deleteAvoid = endpoint({
  ...erase,
  id: 'map.deleteAvoid',
  path: '/map/avoid/{sectorId}',
  summary: 'Let your courses pass a sector again.',
  params,
  errors: ['busy'],
});

/** What a sector must have to be found. `unexplored`: you have not been there. */
export const searchFeature = z.union([
  z.enum(['station', 'planet', 'shipyard', 'unexplored']),
  z.string().regex(/^class:(?:[0-9]|1[01])$/),
]);

export const searchHit = z.object({
  sectorId,
  number: z.int(),
  code: z.string(),
  regionName: z.string(),
  name: z.string().nullable(),
  level: knowledgeLevel,
  type: sectorType.nullable(),
  station: stationMark.nullable(),
  planets: z.int().nullable(),
  /** The way there by a plotted course; null where none is known. */
  turns: z.int().nullable(),
  hops: z.int().nullable(),
  /** What the words were found in; null where none were asked for. */
  match: z.enum(['number', 'sector', 'station', 'planet', 'bookmark', 'note']).nullable(),
});

export const searchMap = endpoint({
  ...game,
  id: 'map.search',
  method: 'GET',
  path: '/map/search',
  summary: 'Sectors you know by number, name, station, planet, mark or what is there, the nearest first.',
  status: 200,
  rateClass: 'read',
  query: z.strictObject({
    q: z.string().max(60).optional(),
    has: searchFeature.optional(),
    /** Most hops of the course there. */
    within: z.coerce.number().int().min(0).max(200).optional(),
  }),
  reply: z.object({ items: z.array(searchHit) }),
  errors: [],
});
