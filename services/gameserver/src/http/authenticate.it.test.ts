import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { TestGame } from '../testing/test-game.ts';
import { createTestGame } from '../testing/test-game.ts';
import type { TestPlayer } from '../testing/test-player.ts';
import { createAccessTokens } from './access-token.ts';
import type { SessionGate } from './authenticate.ts';
import { createSessionGate } from './authenticate.ts';

let game: TestGame;
let gate: SessionGate;
let player: TestPlayer;
let sessionId: string;
let reads: () => number;

beforeAll(async () => {
  game = await createTestGame();
});
afterAll(() => game.stop());
let users = 0;
beforeEach(async () => {
  users += 1;
  player = await game.join(`Gated${users}`);
  const [row] = await game.database.sql<
    { id: string }[]
  >`SELECT id FROM sessions WHERE user_id = ${player.userId}`;
  sessionId = row?.id ?? '';
  const sql = vi.fn(game.db.sql as never as (...args: unknown[]) => unknown);
  gate = createSessionGate(
    { ...game.db, sql: sql as never },
    createAccessTokens(game.deps.keys, 900),
    game.deps.config,
  );
  reads = () => sql.mock.calls.length;
});

const ask = () => gate.authenticate(player.token, game.clock());
const codeOf = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => 'known',
    (error: { code: string }) => error.code,
  );

it('looks at the database once in thirty seconds', async () => {
  for (let call = 0; call < 5; call += 1)
    expect(await ask()).toMatchObject({ kind: 'player', hasCompletedFirstLogin: true });
  expect(reads()).toBe(1);
  game.clock.advance(30_000);
  await ask();
  expect(reads()).toBe(2);
});

it('looks again at once where it was told to', async () => {
  await ask();
  await game.database.sql`UPDATE sessions SET revoked_at = now() WHERE id = ${sessionId}`;
  expect(await codeOf(ask())).toBe('known');
  gate.forget(sessionId);
  expect(await codeOf(ask())).toBe('session_revoked');
});

it.each([
  [
    'a revoked session',
    (id: string) => game.database.sql`UPDATE sessions SET revoked_at = now() WHERE id = ${id}`,
  ],
  [
    'a session past its last day',
    (id: string) =>
      game.database.sql`UPDATE sessions SET absolute_expires_at = ${new Date(game.clock())} WHERE id = ${id}`,
  ],
  [
    'a changed password',
    (id: string) =>
      game.database
        .sql`UPDATE users SET token_version = token_version + 1 WHERE id = (SELECT user_id FROM sessions WHERE id = ${id})`,
  ],
  [
    'a ban',
    (id: string) =>
      game.database
        .sql`UPDATE users SET status = 'banned' WHERE id = (SELECT user_id FROM sessions WHERE id = ${id})`,
  ],
  [
    'a deleted account',
    (id: string) =>
      game.database
        .sql`UPDATE users SET status = 'deleted' WHERE id = (SELECT user_id FROM sessions WHERE id = ${id})`,
  ],
  ['a session that is gone', (id: string) => game.database.sql`DELETE FROM sessions WHERE id = ${id}`],
])('%s opens nothing', async (_case, change) => {
  await change(sessionId);
  expect(await codeOf(ask())).toBe('session_revoked');
});

it('a suspension holds until its end', async () => {
  const until = new Date(game.clock() + 60_000);
  await game.database
    .sql`UPDATE users SET status = 'suspended', suspended_until = ${until} WHERE id = ${player.userId}`;
  expect(await ask()).toMatchObject({ isSuspended: true });
  game.clock.advance(60_000);
  expect(await ask()).toMatchObject({ isSuspended: false });
});

it('notices the end of the first login at once', async () => {
  player = await game.register('gated_stub');
  expect(await ask()).toMatchObject({ hasCompletedFirstLogin: false });
  await player.ok('completeFirstLogin', { body: { callsign: 'GatedStub', shipName: 'Ship' } });
  expect(await ask()).toMatchObject({ hasCompletedFirstLogin: true });
});
