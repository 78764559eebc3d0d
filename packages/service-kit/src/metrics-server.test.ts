import { afterEach, describe, expect, it } from 'vitest';
import { createLogger, createSilentLogger } from './logger.ts';
import { createMetrics } from './metrics.ts';
import type { MetricsServer, MetricsServerOptions } from './metrics-server.ts';
import { startMetricsServer } from './metrics-server.ts';

const open: MetricsServer[] = [];
const start = async (options: Partial<MetricsServerOptions> = {}): Promise<MetricsServer> => {
  const server = await startMetricsServer({
    registry: createMetrics().registry,
    host: '127.0.0.1',
    port: 0,
    environment: 'test',
    logger: createSilentLogger(),
    ...options,
  });
  open.push(server);
  return server;
};

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

describe('startMetricsServer', () => {
  it('serves the registry on a free port', async () => {
    const metrics = createMetrics();
    metrics.auth.lockouts.inc(3);
    const { port } = await start({ registry: metrics.registry });
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(await answer.text()).toContain('sw_auth_lockouts_total 3');
  });

  it('answers nothing else', async () => {
    const { port } = await start();
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${port}/metrics`, { method: 'POST' })).status).toBe(404);
  });

  it('moves to a free port in development, with a warning', async () => {
    const lines: string[] = [];
    const logger = createLogger({
      service: 's',
      level: 'warn',
      destination: { write: (line) => void lines.push(line) },
    });
    const first = await start();
    const second = await start({ port: first.port, environment: 'development', logger });
    expect(second.port).not.toBe(first.port);
    expect(lines.join('')).toContain('metrics.port_replaced');
  });

  it('refuses to start on a taken port outside development', async () => {
    const first = await start();
    await expect(start({ port: first.port, environment: 'production' })).rejects.toThrow(
      `METRICS_PORT ${first.port} is taken by another process.`,
    );
  });
});
