import { createServiceSigner } from '@sw/service-kit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { StepFailure } from '../engine/failure.ts';
import type { TestBench, TestManager } from '../testing/test-manager.ts';
import { createBench, OWNER, wanted } from '../testing/test-manager.ts';

let bench: TestBench;
let manager: TestManager;
beforeAll(async () => {
  bench = await createBench();
  manager = await bench.manager();
});
afterEach(() => {
  bench.world.faults.clear();
  bench.world.mute.clear();
});
afterAll(() => bench.stop());

const uuid = (): string => crypto.randomUUID();
const provision = (name: string, more = {}, key = uuid()) =>
  manager.ask('POST', '/regions/provision', { body: { ...wanted(bench.world, name), ...more }, key });
const make = async (name: string): Promise<void> => {
  expect((await provision(name)).status).toBe(202);
  await manager.engine.drain();
  expect(await bench.region(name)).toMatchObject({ state: 'active' });
};
const outcomeOf = async (body: Record<string, unknown>) => {
  await manager.engine.drain();
  return bench.operation(String(body['operationId']));
};

describe('who may ask', () => {
  const paths = [
    ['POST', '/regions/provision'],
    ['DELETE', '/regions/kepler'],
    ['POST', '/regions/kepler/scale'],
    ['POST', '/regions/kepler/restart'],
    ['POST', '/regions/kepler/suspend'],
    ['POST', '/regions/kepler/resume'],
    ['POST', '/regions/kepler/upgrade'],
    ['GET', '/regions'],
    ['GET', '/regions/kepler'],
    ['GET', `/operations/${OWNER}`],
  ] as const;

  it.each(paths)('%s %s is for the hub with the scope alone', async (method, path) => {
    const mint = (issuer: 'nexus' | 'region-manager' | 'region:kepler', key = bench.keys.hub.privateKey) =>
      createServiceSigner({ issuer, privateKey: key, nowMs: Date.now, newId: uuid });
    const good = { scope: 'regions.manage' };
    const refused = await Promise.all([
      manager.ask(method, path, { token: null }),
      manager.ask(method, path, { token: 'nonsense' }),
      manager.ask(method, path, { token: await mint('nexus').mint('internal', good) }),
      manager.ask(method, path, { token: await mint('region:kepler').mint('region-manager', good) }),
      manager.ask(method, path, {
        token: await mint('nexus', bench.keys.manager.privateKey).mint('region-manager', good),
      }),
    ]);
    expect(refused.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    const scoped = await manager.ask(method, path, { scope: 'regions.read' });
    expect(scoped).toMatchObject({ status: 403, body: { code: 'missing_scope', scope: 'regions.manage' } });
  });
});

describe('making a region', () => {
  it('is written down at once and done step by step', async () => {
    const { status, body } = await provision('kepler');
    expect({ status, body }).toMatchObject({ status: 202, body: { name: 'kepler', state: 'provisioning' } });
    expect((await manager.ask('GET', '/regions/kepler')).body).toMatchObject({
      state: 'requested',
      openOperation: { kind: 'provision', state: 'queued' },
    });
    expect(await outcomeOf(body)).toMatchObject({ state: 'succeeded', error: null });
    const shown = await manager.ask('GET', `/operations/${String(body['operationId'])}`);
    expect(shown.body).toMatchObject({ kind: 'provision', state: 'succeeded', step: null });
    const region = await manager.ask('GET', '/regions/kepler');
    expect(region.body).toMatchObject({
      state: 'active',
      resources: { cpuCores: 2, memoryGb: 4, diskGb: 20 },
      openOperation: null,
      endpoint: 'http://region-kepler-server:8080',
    });
    expect((region.body['events'] as { kind: string }[]).map(({ kind }) => kind)).toEqual([
      'provision.succeeded',
      'generate.done',
      'migrate.done',
      'provision.started',
    ]);
  });

  it('gives the server its own secrets as files, never as settings, and keeps them sealed', async () => {
    const spec = bench.world.running.get('kepler');
    expect(Object.keys(spec?.secrets ?? {}).sort()).toEqual([
      'DATABASE_URL',
      'JWT_SECRET',
      'REDIS_URL',
      'REGION_CERTIFICATE',
      'SERVICE_KEY',
    ]);
    expect(spec?.env).toMatchObject({
      SERVICE_ROLE: 'region',
      REGION_NAME: 'kepler',
      REDIS_PREFIX: 'r:kepler:',
    });
    const { secrets } = await bench.region('kepler');
    const password = new URL(spec?.secrets['DATABASE_URL'] ?? '').password;
    expect(password).toHaveLength(43);
    expect(JSON.stringify([secrets, spec?.env])).not.toContain(password);
    expect(JSON.stringify([secrets, spec?.env])).not.toContain('PRIVATE KEY');
  });

  it('answers the same to the same key, refuses it for another request, and wants one', async () => {
    const key = uuid();
    const first = await provision('twice-asked', {}, key);
    const again = await provision('twice-asked', {}, key);
    expect(again).toEqual(first);
    expect((await provision('twice-asked', { totalSectors: 200 }, key)).body).toMatchObject({
      status: 409,
      code: 'idempotency_mismatch',
    });
    const { body } = await manager.ask('POST', '/regions/provision', {
      body: wanted(bench.world, 'keyless'),
    });
    expect(body).toMatchObject({ status: 428, code: 'idempotency_key_required' });
    await manager.engine.drain();
  });

  it('happens once when the same name is asked for ten times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => provision('contested')));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(answers.filter(({ status }) => status !== 202).map(({ body }) => body['code'])).toEqual(
      Array.from({ length: 9 }, () => 'already_exists'),
    );
    await manager.engine.drain();
    expect((await provision('contested')).body).toMatchObject({ code: 'already_exists' });
  });

  it.each([
    { name: 'region-x' },
    { name: 'Nexus' },
    { name: 'nexus' },
    { name: 'a' },
    { name: "x'; drop table" },
    { name: '../etc' },
    { displayName: 'x' },
    { ownerUserId: 'nobody' },
    { totalSectors: 99 },
    { totalSectors: 1001 },
    { totalSectors: 100.5 },
    { totalSectors: '500' },
    { resources: { cpuCores: -1 } },
    { resources: { memoryGb: 1e9 } },
    { maxPlayers: 9 },
    { surprise: true },
  ])('is refused for what is not valid: %j', async (wrong) => {
    const { body } = await provision('valid', wrong);
    expect(body).toMatchObject({ status: 400, code: 'validation_failed' });
    expect((await manager.ask('GET', '/regions/valid')).status).toBe(404);
  });

  it('fails by name, leaves nothing and tells operators when the owner may not have one', async () => {
    wanted(bench.world, 'unentitled');
    bench.world.registry.set('unentitled', { ownerUserId: OWNER, sectors: 100, entitled: false });
    const { body } = await manager.ask('POST', '/regions/provision', {
      key: uuid(),
      body: { name: 'unentitled', displayName: 'No', ownerUserId: OWNER, totalSectors: 100 },
    });
    expect(body).toMatchObject({ code: 'validation_failed' });
    const second = await manager.ask('POST', '/regions/provision', {
      key: uuid(),
      body: { name: 'unentitled', displayName: 'Nope', ownerUserId: OWNER, totalSectors: 100 },
    });
    expect(await outcomeOf(second.body)).toMatchObject({
      state: 'failed',
      error: { code: 'not_entitled', step: 'validate' },
    });
    expect(bench.world.leftOf('unentitled')).toEqual([]);
    expect(await bench.alerts()).toContain('operation_failed unentitled');
  });

  it('undoes everything when the server never becomes ready, and may be tried again', async () => {
    const impatient = await bench.manager({ env: { READY_TIMEOUT_S: '1' } });
    bench.world.mute.add('sleeper');
    const { body } = await impatient.ask('POST', '/regions/provision', {
      key: uuid(),
      body: wanted(bench.world, 'sleeper'),
    });
    await impatient.engine.drain();
    expect(await bench.operation(String(body['operationId']))).toMatchObject({
      state: 'failed',
      error: { code: 'never_ready', step: 'ready' },
    });
    expect(bench.world.leftOf('sleeper')).toEqual([]);
    expect(await bench.alerts()).toContain('operation_failed sleeper');
    bench.world.mute.clear();
    await make('sleeper');
    expect(await bench.alerts()).not.toContain('operation_failed sleeper');
    await impatient.kill();
  });

  const diskFull = () => new StepFailure('disk_full', 'There is no room left on a disk.');
  const postgresFull = () => Object.assign(new Error('could not extend file'), { code: '53100' });
  const engineDown = () => new StepFailure('engine_unavailable', 'no engine', { isTransient: true });
  it.each([
    ['driver.prepare', 'disk_full', diskFull],
    ['databases.ensureDatabase', 'disk_full', postgresFull],
    ['driver.generate', 'disk_full', diskFull],
    ['driver.ensureStarted', 'engine_unavailable', engineDown],
    ['hub.attach', 'internal', () => new Error('surprise')],
    ['redis.ensureUser', 'redis_unavailable', () => new StepFailure('redis_unavailable', 'gone')],
  ] as const)('undoes everything when %s fails with %s', async (call, code, fault) => {
    const name = `broken-${call.toLowerCase().replace('.', '-')}`;
    bench.world.faults.set(call, fault);
    const { body } = await provision(name);
    expect(await outcomeOf(body)).toMatchObject({ state: 'failed', error: { code } });
    bench.world.faults.clear();
    expect(bench.world.leftOf(name)).toEqual([]);
    expect(await bench.region(name)).toMatchObject({ state: 'failed', endpoint: null, secrets: {} });
    expect(await bench.alerts()).toContain(`operation_failed ${name}`);
  });

  it('tries what may pass six times, and goes on when the engine comes back', async () => {
    let failures = 0;
    bench.world.faults.set('driver.ensureStarted', () => {
      failures += 1;
      if (failures === 5) bench.world.faults.clear();
      return engineDown();
    });
    await make('patient');
    expect(failures).toBe(5);
  });

  it('goes on with the rest and tells operators when something cannot be undone', async () => {
    bench.world.faults.set('hub.attach', diskFull);
    bench.world.faults.set('driver.remove', engineDown);
    const { body } = await provision('stuck');
    expect(await outcomeOf(body)).toMatchObject({ state: 'failed' });
    expect(bench.world.leftOf('stuck')).toEqual(['prepared', 'volumes']);
    expect(await bench.alerts()).toContain('compensation_incomplete stuck');
  });

  it('does not begin without room: refused by name, alert raised, nothing written', async () => {
    const small = await bench.manager({ env: { HOST_CPU_BUDGET: '4' } });
    const { body } = await small.ask('POST', '/regions/provision', {
      key: uuid(),
      body: wanted(bench.world, 'crowded'),
    });
    expect(body).toMatchObject({ status: 409, code: 'capacity_exhausted' });
    expect((await small.ask('GET', '/regions/crowded')).status).toBe(404);
    expect(await bench.alerts()).toContain('capacity_exhausted crowded');
    await small.kill();
  });
});

describe('changing a region', () => {
  it('scales both ways, never the disk down, and never beyond the cap', async () => {
    await make('scaled');
    const scale = (body: object) => manager.ask('POST', '/regions/scaled/scale', { body });
    expect(await outcomeOf((await scale({ cpuCores: 4, memoryGb: 8, diskGb: 30 })).body)).toMatchObject({
      state: 'succeeded',
    });
    expect(await bench.region('scaled')).toMatchObject({
      ...{ state: 'active', cpuCores: 4, memoryGb: 8, diskGb: 30, baseCpuCores: 4, baseMemoryGb: 8 },
    });
    expect(bench.world.running.get('scaled')?.resources).toEqual({ cpuCores: 4, memoryGb: 8, diskGb: 30 });
    expect((await scale({ cpuCores: 4, memoryGb: 8, diskGb: 29 })).body).toMatchObject({
      code: 'validation_failed',
      errors: [{ path: '/diskGb' }],
    });
    expect((await scale({ cpuCores: 9, memoryGb: 8 })).body).toMatchObject({ code: 'validation_failed' });
    expect(await outcomeOf((await scale({ cpuCores: 2, memoryGb: 4 })).body)).toMatchObject({
      state: 'succeeded',
    });
    expect(await bench.region('scaled')).toMatchObject({ cpuCores: 2, memoryGb: 4, diskGb: 30 });
  });

  it('gives the old resources back when the engine refuses the new ones', async () => {
    let calls = 0;
    bench.world.faults.set('driver.updateResources', () => {
      calls += 1;
      if (calls === 1) bench.world.faults.clear();
      return new StepFailure('engine_refused', 'no');
    });
    const { body } = await manager.ask('POST', '/regions/scaled/scale', {
      body: { cpuCores: 8, memoryGb: 16 },
    });
    expect(await outcomeOf(body)).toMatchObject({ state: 'failed', error: { code: 'engine_refused' } });
    expect(await bench.region('scaled')).toMatchObject({ state: 'active', cpuCores: 2, memoryGb: 4 });
    expect(bench.world.running.get('scaled')?.resources.cpuCores).toBe(2);
  });

  it('suspends, resumes, restarts and refuses what the state does not allow', async () => {
    const order = (what: string) => manager.ask('POST', `/regions/scaled/${what}`);
    expect((await order('resume')).body).toMatchObject({ code: 'invalid_state', state: 'active' });
    expect(await outcomeOf((await order('suspend')).body)).toMatchObject({ state: 'succeeded' });
    expect(bench.world.running.has('scaled')).toBe(false);
    expect(bench.world.databases.has('scaled')).toBe(true);
    expect((await order('restart')).body).toMatchObject({ code: 'invalid_state', state: 'suspended' });
    expect(await outcomeOf((await order('resume')).body)).toMatchObject({ state: 'succeeded' });
    expect(await outcomeOf((await order('restart')).body)).toMatchObject({ state: 'succeeded' });
    expect(await bench.region('scaled')).toMatchObject({ state: 'active', desiredState: 'active' });
  });

  it('upgrades to images of the list alone, and returns to the old one when the new is no good', async () => {
    const digest = `sha256:${'b'.repeat(64)}`;
    const upgrade = (to: string, who = manager) =>
      who.ask('POST', '/regions/scaled/upgrade', { body: { imageDigest: to } });
    expect((await upgrade(digest)).body).toMatchObject({ code: 'validation_failed' });
    expect((await upgrade('latest')).body).toMatchObject({ code: 'validation_failed' });
    const other = await bench.manager({ env: { REGION_IMAGE_ALLOWED: digest } });
    bench.world.faults.set('driver.migrate', () => new StepFailure('disk_full', 'no'));
    const { body } = await upgrade(digest, other);
    await other.engine.drain();
    expect(await bench.operation(String(body['operationId']))).toMatchObject({ state: 'failed' });
    expect(bench.world.running.get('scaled')?.imageDigest).toBe(`sha256:${'a'.repeat(64)}`);
    bench.world.faults.clear();
    await upgrade(digest, other);
    await other.engine.drain();
    expect(bench.world.running.get('scaled')?.imageDigest).toBe(digest);
    expect(await bench.region('scaled')).toMatchObject({ state: 'active', imageDigest: digest });
    await other.kill();
  });

  it('answers for unknown names as for impossible ones', async () => {
    const answers = await Promise.all(
      ['unknown', '..', 'UPPER', 'x'.repeat(65), '%00'].map((name) =>
        manager.ask('POST', `/regions/${encodeURIComponent(name)}/restart`),
      ),
    );
    expect(answers.map(({ body }) => body['code'])).toEqual(answers.map(() => 'not_found'));
    expect((await manager.ask('GET', `/operations/${OWNER}`)).status).toBe(404);
    expect((await manager.ask('GET', '/operations/nothing')).status).toBe(404);
  });
});

describe('taking a region down', () => {
  it('waits for its notice, and lets nothing else begin meanwhile', async () => {
    await make('leaving');
    const { body } = await manager.ask('DELETE', '/regions/leaving?mode=purge');
    await manager.engine.drain();
    expect(await bench.operation(String(body['operationId']))).toMatchObject({
      state: 'running',
      step: 'announce',
    });
    const scale = await manager.ask('POST', '/regions/leaving/scale', { body: { cpuCores: 4, memoryGb: 8 } });
    expect(scale.body).toMatchObject({ status: 409, code: 'operation_in_progress' });
    expect((await manager.ask('DELETE', '/regions/leaving')).body).toMatchObject({
      code: 'operation_in_progress',
    });
    expect(bench.world.attached.has('leaving')).toBe(true);
  });

  it('keeps database and volume when told to, which can be purged later', async () => {
    await make('kept');
    const down = (query: string) => manager.ask('DELETE', `/regions/kept?isImmediate=true&${query}`);
    expect(await outcomeOf((await down('mode=retain')).body)).toMatchObject({ state: 'succeeded' });
    expect(bench.world.leftOf('kept')).toEqual(['roles', 'databases', 'redisUsers', 'volumes']);
    expect((await down('mode=retain')).body).toMatchObject({ code: 'invalid_state', state: 'terminated' });
    expect((await provision('kept')).body).toMatchObject({ code: 'already_exists' });
    expect(await outcomeOf((await down('mode=purge')).body)).toMatchObject({ state: 'succeeded' });
    expect(bench.world.leftOf('kept')).toEqual([]);
    await make('kept');
  });

  it('brings people out before anything stops, and stops before it deletes', async () => {
    bench.world.calls.length = 0;
    const { body } = await manager.ask('DELETE', '/regions/kept?isImmediate=true&mode=purge');
    expect(await outcomeOf(body)).toMatchObject({ state: 'succeeded' });
    expect(bench.world.calls).toEqual([
      'hub.detach kept',
      'driver.stop kept',
      'driver.remove kept',
      'databases.dropDatabase kept',
      'databases.dropRole kept',
      'redis.drop kept',
    ]);
  });

  it('deletes no world that still holds players, and stops nothing for it', async () => {
    await make('peopled');
    bench.world.held.set('peopled', 3);
    const down = () => manager.ask('DELETE', '/regions/peopled?isImmediate=true&mode=purge');
    expect(await outcomeOf((await down()).body)).toMatchObject({
      state: 'failed',
      error: { code: 'players_left', step: 'empty' },
    });
    expect(bench.world.leftOf('peopled')).toEqual([
      ...['roles', 'databases', 'redisUsers', 'prepared', 'running', 'volumes', 'attached'],
    ]);
    expect(await bench.alerts()).toContain('operation_failed peopled');
    expect(await bench.region('peopled')).toMatchObject({ state: 'active', desiredState: 'active' });
    bench.world.held.clear();
    expect(await outcomeOf((await down()).body)).toMatchObject({ state: 'succeeded' });
    expect(bench.world.leftOf('peopled')).toEqual([]);
  });

  it('deletes nothing while the hub does not take the region off', async () => {
    await make('clinging');
    bench.world.faults.set(
      'hub.detach',
      () => new StepFailure('hub_unavailable', 'no', { isTransient: true }),
    );
    const { body } = await manager.ask('DELETE', '/regions/clinging?isImmediate=true&mode=purge');
    expect(await outcomeOf(body)).toMatchObject({ state: 'failed', error: { code: 'hub_unavailable' } });
    expect(bench.world.leftOf('clinging')).toContain('running');
    expect(await bench.alerts()).toContain('operation_failed clinging');
  });
});

describe('the list', () => {
  it('is paged by name and can be narrowed to a state', async () => {
    const names: string[] = [];
    let cursor: unknown = null;
    do {
      const { body } = await manager.ask(
        'GET',
        `/regions?limit=3${cursor === null ? '' : `&cursor=${String(cursor)}`}`,
      );
      names.push(...(body['items'] as { name: string }[]).map(({ name }) => name));
      cursor = body['nextCursor'];
    } while (cursor !== null);
    expect(names).toEqual([...names].sort());
    expect(new Set(names).size).toBe(names.length);
    const failed = await manager.ask('GET', '/regions?state=failed&limit=100');
    expect(new Set((failed.body['items'] as { state: string }[]).map(({ state }) => state))).toEqual(
      new Set(['failed']),
    );
    expect((await manager.ask('GET', '/regions?cursor=YQ.forged')).body).toMatchObject({
      code: 'bad_cursor',
    });
  });
});

describe('health and metrics', () => {
  it('answer without a token, and say when the driver is gone', async () => {
    expect(await manager.ask('GET', '/health', { token: null })).toMatchObject({
      status: 200,
      body: { status: 'ok', driver: 'docker', loopLagS: expect.any(Number) },
    });
    bench.world.faults.set('driver.check', () => new Error('gone'));
    expect((await manager.ask('GET', '/health', { token: null })).status).toBe(503);
    const text = await manager.app.inject({ url: '/metrics' });
    expect(text.body).toContain('sw_provision_seconds_count{outcome="succeeded"}');
    const json = await manager.app.inject({ url: '/metrics', headers: { accept: 'application/json' } });
    expect(json.json()).toMatchObject({ budget: { cpuCores: null }, alerts: expect.any(Array) });
  });
});
