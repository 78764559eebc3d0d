/** Writes the dashboards for Grafana: `node services/monitoring/src/main.ts`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DASHBOARDS, grafanaJson } from './dashboards.ts';

for (const dashboard of DASHBOARDS) {
  writeFileSync(
    join(import.meta.dirname, '../grafana/dashboards', `${dashboard.uid}.json`),
    grafanaJson(dashboard),
  );
}
