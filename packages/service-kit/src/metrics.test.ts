import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { registerHttpMetrics } from './http-metrics.ts';
import { createMetrics } from './metrics.ts';

describe('createMetrics', () => {
  it('offers the names dashboards ask for', async () => {
    const names = (await createMetrics({ withProcessMetrics: true }).registry.getMetricsAsJSON()).map(
      (metric) => metric.name,
    );
    expect(names).toEqual(
      expect.arrayContaining([
        'nodejs_eventloop_lag_seconds',
        'sw_auth_logins_total',
        'sw_credits_flow_total',
        'sw_credits_total',
        'sw_db_pool_in_use',
        'sw_db_query_seconds',
        'sw_http_request_duration_seconds',
        'sw_http_requests_total',
        'sw_outbox_lag_seconds',
        'sw_ratelimit_hits_total',
        'sw_trades_total',
        'sw_turns_spent_total',
        'sw_ws_connections',
      ]),
    );
  });

  it('keeps registries apart', async () => {
    const first = createMetrics();
    const second = createMetrics();
    first.economy.trades.inc({ commodity: 'ore', side: 'buy' });
    expect(await first.registry.metrics()).toContain('sw_trades_total{commodity="ore",side="buy"} 1');
    expect(await second.registry.metrics()).not.toContain('commodity="ore"');
  });
});

describe('registerHttpMetrics', () => {
  it('counts by route template, never by path', async () => {
    const metrics = createMetrics();
    const app = Fastify();
    registerHttpMetrics(app, metrics.http);
    app.get('/players/:id', () => ({}));
    await app.inject('/players/0198c0de');
    await app.inject('/players/0198c0df');
    await app.inject('/wp-login.php');
    const text = await metrics.registry.metrics();
    expect(text).toContain('sw_http_requests_total{route="/players/:id",method="GET",status="200"} 2');
    expect(text).toContain('sw_http_requests_total{route="unmatched",method="GET",status="404"} 1');
    expect(text).toContain('sw_http_request_duration_seconds_count{route="/players/:id"} 2');
    expect(text).not.toContain('0198c0de');
  });
});
