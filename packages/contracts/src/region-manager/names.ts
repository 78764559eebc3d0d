import { z } from 'zod';

/** Names no region may have: they would be read as a part of the installation (rule book, platform 9.2). */
export const RESERVED_REGION_NAMES: readonly string[] = [
  'nexus',
  'central-nexus',
  'terran',
  'terran-space',
  'admin',
  'api',
  'www',
  'ws',
  'system',
  'default',
  'test',
  'staging',
  'production',
  'platform',
  'official',
  'staff',
  'support',
  'mail',
  'help',
  'region',
  'hub',
  'status',
  'metrics',
  'health',
  'my-region',
  'available-names',
];

const SLUG = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const RESERVED_PREFIX = 'region-';

/** What is wrong with a name, or nothing. */
export type RegionNameFault = 'length' | 'characters' | 'reserved';

/**
 * Judges the name of a player-owned region: 3 to 32 lower-case letters, digits and single hyphens, beginning
 * with a letter, not reserved (rule book, platform 9.2). Hosts, databases, roles and volumes are named after it.
 */
export const regionNameFault = (name: string): RegionNameFault | null => {
  if (name.length < 3 || name.length > 32) return 'length';
  if (!SLUG.test(name)) return 'characters';
  return RESERVED_REGION_NAMES.includes(name) || name.startsWith(RESERVED_PREFIX) ? 'reserved' : null;
};

/** The name of a player-owned region on the wire. */
export const regionSlug = z
  .string()
  .min(3)
  .max(32)
  .regex(SLUG)
  .refine((name) => regionNameFault(name) !== 'reserved', { error: 'is reserved' });
