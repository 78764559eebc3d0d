import type { OperationsOverview } from '@sw/contracts/admin';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FakeServer, problem } from '../../testing/fake-server.ts';
import { renderInConsole } from '../../testing/render-in-console.tsx';
import { flowsOf, group } from './charts.ts';
import { OperationsPage } from './OperationsPage.tsx';
import { tilesOf } from './tiles.ts';

vi.mock('../../charts/draw-chart.ts', () => ({
  drawChart: () => ({ point: () => undefined, destroy: () => undefined }),
}));

afterEach(cleanup);

const AT = '2102-01-01T12:00:00.000Z';
const overview = (change: Partial<OperationsOverview> = {}): OperationsOverview => ({
  at: AT,
  live: {
    at: AT,
    processes: 2,
    playersOnline: 412,
    sockets: { player: 431, admin: 3 },
    requestsPerS: 93.4,
    p50Ms: 4.2,
    p95Ms: 84,
    p99Ms: 210,
    errorPpm: 800,
    poolInUse: 15,
    poolSize: 40,
    eventLoopLagMs: 12,
    outboxLagS: 0,
  },
  players: { registered: 5000, newToday: 12, new7d: 90, activeToday: 800, active7d: 2100 },
  database: { sizeBytes: 18_400_000_000 },
  jobs: { lagS: 2, failed24h: 0 },
  regions: { up: 11, total: 12 },
  credits: { created: 5_100_000, destroyed: 2_000_000, measuredS: 86_400 },
  needs: [],
  ...change,
});
const SERIES = { stepS: 300, slots: [AT], series: [{ metric: 'players.online', values: [7] }] };
const ACTIVITY = {
  items: [{ id: 'c1', at: AT, kind: 'credits', who: 'mara_k', what: 'trade_sell', amount: 2040 }],
};

const open = async (change: Partial<OperationsOverview> = {}) => {
  const server = new FakeServer()
    .answer('GET /admin/analytics/overview', { status: 200, body: overview(change) })
    .answer('GET /admin/analytics/series', { status: 200, body: SERIES })
    .answer('GET /admin/analytics/realtime', { status: 200, body: ACTIVITY });
  await renderInConsole(<OperationsPage />, { server });
  await screen.findByText('Players online');
  return server;
};

const tile = (name: string) => screen.getByText(name).closest('li') as HTMLElement;

describe('the operations dashboard', () => {
  it('shows its figures with their units and what they are of', async () => {
    await open();
    expect(tile('Players online').textContent).toContain('412');
    expect(tile('Requests').textContent).toContain('93.4/s');
    expect(tile('Errors').textContent).toContain('0.08 %');
    expect(tile('Database size').textContent).toContain('18.4 GB');
    expect(tile('Credits, net of a day').textContent).toContain('+3,100,000 cr');
    expect(tile('Regions up').textContent).toMatch(/11.*of 12/);
    expect(within(tile('Regions up')).getByLabelText('higher than usual')).toBeDefined();
    expect(screen.getByText('Nothing needs you.')).toBeDefined();
    expect(await screen.findByText('mara_k')).toBeDefined();
  });

  it('invents no figure where a source was silent, and no calm either', async () => {
    await open({ live: null, credits: null, needs: null });
    expect(tile('Players online').textContent).toContain('no answer');
    expect(tile('Credits, net of a day').textContent).toContain('no answer');
    expect(tile('New today').textContent).toContain('12');
    expect(screen.queryByText('Nothing needs you.')).toBeNull();
    expect(screen.getByRole('alert').textContent).toContain('could not be found out');
  });

  it('leads on from what needs somebody', async () => {
    await open({
      needs: [
        { kind: 'trading_halted', severity: 'critical', subject: null, at: AT },
        { kind: 'job_failed', severity: 'high', subject: 'ledger.fold', at: AT },
      ],
    });
    const panel = within(screen.getByRole('region', { name: 'Needs you' }));
    expect(panel.getByText(/ledger\.fold failed/)).toBeDefined();
    expect(panel.getAllByRole('link', { name: 'Open' }).map((link) => link.getAttribute('href'))).toEqual([
      '/system',
      '/system/jobs',
    ]);
  });

  it('says what failed when nothing can be asked', async () => {
    const server = new FakeServer()
      .answer('GET /admin/analytics/overview', problem(503, 'dependency_unavailable'))
      .answer('GET /admin/analytics/series', problem(403, 'missing_scope', { scope: 'analytics.read' }))
      .answer('GET /admin/analytics/realtime', problem(503, 'dependency_unavailable'));
    await renderInConsole(<OperationsPage />, { server });
    const figures = await screen.findByRole('region', { name: 'Figures' });
    expect(
      await within(figures).findByRole('button', { name: 'Try again' }, { timeout: 8_000 }),
    ).toBeDefined();
    expect(screen.queryByText('412')).toBeNull();
  }, 15_000);
});

describe('tilesOf', () => {
  const tone = (id: string, change: Partial<OperationsOverview>) =>
    tilesOf(overview(change)).find((each) => each.id === id)?.tone;
  const live = (change: object) => ({
    live: { ...overview().live, ...change } as OperationsOverview['live'],
  });

  it('turns at the limits of monitoring', () => {
    expect([399, 400, 749, 750].map((p95Ms) => tone('p95', live({ p95Ms })))).toEqual([
      'calm',
      'watch',
      'watch',
      'alarm',
    ]);
    expect([4_999, 20_000].map((errorPpm) => tone('errors', live({ errorPpm })))).toEqual(['calm', 'alarm']);
    expect(tone('jobs', { jobs: { lagS: 200, failed24h: 0 } })).toBe('alarm');
    expect(tone('p95', { live: null })).toBe('calm');
  });
});

describe('bars of credits', () => {
  const words = { title: 't', labelTitle: 'l', locale: 'en' };
  it('stand above for what was made and below for what was destroyed, the biggest first, the rest together', () => {
    const series = [
      ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((reason, index) => ({
        metric: `credits.created:${reason}`,
        values: [index + 1, null],
      })),
      { metric: 'credits.destroyed:tax', values: [4, null] },
    ];
    const data = flowsOf(
      { stepS: 300, slots: [AT, AT], series },
      2,
      (side, reason) => `${side} ${reason}`,
      words,
    );
    expect(data.series.map(({ label, values }) => [label, values])).toEqual([
      ['created g', [7]],
      ['created f', [6]],
      ['created e', [5]],
      ['created d', [4]],
      ['created c', [3]],
      ['created rest', [3]],
      ['destroyed tax', [-4]],
    ]);
    expect(data.labels).toHaveLength(1);
  });

  it('leave a gap where nothing was measured', () => {
    expect(group([1, 2, null, null, 5], 2)).toEqual([3, null, 5]);
  });
});
