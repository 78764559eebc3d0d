import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBinary, needsBinaries } from '@sw/test-kit';
import { freePort } from '@sw/test-kit/gateway';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { signUpPlayer } from '../players/sign-up.ts';
import type { Stack } from '../stack/start-stack.ts';
import { startStack } from '../stack/start-stack.ts';

const needs = needsBinaries('prometheus', 'promtool');
const FOLDER = join(import.meta.dirname, '../../../services/monitoring');
const RULES = join(FOLDER, 'prometheus');
const START_LIMIT_MS = 180_000;

interface Target {
  readonly expr: string;
}
interface Board {
  readonly title: string;
  readonly panels: readonly { readonly title: string; readonly targets: readonly Target[] }[];
}

const boards = readdirSync(join(FOLDER, 'grafana/dashboards')).map(
  (file) => JSON.parse(readFileSync(join(FOLDER, 'grafana/dashboards', file), 'utf8')) as Board,
);
const queries = boards.flatMap(({ title, panels }) =>
  panels.flatMap((panel) => panel.targets.map(({ expr }) => ({ board: title, panel: panel.title, expr }))),
);

/** Served by others than a game server, which alone runs here: the manager, and what backup.sh leaves. */
const ELSEWHERE = /^sw_(?:region|backup|provision)_/;
const metricsIn = (text: string): readonly string[] => [...new Set(text.match(/\bsw_[a-z_]+\b/g) ?? [])];

const promtool = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(findBinary('promtool') ?? '', args, { encoding: 'utf8' });
  return { status, written: stdout + stderr };
};

describe.skipIf(needs.isMissing)(`monitoring${needs.note}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'sw-prometheus-'));
  let stack: Stack;
  let prometheus: ChildProcess;
  let base: string;
  let metricsUrl: string;

  const api = async (path: string): Promise<{ status: string; data: Record<string, unknown> }> =>
    (await fetch(`${base}/api/v1/${path}`)).json() as Promise<{
      status: string;
      data: Record<string, unknown>;
    }>;
  const query = async (expr: string) => {
    const { status, data } = await api(`query?query=${encodeURIComponent(expr)}`);
    return {
      status,
      results: (data?.['result'] ?? []) as readonly { readonly value: readonly [number, string] }[],
    };
  };

  beforeAll(async () => {
    const metricsPort = await freePort();
    stack = await startStack({ METRICS_PORT: String(metricsPort) });
    metricsUrl = `http://127.0.0.1:${metricsPort}/metrics`;
    const port = await freePort();
    base = `http://127.0.0.1:${port}`;
    cpSync(RULES, folder, { recursive: true });
    // The same settings, asked of the servers of this test every second.
    const settings = readFileSync(join(RULES, 'prometheus.yml'), 'utf8').split('scrape_configs:')[0] ?? '';
    const target = `scrape_configs:\n  - job_name: gameserver\n    static_configs:\n      - targets: ['127.0.0.1:${metricsPort}']\n`;
    writeFileSync(join(folder, 'prometheus.yml'), settings.replaceAll('15s', '1s') + target);
    const args = [`--config.file=${folder}/prometheus.yml`, `--storage.tsdb.path=${folder}/data`];
    prometheus = spawn(findBinary('prometheus') ?? '', [...args, `--web.listen-address=127.0.0.1:${port}`], {
      stdio: 'ignore',
    });
    await signUpPlayer(stack.origin, 'Watchful');
    await vi.waitFor(async () => expect((await query('sw_registrations_total')).results).not.toEqual([]), {
      timeout: 60_000,
      interval: 300,
    });
  }, START_LIMIT_MS);
  afterAll(async () => {
    if (prometheus !== undefined) {
      const ended = once(prometheus, 'exit');
      prometheus.kill('SIGTERM');
      await ended;
    }
    await stack?.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has settings and rules that Prometheus takes, and alerts that fire when they should', () => {
    expect(promtool('check', 'config', join(RULES, 'prometheus.yml'))).toMatchObject({ status: 0 });
    for (const file of ['alerts.test.yml', 'alerts-of-days.test.yml']) {
      expect(promtool('test', 'rules', join(RULES, file))).toMatchObject({ status: 0 });
    }
  });

  it('asks for nothing that nobody says', async () => {
    const said = await (await fetch(metricsUrl)).text();
    const known = new Set([...said.matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name));
    const asked = metricsIn(
      readFileSync(join(RULES, 'alerts.yml'), 'utf8') + queries.map(({ expr }) => expr).join('\n'),
    );
    const unknown = asked.filter(
      (name) => !ELSEWHERE.test(name) && !known.has(name.replace(/_(?:bucket|sum|count)$/, '')),
    );
    expect(unknown).toEqual([]);
  });

  it('evaluates every alert without an error, and none fires in a healthy game', async () => {
    await vi.waitFor(
      async () => {
        const { data } = await api('rules');
        const groups = data['groups'] as readonly {
          readonly rules: readonly {
            readonly name: string;
            readonly health: string;
            readonly lastError?: string;
          }[];
        }[];
        const rules = groups.flatMap((group) => group.rules);
        expect(rules.length).toBeGreaterThan(10);
        expect(rules.filter(({ health }) => health !== 'ok')).toEqual([]);
      },
      { timeout: 20_000, interval: 300 },
    );
    expect((await query('ALERTS{alertstate="firing"}')).results).toEqual([]);
  });

  it.each(queries)('$board, $panel: Prometheus takes the question', async ({ expr }) => {
    expect((await query(expr)).status).toBe('success');
  });

  it('knows who signed up, and names the jobs of the game apart from its own', async () => {
    const [count] = (await query('sum(sw_registrations_total)')).results;
    expect(Number(count?.value[1])).toBeGreaterThanOrEqual(1);
    await vi.waitFor(
      async () =>
        expect(
          (await query('sw_job_last_success_timestamp{exported_job="ledger.audit"}')).results,
        ).not.toEqual([]),
      { timeout: 40_000, interval: 500 },
    );
    await vi.waitFor(
      async () => expect((await query('sw_credits_total{holder="wallet"} > 0')).results).not.toEqual([]),
      { timeout: 20_000, interval: 500 },
    );
  });
});
