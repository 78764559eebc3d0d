/** How a number of the catalogue is written in a sentence. */
export type Look = 'count' | 'credits' | 'percent' | 'basisPoints' | 'signedBasisPoints' | 'shipType';

/** A value of the catalogue by its path, `facts.turns.perDay`, as a count unless it says otherwise. */
export type Ref = string | { readonly path: string; readonly as: Look };

export type TableId =
  | 'sectorTypes'
  | 'warpKinds'
  | 'zones'
  | 'goods'
  | 'stationClasses'
  | 'services'
  | 'dockFees'
  | 'ships'
  | 'upgrades'
  | 'equipment'
  | 'ranks'
  | 'reputation'
  | 'turnCosts';

/** A part of a topic: a sentence or two with their numbers, a heading, or a table of the catalogue. */
export type Part =
  | { readonly text: string; readonly with?: Readonly<Record<string, Ref>> }
  | { readonly heading: string }
  | { readonly table: TableId };

/** Topics made of the catalogue; keys, commands, words and the first minutes have pages of their own. */
export const CATALOGUE_TOPICS = [
  'turns',
  'movement',
  'scanning',
  'trading',
  'prices',
  'stations',
  'counters',
  'ships',
  'upgrades',
  'jobs',
  'ranks',
  'comms',
  'log',
] as const;

export type CatalogueTopic = (typeof CATALOGUE_TOPICS)[number];

/** All topics in the order of the list. */
export const TOPICS = ['start', ...CATALOGUE_TOPICS, 'keys', 'commands', 'glossary'] as const;

export type Topic = (typeof TOPICS)[number];
