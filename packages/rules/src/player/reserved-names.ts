import { FACTIONS } from './factions.ts';
import { foldName } from './fold-name.ts';

const RESERVED_WORDS = [
  'admin',
  'administrator',
  'root',
  'system',
  'sysop',
  'support',
  'staff',
  'official',
  'moderator',
  'mod',
  'gamemaster',
  'gm',
  'security',
  'billing',
  'help',
  'info',
  'server',
  'api',
  'www',
  'nexus',
  'terran',
  'federation',
  'sectorwars',
  'aria',
  'everyone',
  'all',
  'nobody',
  'null',
  'undefined',
  'anonymous',
  'deleted',
  'test',
];

const RESERVED_PREFIXES = ['deleted_', 'pilot-'];

const FACTION_NAMES = FACTIONS.flatMap(({ code, name }) => [code, name.replaceAll(' ', '')]);

const RESERVED = new Set([...RESERVED_WORDS, ...FACTION_NAMES].map(foldName));

/**
 * True for names nobody may take as username or callsign (rule book, platform 3.1): the reserved words and the
 * factions, compared folded as whole names, and everything that begins with `deleted_` or `pilot-`.
 */
export function isReservedName(name: string): boolean {
  const lower = name.toLowerCase();
  return RESERVED.has(foldName(name)) || RESERVED_PREFIXES.some((prefix) => lower.startsWith(prefix));
}
