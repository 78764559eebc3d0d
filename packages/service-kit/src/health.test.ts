import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { createHealth } from './health.ts';
import { registerHealthRoutes } from './health-routes.ts';

const ok = async (): Promise<void> => {};
const broken = async (): Promise<void> => {
  throw new Error('connect ECONNREFUSED db.internal:5432');
};
const never = (): Promise<void> => new Promise(() => {});

describe('createHealth', () => {
  it('is ready when all checks pass', async () => {
    const health = createHealth();
    health.addCheck('database', ok);
    expect(await health.readiness()).toEqual({ ready: true, draining: false, checks: { database: 'ok' } });
  });

  it('is not ready when one fails or does not answer in time', async () => {
    const health = createHealth({ checkLimitMs: 20 });
    health.addCheck('database', broken);
    health.addCheck('redis', never);
    health.addCheck('migrations', ok);
    expect(await health.readiness()).toEqual({
      ready: false,
      draining: false,
      checks: { database: 'failed', redis: 'failed', migrations: 'ok' },
    });
  });

  it('tells a late check to end', async () => {
    const health = createHealth({ checkLimitMs: 10 });
    let ended = false;
    health.addCheck('slow', (signal) => {
      signal.addEventListener('abort', () => {
        ended = true;
      });
      return never();
    });
    await health.readiness();
    expect(ended).toBe(true);
  });

  it('is never ready again once draining', async () => {
    const health = createHealth();
    health.addCheck('database', ok);
    health.startDraining();
    expect(health.isDraining()).toBe(true);
    expect(await health.readiness()).toMatchObject({ ready: false, draining: true });
  });

  it('refuses two checks of one name', () => {
    const health = createHealth();
    health.addCheck('database', ok);
    expect(() => health.addCheck('database', ok)).toThrow(/registered twice/);
  });
});

describe('health routes', () => {
  it('is alive even when not ready, and shows no error text', async () => {
    const health = createHealth();
    health.addCheck('database', broken);
    const app = Fastify();
    registerHealthRoutes(app, health);
    const alive = await app.inject('/health');
    const ready = await app.inject('/ready');
    expect([alive.statusCode, alive.json()]).toEqual([200, { status: 'ok' }]);
    expect(ready.statusCode).toBe(503);
    expect(ready.body).not.toContain('db.internal');
  });

  it('answers 200 when ready', async () => {
    const app = Fastify();
    registerHealthRoutes(app, createHealth());
    expect((await app.inject('/ready')).statusCode).toBe(200);
  });
});
