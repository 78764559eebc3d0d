import type { Deps } from '../deps.ts';
import type { ServerSpec } from '../drivers/driver.ts';
import type { RegionRow } from '../store/region-row.ts';
import type { Probe } from './probe.ts';
import { createProbe } from './probe.ts';
import type { RegionSecrets } from './region-secrets.ts';
import { createRegionSecrets } from './region-secrets.ts';
import { serverSpec } from './server-spec.ts';

/** What steps of every kind share. */
export interface Workshop {
  readonly deps: Deps;
  readonly secrets: RegionSecrets;
  readonly probe: Probe;
  readonly specOf: (region: RegionRow) => Promise<ServerSpec>;
}

export const createWorkshop = (deps: Deps): Workshop => {
  const secrets = createRegionSecrets(deps);
  return {
    deps,
    secrets,
    probe: createProbe(deps),
    specOf: (region) => serverSpec(deps, secrets, region),
  };
};
