/** The life of a region in the registry (rule book, platform 8.1 and world 4.5). */
export const REGION_STATUSES = [
  'pending',
  'provisioning',
  'attaching',
  'active',
  'suspended',
  'grace',
  'terminated',
  'purged',
  'failed',
] as const;
export type RegionStatus = (typeof REGION_STATUSES)[number];

/** How far an owner may move the policing and the danger of a zone from its default (rule book, world 2.3). */
export const ZONE_SHIFT_MAX = 2;
/** Both values of a zone lie between 0 and this. */
export const ZONE_VALUE_MAX = 10;

/** Regions of one ring around the Nexus, and how far the rings lie, in light years (rule book, world 12.3). */
export const MAP_RING = { slots: 12, radius: 2_600, step: 700 } as const;

/** Codes of the regions of the platform; no other region gets one of them. */
export const PLATFORM_CODES: readonly string[] = ['TER', 'NEX', 'SOL'];

/** Waiting time before the next attempt to attach a region, by the attempts that failed (rule book, world 4.5). */
export const ATTACH_RETRY_MS: readonly number[] = [1_000, 5_000, 30_000, 300_000, 1_800_000];

/** Whom a region lets in (rule book, platform 8.2): everybody, or its owner and those who own something there. */
export const ENTRY_POLICIES = ['open', 'members_only'] as const;
export type EntryPolicy = (typeof ENTRY_POLICIES)[number];
