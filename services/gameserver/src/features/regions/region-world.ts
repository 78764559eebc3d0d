import { INTERNAL_ENDPOINTS, regionCertificate } from '@sw/contracts/internal';
import type { Database, Sql } from '@sw/db';
import { StartupError } from '@sw/service-kit';
import { z } from 'zod';
import type { RegionalSettings } from '../../config-role.ts';
import type { CallInternal } from '../../platform/internal-call.ts';
import { writeRegistration, writeWorld } from '../universe/index.ts';
import { planOf } from './build-region.service.ts';
import type { RegionCertificate } from './certificate.service.ts';

export interface RegionWorldRequest {
  readonly settings: RegionalSettings;
  readonly call: CallInternal;
  readonly nowMs: number;
  readonly newId: () => string;
  readonly onProgress: (text: string) => void;
}

const ADVISORY_LOCK = 2102_0002;

/**
 * Makes the world of a regional server's one region unless its database has it: from the certificate it was given, else
 * from the hub's. Everything is one transaction; one process does it, others wait.
 *
 * @throws StartupError when nobody says what the region is made of, or the database holds another region
 */
export const ensureRegionWorld = async (db: Database, request: RegionWorldRequest): Promise<void> => {
  await assertOwnDatabase(db, request.settings.regionName);
  if (await hasWorld(db.sql, request.settings.regionName)) return;
  const certificate = await certificateOf(request);
  request.onProgress(`Generating ${certificate.title}, ${certificate.sectorCount} sectors`);
  const plan = planOf(certificate);
  await db.session(async (sql) => {
    await sql`SET lock_timeout = 0`;
    await sql`SELECT pg_advisory_lock(${ADVISORY_LOCK})`;
    try {
      if (!(await hasWorld(sql, certificate.name))) await store(db, request, certificate, plan);
    } finally {
      await sql`SELECT pg_advisory_unlock(${ADVISORY_LOCK})`;
    }
  });
};

const hasWorld = async (sql: Sql, name: string): Promise<boolean> =>
  (await sql`SELECT 1 FROM regions WHERE name = ${name}`).length > 0;

/** Two regions in one database would take each other's players for their own. */
const assertOwnDatabase = async (db: Database, name: string): Promise<void> => {
  const [other] = await db.sql<{ name: string }[]>`
    SELECT name FROM regions WHERE endpoint IS NULL AND name <> ${name} LIMIT 1`;
  if (other !== undefined) {
    throw new StartupError(
      `This database holds the world of ${other.name}, not of ${name}; check DATABASE_URL.`,
    );
  }
};

const certificateOf = async ({ settings, call }: RegionWorldRequest): Promise<RegionCertificate> => {
  const { regionName, certificate, nexusUrl } = settings;
  if (certificate !== null) {
    const parsed = regionCertificate.safeParse(certificate);
    if (!parsed.success || parsed.data.name !== regionName) {
      throw new StartupError(`REGION_CERTIFICATE is not the certificate of ${regionName}.`);
    }
    return parsed.data;
  }
  try {
    return await call(nexusUrl, INTERNAL_ENDPOINTS.getRegionCertificate, { params: { name: regionName } });
  } catch (cause) {
    if (cause instanceof z.core.$ZodError) throw cause;
    throw new StartupError(
      `The hub does not say what ${regionName} is made of; check NEXUS_URL and SERVICE_KEY_FILE, or set REGION_CERTIFICATE.`,
      { cause },
    );
  }
};

const store = (
  db: Database,
  { nowMs, newId }: RegionWorldRequest,
  certificate: RegionCertificate,
  plan: ReturnType<typeof planOf>,
): Promise<unknown> => {
  const { id, firstSectorId, map } = certificate;
  return db.write((sql) => [
    ...writeRegistration(sql, {
      ...certificate,
      id,
      kind: 'player_owned',
      status: 'active',
      map: [map.x, map.y, map.z],
      // The hub's orders bring what the owner decided.
      linkToll: 0,
      ...(certificate.ownerUserId === null ? {} : { ownerUserId: certificate.ownerUserId }),
      nowMs,
    } as Parameters<typeof writeRegistration>[1]),
    ...writeWorld(sql, plan, { id, firstSectorId, firstWarpId: 1, nowMs, newId }),
  ]);
};
