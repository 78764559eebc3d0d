import type { Step } from '../engine/plan.ts';
import { patchRegion } from '../store/regions.repository.ts';
import type { Workshop } from './workshop.ts';

/** A server is given this long to end in order. */
export const STOP_GRACE_MS = 30_000;

export const stopStep = ({ deps }: Workshop): Step => ({
  name: 'stop',
  run: ({ region }) => deps.driver.stop(region.name, STOP_GRACE_MS),
});

/**
 * Starts the server as its row says. A region that was never reachable loses it again when a later step fails; one
 * that was keeps trying: a world that exists is never given up because of its server.
 */
export const startStep = ({ deps, specOf }: Workshop, { isNew }: { readonly isNew: boolean }): Step => ({
  name: 'start',
  run: async ({ region }) => {
    const spec = await specOf(region);
    // Files of secrets may have gone with the host they lay on.
    if (!isNew) await deps.driver.prepare(spec);
    await deps.driver.ensureStarted(spec);
    const endpoint = await deps.driver.endpoint(region.name);
    await deps.db.write((sql) => [patchRegion(sql, region.name, { endpoint })]);
  },
  ...(isNew ? { undo: ({ region }) => deps.driver.stop(region.name, STOP_GRACE_MS) } : {}),
});

export const readyStep = ({ probe }: Workshop): Step => ({
  name: 'ready',
  run: ({ region, signal }) => probe.untilReady(region.name, signal),
});
