import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import type { TestDatabase } from '@sw/test-kit';
import { createTestDatabase, needsBinaries } from '@sw/test-kit';
import type { DockerEngine } from '@sw/test-kit/docker';
import { buildServiceImage, importTree, startDockerEngine } from '@sw/test-kit/docker';
import { freePort } from '@sw/test-kit/gateway';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const needs = needsBinaries('dockerd', 'tar');
const BUILD = 'sw-test/build:latest';
const LIMIT_MS = 120_000;

describe.skipIf(needs.isMissing)(`images of services${needs.note}`, () => {
  let engine: DockerEngine;
  let image: string;

  beforeAll(async () => {
    engine = await startDockerEngine();
    image = await buildServiceImage(engine.docker, 'gameserver');
  });
  afterAll(() => engine?.stop());

  /** Runs a program of Node in a container as compose would start it; what it wrote, and its exit code. */
  const run = async (...args: readonly string[]) => {
    const output = new PassThrough();
    const errors = new PassThrough();
    const written = Promise.all([text(output), text(errors)]);
    const [{ StatusCode: exitCode }] = await engine.docker.run(image, [...args], [output, errors], {
      Entrypoint: ['node'],
      HostConfig: { AutoRemove: true, ReadonlyRootfs: true, NetworkMode: 'none', CapDrop: ['ALL'] },
    });
    return { exitCode, written: (await written).join('') };
  };

  it('runs as nobody special, stops by SIGTERM and checks its own health without a shell', async () => {
    const { Config: config } = await engine.docker.getImage(image).inspect();
    expect(config).toMatchObject({
      User: '1000:1000',
      StopSignal: 'SIGTERM',
      ExposedPorts: { '8080/tcp': {}, '9464/tcp': {} },
      Healthcheck: {
        Test: ['CMD', 'node', expect.stringMatching(/healthcheck\.ts$/), '/api/v1/status/health'],
      },
    });
  });

  it('can write nowhere and holds no tests', async () => {
    const program = `
      import fs from 'node:fs';
      let refused = '';
      try { fs.writeFileSync('/app/x', ''); } catch (error) { refused = error.code; }
      const tests = ['packages', 'services']
        .flatMap((folder) => fs.readdirSync('/app/' + folder, { recursive: true }))
        .filter((file) => /\\.test\\.ts$|\\/testing\\//.test(file));
      console.log(JSON.stringify({ uid: process.getuid(), refused, tests }));`;
    const { exitCode, written } = await run('--input-type=module', '-e', program);
    expect({ exitCode, written }).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(written)).toEqual({ uid: 1000, refused: 'EROFS', tests: [] });
  });

  it('says that it is unhealthy where nothing listens', async () => {
    const { exitCode, written } = await run(
      'packages/service-kit/src/healthcheck.ts',
      '/api/v1/status/health',
    );
    expect(exitCode).toBe(1);
    expect(written).toContain('/api/v1/status/health did not answer');
  });

  describe('a game server in a container', () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await createTestDatabase();
    });
    afterAll(() => database?.drop());

    it('migrates, becomes healthy, answers, and stops in order when it is told to', {
      timeout: LIMIT_MS,
    }, async () => {
      const [port, metricsPort] = [await freePort(), await freePort()];
      const container = await engine.docker.createContainer({
        Image: image,
        Env: [
          `PORT=${port}`,
          'HOST=127.0.0.1',
          `METRICS_PORT=${metricsPort}`,
          `DATABASE_URL=${database.url}`,
          'JWT_SECRET=kQ9v-test-only-zT4mWx7rBn2LpHs6YdGf',
          'ADMIN_USERNAME=keeper',
          'ADMIN_PASSWORD=a-harbour-with-nine-lamps',
          `FRONTEND_URL=http://127.0.0.1:${port}`,
          `ADMIN_URL=http://127.0.0.1:${port}/admin/`,
          'NEXUS_ENABLED=false',
          'GALAXY_SEED=container',
        ],
        Healthcheck: { Interval: 500_000_000, StartPeriod: 60_000_000_000, Retries: 100 },
        HostConfig: {
          // The database of the test listens on this machine only.
          NetworkMode: 'host',
          ReadonlyRootfs: true,
          CapDrop: ['ALL'],
          SecurityOpt: ['no-new-privileges'],
          PidsLimit: 256,
          Tmpfs: { '/tmp': 'size=16m' },
        },
      });
      await container.start();
      const logs = async () => String(await container.logs({ stdout: true, stderr: true }));
      const state = async () => (await container.inspect()).State;
      for (let now = await state(); now.Health?.Status !== 'healthy'; now = await state()) {
        if (!now.Running) throw new Error(`the container ended:\n${await logs()}`);
        await wait(200);
      }
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/status`);
      expect(await answer.json()).toMatchObject({ status: 'ok', role: 'standalone' });
      expect((await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).status).toBe(200);

      await container.stop({ t: 30 });
      expect(await state()).toMatchObject({ Running: false, ExitCode: 0, OOMKilled: false });
      const written = await logs();
      expect(written).toContain('server.started');
      expect(written).not.toContain('a-harbour-with-nine-lamps');
      expect(written).not.toContain('kQ9v-test-only');
    });
  });

  describe('a web app in a container', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sw-build-'));
    beforeAll(async () => {
      mkdirSync(join(folder, 'app/dist'), { recursive: true });
      writeFileSync(join(folder, 'app/dist/index.html'), '<title>built elsewhere</title>');
      await importTree(engine.docker, { tag: BUILD, root: folder, paths: ['app'] });
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('serves what was built, with the settings of this installation', { timeout: LIMIT_MS }, async () => {
      const image = await buildServiceImage(engine.docker, 'admin-ui', {
        dependenciesOf: 'packages/web-server',
        args: { BUILD },
      });
      const port = await freePort();
      const container = await engine.docker.createContainer({
        Image: image,
        Env: [`PORT=${port}`, 'HOST=127.0.0.1', 'VITE_ENVIRONMENT=staging'],
        Healthcheck: { Interval: 500_000_000, StartPeriod: 60_000_000_000, Retries: 100 },
        HostConfig: { NetworkMode: 'host', ReadonlyRootfs: true, CapDrop: ['ALL'] },
      });
      await container.start();
      const state = async () => (await container.inspect()).State;
      await vi.waitFor(async () => expect((await state()).Health?.Status).toBe('healthy'), {
        timeout: 40_000,
        interval: 200,
      });
      expect(await (await fetch(`http://127.0.0.1:${port}/admin/users`)).text()).toContain('built elsewhere');
      expect(await (await fetch(`http://127.0.0.1:${port}/config.json`)).json()).toMatchObject({
        environment: 'staging',
      });
      await container.stop({ t: 20 });
      expect((await state()).ExitCode).toBe(0);
    });
  });
});
