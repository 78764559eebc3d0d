import { randomBytes } from 'node:crypto';
import type { Database, Sql } from '@sw/db';
import type { RegionPlan } from '@sw/rules';
import { chooseNexusEnd, GENERATOR_VERSION, generateRegion, TERRAN_NEXUS_CLUSTER } from '@sw/rules';
import { StartupError } from '@sw/service-kit';
import { writeLink } from './link-writer.ts';
import { writeRegistration, writeWorld } from './region-writer.ts';

/** How a galaxy is made on the first start. */
export interface GalaxyRequest {
  /** Drawn when absent; kept with every region. */
  readonly seed: string | undefined;
  readonly isNexusEnabled: boolean;
  readonly nowMs: number;
  readonly newId: () => string;
  readonly onProgress: (text: string) => void;
}

const NEXUS_FIRST_ID = 301;
const ADVISORY_LOCK = 2102_0001;

/**
 * Makes Terran Space and the Central Nexus unless the database has them; one process does it, others wait.
 * The whole galaxy is one transaction: it is there completely or not at all.
 */
export const ensureGalaxy = async (db: Database, request: GalaxyRequest): Promise<void> => {
  if (await hasGalaxy(db.sql)) return;
  await db.session(async (sql) => {
    // Whoever comes second waits as long as the first one needs.
    await sql`SET lock_timeout = 0`;
    await sql`SELECT pg_advisory_lock(${ADVISORY_LOCK})`;
    try {
      if (!(await hasGalaxy(sql))) await createGalaxy(db, request);
    } finally {
      await sql`SELECT pg_advisory_unlock(${ADVISORY_LOCK})`;
    }
  });
};

const hasGalaxy = async (sql: Sql): Promise<boolean> => {
  const rows = await sql`SELECT 1 FROM regions WHERE kind = 'terran_space'`;
  return rows.length > 0;
};

const createGalaxy = async (db: Database, request: GalaxyRequest): Promise<void> => {
  const seed = request.seed ?? randomBytes(12).toString('hex');
  request.onProgress('Generating Terran Space, 300 sectors');
  const terran = planFor('terran_space', 'TER', 300, seed);
  if (!request.isNexusEnabled) return store(db, request, terran, null);
  request.onProgress('Generating the Central Nexus, 5,000 sectors');
  const nexus = planFor('central_nexus', 'NEX', 5000, seed);
  await store(db, request, terran, nexus);
};

const planFor = (
  regionKind: RegionPlan['regionKind'],
  regionCode: string,
  sectorCount: number,
  seed: string,
): RegionPlan =>
  generateRegion({ generatorVersion: GENERATOR_VERSION, seed, regionKind, regionCode, sectorCount });

const store = async (
  db: Database,
  request: GalaxyRequest,
  terran: RegionPlan,
  nexus: RegionPlan | null,
): Promise<void> => {
  request.onProgress('Writing the galaxy');
  const nexusEnd = nexus === null ? null : chooseNexusEnd(nexus, TERRAN_NEXUS_CLUSTER, new Set());
  if (nexus !== null && nexusEnd === null)
    throw new StartupError('The galaxy seed leaves no place for the Nexus link; choose another GALAXY_SEED.');
  const nexusSectorId = nexusEnd === null ? null : NEXUS_FIRST_ID + nexusEnd - 1;
  const { nowMs, newId } = request;
  const terranId = newId();
  await db.write((sql) => {
    const statements = [
      ...writeRegistration(sql, {
        ...entryOf(terran, terranId, nowMs),
        name: 'terran-space',
        title: 'Terran Space',
        firstSectorId: 1,
        map: [0, -1700, 0],
      }),
      ...writeWorld(sql, terran, { id: terranId, firstSectorId: 1, firstWarpId: 1, nowMs, newId }),
    ];
    if (nexus === null || nexusSectorId === null || terran.gatewayNumber === null) return statements;
    const nexusId = newId();
    const firstWarpId = terran.warps.length + 1;
    return [
      ...statements,
      ...writeRegistration(sql, {
        ...entryOf(nexus, nexusId, nowMs),
        name: 'central-nexus',
        title: 'Central Nexus',
        firstSectorId: NEXUS_FIRST_ID,
        map: [0, 0, 0],
      }),
      ...writeWorld(sql, nexus, { id: nexusId, firstSectorId: NEXUS_FIRST_ID, firstWarpId, nowMs, newId }),
      ...writeLink(sql, {
        regionId: terranId,
        gatewaySectorId: terran.gatewayNumber,
        nexusSectorId,
        firstWarpId: firstWarpId + nexus.warps.length,
      }),
    ];
  });
};

/** What the registry keeps of a region of the platform: it needs no toll and has no owner. */
const entryOf = (plan: RegionPlan, id: string, nowMs: number) => ({
  id,
  code: plan.regionCode,
  kind: plan.regionKind,
  status: 'active' as const,
  sectorCount: plan.sectorCount,
  seed: plan.seed,
  generatorVersion: plan.generatorVersion,
  zones: plan.zones,
  linkToll: 0,
  nowMs,
});
