import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DASHBOARDS, grafanaJson } from './dashboards.ts';

const FOLDER = join(import.meta.dirname, '../grafana/dashboards');

describe('dashboards', () => {
  it.each(DASHBOARDS)('$title is written as it is defined', (dashboard) => {
    expect(readFileSync(join(FOLDER, `${dashboard.uid}.json`), 'utf8')).toBe(grafanaJson(dashboard));
  });

  it('are all there are, each panel under a name of its own', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(DASHBOARDS.map(({ uid }) => `${uid}.json`).sort());
    for (const { panels } of DASHBOARDS) {
      expect(new Set(panels.map(({ title }) => title)).size).toBe(panels.length);
    }
  });
});
