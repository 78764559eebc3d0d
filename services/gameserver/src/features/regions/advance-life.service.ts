import type { Sql } from '@sw/db';
import { dueStatus } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { forEachApart } from '../../platform/for-each-apart.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import { evacuateRegion } from './evacuate.service.ts';
import { changeStatus } from './lifecycle.ts';
import { lockRegion, touchRegistry } from './region.repository.ts';

const findClocked = (sql: Sql) => sql<{ name: string }[]>`
  SELECT name FROM regions WHERE status IN ('suspended', 'grace', 'terminated') ORDER BY name`;

/** Moves every region on whose time is over (rule book, platform 7), each one step and decided under its lock. */
export const advanceLives = async (deps: Deps, nowMs: number): Promise<void> => {
  await forEachApart(deps, 'region_lifecycle', await findClocked(deps.db.sql), ({ name }) =>
    deps.db.command(async (tx) => {
      const { sql } = tx;
      const [, [region]] = await tx.load(touchRegistry(sql), lockRegion(sql, name));
      if (region === undefined) return;
      const next = dueStatus(
        {
          status: region.status,
          suspendedAtMs: region.suspendedAt?.getTime() ?? null,
          evacuatedAtMs: region.evacuatedAt?.getTime() ?? null,
          terminatedAtMs: region.terminatedAt?.getTime() ?? null,
        },
        nowMs,
      );
      if (next === null) return;
      const { writes, events } = changeStatus(sql, region, next, nowMs, 'its time was over');
      await saveAndTell(deps, tx, nowMs, writes, events);
    }),
  );
};

const findEnding = (sql: Sql) => sql<{ name: string }[]>`
  SELECT name FROM regions
  WHERE status = 'terminated' AND evacuated_at IS NULL AND NOT is_managed ORDER BY name LIMIT 5`;

/** Brings everybody out of regions that have ended, until nobody is left. */
export const evacuateEnded = async (deps: Deps, nowMs: number): Promise<void> => {
  await forEachApart(deps, 'region_evacuation', await findEnding(deps.db.sql), async ({ name }) => {
    if (await evacuateRegion(deps, name, nowMs)) deps.logger.info({ region: name }, 'region.evacuated');
  });
};
