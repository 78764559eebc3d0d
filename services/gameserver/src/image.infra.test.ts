import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { needsBinaries } from '@sw/test-kit';
import type { DockerEngine } from '@sw/test-kit/docker';
import { buildServiceImage, startDockerEngine } from '@sw/test-kit/docker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const needs = needsBinaries('dockerd', 'tar');

describe.skipIf(needs.isMissing)(`image of the game server${needs.note}`, () => {
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
});
