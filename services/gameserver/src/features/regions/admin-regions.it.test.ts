import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilRegion } from '../../testing/make-region.ts';
import { stopBalanced } from '../../testing/stop-balanced.ts';
import type { TestAdmin } from '../../testing/test-admin.ts';
import { createTestAdmin } from '../../testing/test-admin.ts';
import type { TestGame, TestServer } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import { followManaged, makeRegions } from './index.ts';

const OPERATION = '03c95b80-d000-7000-8000-00000000000a';
const reason = 'asked for by their owner';

/** A region-manager as far as the hub sees one. */
const manager = {
  asked: [] as { method: string; url: string; scope: string; body: Record<string, unknown> }[],
  answer: { status: 202, body: {} as unknown },
  operation: 'running' as 'running' | 'failed',
};
let server: Server;
let game: TestGame;
let hub: TestServer;
let admin: TestAdmin;

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += String(chunk);
    });
    request.on('end', () => {
      const token = String(request.headers.authorization).split('.')[1] ?? '';
      const claims = JSON.parse(Buffer.from(token, 'base64url').toString()) as { scope: string; aud: string };
      const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
      manager.asked.push({
        method: request.method ?? '',
        url: request.url ?? '',
        scope: `${claims.aud} ${claims.scope}`,
        body,
      });
      const at = '2102-01-01T00:00:00.000Z';
      const operation = {
        id: OPERATION,
        region: 'far',
        kind: 'provision',
        state: manager.operation,
        step: 'database',
        steps: [{ name: 'database', state: manager.operation }],
        attempts: 5,
        error:
          manager.operation === 'failed'
            ? { code: 'disk_full', step: 'database', message: 'No space.' }
            : null,
        createdAt: at,
        updatedAt: at,
      };
      const [status, answer] = request.url?.startsWith('/operations/')
        ? [200, operation]
        : request.method === 'GET'
          ? [404, { code: 'not_found' }]
          : [manager.answer.status, manager.answer.body];
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  game = await createTestGame({ withNexus: true, env: { MAX_REGIONS_PER_USER: '2' } });
  hub = await game.addServer({
    env: {
      REGION_MANAGER_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      MAX_REGIONS_PER_USER: '9',
    },
  });
  for (const name of ['Mara', 'Nadir']) await game.join(name);
  admin = await createTestAdmin(game, ['regions.manage']);
}, 60_000);
afterAll(async () => {
  await stopBalanced(game);
  server.close();
});

const order = (name: string, more: object = {}) =>
  ({
    name,
    displayName: `Region ${name}`,
    owner: 'mara',
    totalSectors: 100,
    zones: {},
    reason,
    ...more,
  }) as const;
const done = <N extends Parameters<TestAdmin['done']>[0]>(name: N, call: object = {}) =>
  admin.done(name, call as never);
const named = (name: string) => ({ params: { name } });
const audits = async (action: string) =>
  game.database.sql`SELECT resource_id, details, reason FROM audit_log WHERE action = ${action} ORDER BY at`;

describe('an operator', () => {
  it('makes a region for an owner, sees it come into being, and everybody can fly there', async () => {
    const begun = await done('createRegion', {
      body: order('kepler', {
        zones: { federationEnd: 40, borderEnd: 75, border: { policing: 1, danger: -2 } },
      }),
    });
    expect(begun).toMatchObject({
      status: 'pending',
      owner: { username: 'Mara' },
      link: null,
      isManaged: false,
    });
    await makeRegions(game.deps, game.clock());
    await untilRegion(game, (found) => found !== undefined, 'kepler');
    expect(await done('getRegion', named('kepler'))).toMatchObject({
      status: 'active',
      zones: [{ endNumber: 40 }, { endNumber: 75, policing: 6, danger: 2 }, { endNumber: 100 }],
      treasury: 0,
      server: null,
      events: [
        { step: 'attached' },
        { step: 'generated', outcome: 'done' },
        { outcome: 'begun' },
        { step: 'registered' },
      ],
    });
    expect(await audits('regions.create')).toMatchObject([
      { resourceId: 'kepler', details: { sectors: 100 }, reason },
    ]);
  });

  it.each([
    ['a reserved name', { name: 'region-one' }, 400, 'validation_failed'],
    ['a name that is none', { name: 'Kepler 2' }, 400, 'validation_failed'],
    ['a name that is taken', { name: 'kepler' }, 409, 'already_exists'],
    ['too few sectors', { totalSectors: 99 }, 400, 'validation_failed'],
    ['half a sector', { totalSectors: 100.5 }, 400, 'validation_failed'],
    ['a zone that is too small', { zones: { federationEnd: 10 } }, 400, 'validation_failed'],
    ['policing out of reach', { zones: { border: { policing: 3, danger: 0 } } }, 400, 'validation_failed'],
    ['an owner nobody knows', { owner: 'nobody' }, 409, 'not_entitled'],
    ['no reason', { reason: 'because' }, 400, 'validation_failed'],
    ['something more', { isFree: true }, 400, 'validation_failed'],
  ])('is refused %s, and nothing is kept', async (_name, wrong, status, code) => {
    expect(await admin.admin('createRegion', { body: order('refused', wrong) as never })).toMatchObject({
      status,
      code,
    });
    expect(await admin.admin('getRegion', named('refused'))).toMatchObject({ status: 404 });
  });

  it('gets one region of two orders at once, and no more than an owner may have', async () => {
    const answers = await Promise.all([1, 2].map(() => admin.admin('createRegion', { body: order('twin') })));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
    expect(await admin.admin('createRegion', { body: order('third') })).toMatchObject({
      code: 'quota_reached',
    });
  });

  it('finds regions by name, owner and status, page by page', async () => {
    expect((await done('listRegions', { query: { q: 'mara', withTotal: 'true' } })).total).toBe(2);
    expect((await done('listRegions', { query: { status: 'active', q: '%' } })).items).toEqual([]);
    const first = await done('listRegions', { query: { limit: 2, sort: '-sectorCount' } });
    expect(first.items.map(({ name }) => name)).toEqual(['central-nexus', 'terran-space']);
    const query = { limit: 2, sort: '-sectorCount', cursor: first.nextCursor ?? '' } as const;
    expect((await done('listRegions', { query })).items).toHaveLength(2);
    expect(await admin.admin('listRegions', { query: { ...query, sort: 'name' } })).toMatchObject({
      code: 'bad_cursor',
    });
  });

  it('suspends, resumes, gives away and ends it; each act where it is possible only', async () => {
    expect(await admin.admin('resumeRegion', { ...named('kepler'), body: { reason } })).toMatchObject({
      status: 409,
      body: { code: 'invalid_state', regionStatus: 'active' },
    });
    expect(await done('suspendRegion', { ...named('kepler'), body: { reason } })).toMatchObject({
      status: 'suspended',
    });
    expect(await done('resumeRegion', { ...named('kepler'), body: { reason } })).toMatchObject({
      status: 'active',
      suspendedAt: null,
    });
    const give = { reason, confirm: 'kepler', owner: 'Nadir' };
    expect(
      await admin.admin('transferRegion', { ...named('kepler'), body: { ...give, confirm: 'x' } }),
    ).toMatchObject({
      status: 400,
    });
    expect(await done('transferRegion', { ...named('kepler'), body: give })).toMatchObject({
      owner: { username: 'Nadir' },
    });
    expect(await admin.admin('transferRegion', { ...named('kepler'), body: give })).toMatchObject({
      code: 'invalid_state',
    });
    for (const act of ['scaleRegion', 'restartRegion'] as const) {
      const body = act === 'scaleRegion' ? { reason, cpuCores: 2, memoryGb: 4 } : { reason };
      expect(await admin.admin(act, { ...named('kepler'), body } as never)).toMatchObject({
        code: 'invalid_state',
      });
    }
    const end = { ...named('kepler'), body: { reason, confirm: 'kepler' } };
    expect(
      await admin.admin('terminateRegion', { ...named('kepler'), body: { reason, confirm: '' } }),
    ).toMatchObject({ status: 400 });
    const ends = await Promise.all([1, 2].map(() => admin.admin('terminateRegion', end)));
    expect(ends.map(({ status }) => status).sort()).toEqual([202, 409]);
    for (const name of ['central-nexus', 'nowhere']) {
      const act = { ...named(name), body: { reason, confirm: name } };
      expect(await admin.admin('terminateRegion', act)).toMatchObject({ status: 404 });
    }
    expect(await audits('regions.terminate')).toHaveLength(1);
  });

  it('needs the scope, a fresh proof, and is no player', async () => {
    const reader = await createTestAdmin(game, ['system.read']);
    const tired = await createTestAdmin(game, ['regions.manage'], { isProved: false });
    const player = await game.join('Quill');
    const body = order('stolen');
    expect(await reader.admin('listRegions')).toMatchObject({ code: 'missing_scope' });
    expect(await reader.admin('createRegion', { body })).toMatchObject({ status: 403 });
    expect(await tired.admin('createRegion', { body })).toMatchObject({ code: 'step_up_required' });
    expect(await player.send('POST', '/admin/regions', { body })).toMatchObject({ status: 403 });
  });
});

describe('with a region-manager', () => {
  const send = (method: 'GET' | 'POST', path: string, body?: object) =>
    admin.at(hub).send(method, `/admin/regions${path}`, body === undefined ? {} : { body });
  const statusOf = async () => ((await send('GET', '/far')).body as { status: string }).status;

  it('an order is handed over with a token of the hub, and followed to its failure', async () => {
    expect(
      await send('POST', '', order('far', { resources: { cpuCores: 2, memoryGb: 4, diskGb: 20 } })),
    ).toMatchObject({
      status: 202,
      body: { isManaged: true, status: 'pending' },
    });
    manager.answer = { status: 503, body: {} };
    await followManaged(hub.deps, hub.clock());
    expect(await statusOf()).toBe('pending');
    manager.answer = { status: 202, body: { name: 'far', state: 'provisioning', operationId: OPERATION } };
    await followManaged(hub.deps, hub.clock());
    expect(manager.asked.find(({ url }) => url === '/regions/provision')).toMatchObject({
      scope: 'region-manager regions.manage',
      body: { name: 'far', totalSectors: 100, resources: { cpuCores: 2 } },
    });
    expect((await send('GET', '/far')).body).toMatchObject({
      status: 'provisioning',
      operation: { state: 'running', step: 'database' },
    });
    manager.operation = 'failed';
    await followManaged(hub.deps, hub.clock());
    expect((await send('GET', '/far')).body).toMatchObject({
      status: 'failed',
      events: [{ step: 'provisioning', outcome: 'failed', detail: 'database: disk_full' }, {}, {}],
    });
  });

  it('a failed one is tried again, and what the manager refuses is refused by its code', async () => {
    expect((await send('POST', '/far/retry', { reason })).body).toMatchObject({ status: 'pending' });
    manager.answer = { status: 409, body: { code: 'operation_in_progress' } };
    expect(await send('POST', '/far/scale', { reason, cpuCores: 8, memoryGb: 16 })).toMatchObject({
      status: 409,
      code: 'operation_in_progress',
    });
    expect(await send('POST', '/far/scale', { reason, cpuCores: 9, memoryGb: 16 })).toMatchObject({
      status: 400,
    });
    manager.answer = { status: 202, body: { operationId: OPERATION } };
    expect(await send('POST', '/far/restart', { reason })).toMatchObject({ status: 202 });
    manager.answer = { status: 500, body: {} };
    expect(await send('POST', '/far/restart', { reason })).toMatchObject({
      status: 503,
      code: 'dependency_unavailable',
    });
  });
});
