import type { Sql } from '@sw/db';
import { ATTACH_RETRY_MS } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { attachRegion } from './attach-region.service.ts';
import { planOf, storeWorld } from './build-region.service.ts';
import { readCertificate } from './certificate.service.ts';
import { insertStep, writeStatus } from './region.repository.ts';

interface Waiting {
  readonly id: string;
  readonly name: string;
  readonly status: 'pending' | 'provisioning' | 'attaching';
  readonly attachFailures: number;
}

/** Regions this server makes itself and whose next step is due. */
const findWaiting = (sql: Sql, nowMs: number) => sql<Waiting[]>`
  SELECT id, name, status, attach_failures FROM regions
  WHERE status IN ('pending', 'provisioning', 'attaching') AND kind = 'player_owned' AND NOT is_managed
    AND (attach_after IS NULL OR attach_after <= ${new Date(nowMs)})
  ORDER BY created_at, id LIMIT 5`;

/**
 * Takes every region that is being made in this database one step further (rule book, world 4.5). Every step can be
 * repeated, so that another process goes on where one died.
 */
export const makeRegions = async (deps: Deps, nowMs: number): Promise<void> => {
  for (const region of await findWaiting(deps.db.sql, nowMs)) {
    if (region.status === 'attaching') await attach(deps, region, nowMs);
    else await build(deps, region, nowMs);
  }
};

const build = async (deps: Deps, { id, name }: Waiting, nowMs: number): Promise<void> => {
  await deps.db.write((sql) => [
    sql`WITH begun AS (
          UPDATE regions SET status = 'provisioning', version = version + 1
          WHERE id = ${id} AND status = 'pending' RETURNING id)
        INSERT INTO region_events (region_id, at, step, outcome)
        SELECT id, ${new Date(nowMs)}, 'generated', 'begun' FROM begun`,
  ]);
  const certificate = await readCertificate(deps, name);
  let plan: ReturnType<typeof planOf>;
  try {
    plan = planOf(certificate);
  } catch (error) {
    // The same seed fails every time: an operator chooses another one.
    deps.logger.error({ err: error, region: name }, 'region.generation_failed');
    await deps.db.write((sql) => [
      writeStatus(sql, id, 'failed'),
      insertStep(sql, id, nowMs, { step: 'generated', outcome: 'failed', detail: 'no_valid_plan' }),
    ]);
    return;
  }
  if (await storeWorld(deps.db, certificate, plan, { nowMs, newId: deps.newId })) {
    await attach(deps, { id, name, status: 'attaching', attachFailures: 0 }, nowMs);
  }
};

/** Tries 1 s, 5 s, 30 s, 5 min and 30 min after a failure; after the fifth the operators are told. */
const attach = async (deps: Deps, region: Waiting, nowMs: number): Promise<void> => {
  try {
    await attachRegion(deps, region.name, null, nowMs);
  } catch (error) {
    const failures = region.attachFailures + 1;
    const waitMs = ATTACH_RETRY_MS[Math.min(failures, ATTACH_RETRY_MS.length) - 1] ?? 0;
    const log = { err: error, region: region.name, failures };
    if (failures >= ATTACH_RETRY_MS.length) deps.logger.error(log, 'region.attachment_stuck');
    else deps.logger.warn(log, 'region.attachment_failed');
    await deps.db.write((sql) => [
      sql`UPDATE regions SET attach_failures = ${failures}, attach_after = ${new Date(nowMs + waitMs)}
          WHERE id = ${region.id} AND status = 'attaching'`,
      insertStep(sql, region.id, nowMs, {
        step: 'attached',
        outcome: 'failed',
        detail: error instanceof Error ? error.message : 'unknown',
      }),
    ]);
  }
};
