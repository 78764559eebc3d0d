import { CLOSE_CODES } from '@sw/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TestAdmin } from '../testing/test-admin.ts';
import { createTestAdmin } from '../testing/test-admin.ts';
import type { TestGame } from '../testing/test-game.ts';
import { createTestGame } from '../testing/test-game.ts';
import { TestSocket, ticketOf } from '../testing/test-socket.ts';
import { commitAndTell } from './commit-and-tell.ts';
import type { OutboxEvent } from './outbox.ts';
import { adminEvent, insertOutboxRow, scopesChanged, sessionRevoked, socketClosing } from './outbox.ts';

let game: TestGame;
let url: string;
const open: TestSocket[] = [];

beforeAll(async () => {
  game = await createTestGame();
  url = await game.listen();
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.cut();
});
afterAll(() => game.stop());

const keep = (socket: TestSocket): TestSocket => {
  open.push(socket);
  return socket;
};
const connect = async (admin: TestAdmin): Promise<TestSocket> => keep(await admin.connect(url));
const tell = (...events: OutboxEvent[]): Promise<unknown> =>
  commitAndTell(game.deps, events, () =>
    game.db.write((sql) => [insertOutboxRow(sql, game.deps.processId, game.clock(), events)]),
  );
const alert = (subject: string): OutboxEvent =>
  adminEvent('security', 'security.alert', {
    alertId: '03c95b80-d000-7000-8000-000000000001',
    kind: 'test',
    severity: 'high',
    subject,
    at: '2102-01-01T00:00:00.000Z',
  });
const subjects = (socket: TestSocket): unknown[] =>
  socket.all('security.alert').map(({ data }) => data?.['subject']);
const namesOf = (data: unknown): string[] =>
  (data as { channels: { name: string }[] }).channels.map(({ name }) => name).sort();
const knock = async (ticket: string, path: string): Promise<TestSocket> => {
  const socket = keep(new TestSocket(url, { path }));
  await socket.opened();
  socket.sendRaw(JSON.stringify({ v: 1, type: 'auth', ref: 'a', data: { ticket } }));
  return socket;
};
const ticket = async (admin: TestAdmin): Promise<string> =>
  ((await admin.send('POST', '/auth/ws-ticket', { body: {} })).body as { ticket: string }).ticket;

describe('the door of operators', () => {
  it('opens to the topics of their scopes and names no player', async () => {
    const socket = await connect(await createTestAdmin(game, ['system.read', 'security.read', 'users.read']));
    const { data } = await socket.frame('session.welcome');
    expect(namesOf(data)).toEqual(['admin:security', 'admin:system']);
    expect(data).not.toHaveProperty('player');
  });

  it('is closed to players, and theirs to operators', async () => {
    const player = await game.join('Door-One');
    const atAdmin = await knock(await ticketOf(player), '/api/v1/ws/admin');
    expect(await atAdmin.closed()).toBe(CLOSE_CODES.notAllowed);
    const admin = await createTestAdmin(game, ['system.read']);
    const atPlayer = await knock(await ticket(admin), '/api/v1/ws/connect');
    expect(await atPlayer.closed()).toBe(CLOSE_CODES.notAllowed);
  });

  it('is closed to whoever holds no scope or has a password to change', async () => {
    const bare = await createTestAdmin(game, []);
    expect(await (await knock(await ticket(bare), '/api/v1/ws/admin')).closed()).toBe(CLOSE_CODES.notAllowed);
    const fresh = await createTestAdmin(game, ['system.read']);
    const given = await ticket(fresh);
    await game.db.write((sql) => [
      sql`UPDATE users SET must_change_password = true WHERE id = ${fresh.userId}`,
    ]);
    expect(await (await knock(given, '/api/v1/ws/admin')).closed()).toBe(CLOSE_CODES.notAllowed);
  });

  it('takes a ticket once', async () => {
    const admin = await createTestAdmin(game, ['system.read']);
    const given = await ticket(admin);
    await (await knock(given, '/api/v1/ws/admin')).frame('session.welcome');
    expect(await (await knock(given, '/api/v1/ws/admin')).closed()).toBe(CLOSE_CODES.sessionEnded);
  });

  it('lets five sockets in and closes the oldest beyond', async () => {
    const admin = await createTestAdmin(game, ['system.read']);
    const first = await connect(admin);
    game.clock.advance(1);
    for (let i = 0; i < 5; i += 1) {
      await connect(admin);
      game.clock.advance(1);
    }
    expect(await first.closed()).toBe(CLOSE_CODES.replaced);
    expect(open.slice(1).map(({ closeCode }) => closeCode)).toEqual(Array(5).fill(undefined));
  });
});

describe('what an operator hears', () => {
  it('is what his scopes allow, and a player hears none of it', async () => {
    const [guard, clerk] = [
      await connect(await createTestAdmin(game, ['security.read'])),
      await connect(await createTestAdmin(game, ['system.read'])),
    ];
    await tell(alert('heard'));
    await guard.frame('security.alert');
    await clerk.settled();
    expect(subjects(guard)).toEqual(['heard']);
    expect(subjects(clerk)).toEqual([]);
  });

  it('ends with the scope, before the next event, and begins with it again', async () => {
    const admin = await createTestAdmin(game, ['security.read', 'system.read']);
    const socket = await connect(admin);
    await admin.setScopes(['system.read']);
    await tell(scopesChanged(admin.userId), alert('after the loss'));
    await socket.frame('channel.left', ({ data }) => data?.['name'] === 'admin:security');
    await tell(alert('later'));
    await admin.setScopes(['system.read', 'security.read']);
    await tell(scopesChanged(admin.userId));
    await socket.frame('channel.joined', ({ data }) => data?.['name'] === 'admin:security');
    await tell(alert('allowed again'));
    await socket.frame('security.alert');
    expect(subjects(socket)).toEqual(['allowed again']);
  });

  it('is over when no scope is left', async () => {
    const admin = await createTestAdmin(game, ['security.read']);
    const socket = await connect(admin);
    await admin.setScopes([]);
    await tell(scopesChanged(admin.userId));
    expect(await socket.closed()).toBe(CLOSE_CODES.notAllowed);
  });

  it('is subscribed to by name only where the scope is held', async () => {
    const socket = await connect(await createTestAdmin(game, ['security.read']));
    await socket.ask('unsubscribe', { channels: ['admin:security'] });
    await tell(alert('not wanted'));
    expect((await socket.ask('subscribe', { channels: ['admin:security', 'admin:system'] })).code).toBe(
      'missing_scope',
    );
    for (const channel of ['admin:nothing', 'global', 'player:x']) {
      expect((await socket.ask('subscribe', { channels: [channel] })).code).toBe('not_found');
    }
    expect((await socket.ask('subscribe', { channels: ['admin:security'] })).type).toBe('ack');
    await tell(alert('wanted'));
    await socket.frame('security.alert');
    expect(subjects(socket)).toEqual(['wanted']);
  });

  it('can be caught up with after a lost connection', async () => {
    const admin = await createTestAdmin(game, ['security.read']);
    const first = await connect(admin);
    const { data } = await first.frame('session.welcome');
    const [position] = (data as { channels: { name: string; epoch: string; seq: number }[] }).channels;
    first.cut();
    await tell(alert('missed'));
    const second = await connect(admin);
    await second.ask('resume', {
      channels: { 'admin:security': { epoch: position?.epoch, seq: position?.seq } },
    });
    expect(subjects(second)).toEqual(['missed']);
  });

  it('is no part of playing', async () => {
    const socket = await connect(await createTestAdmin(game, ['system.read']));
    expect((await socket.ask('presence.list', { scope: 'sector' })).code).toBe('forbidden');
    const chat = { channel: 'sector', text: 'hello', clientId: '03c95b80-d000-7000-8000-000000000001' };
    expect((await socket.ask('chat.send', chat)).code).toBe('forbidden');
  });
});

describe('the end of a socket', () => {
  it('comes with the session', async () => {
    const admin = await createTestAdmin(game, ['system.read']);
    const socket = await connect(admin);
    const [row] = await game.db.sql<
      { id: string }[]
    >`SELECT id FROM sessions WHERE user_id = ${admin.userId}`;
    await tell(sessionRevoked(row?.id ?? '', 'signed out'));
    expect(await socket.closed()).toBe(CLOSE_CODES.sessionEnded);
  });

  it('can be ordered, and leaves no row behind', async () => {
    const socket = await connect(await createTestAdmin(game, ['system.read']));
    const { data } = await socket.frame('session.welcome');
    const id = String(data?.['connectionId']);
    await expect.poll(() => game.db.sql`SELECT 1 FROM live_sockets WHERE id = ${id}`).toHaveLength(1);
    await tell(socketClosing(id));
    expect(await socket.closed()).toBe(CLOSE_CODES.replaced);
    await expect.poll(() => game.db.sql`SELECT 1 FROM live_sockets WHERE id = ${id}`).toHaveLength(0);
  });

  it('never counts as a player online', async () => {
    await connect(await createTestAdmin(game, ['system.read']));
    expect(await game.db.sql`SELECT 1 FROM online_players`).toEqual([]);
  });
});
