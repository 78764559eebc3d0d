import { afterAll, beforeAll, expect, it } from 'vitest';
import { localLimiters } from '../../http/gcra.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import { sayInSector } from './chat.service.ts';
import type { ChatLimits } from './chat-limits.ts';
import { createChatLimits } from './chat-limits.ts';

let game: TestGame;
let limits: ChatLimits;

beforeAll(async () => {
  game = await createTestGame();
});
afterAll(() => game.stop());

const say = async (player: TestPlayer, text: string, clientId: string = crypto.randomUUID()) =>
  sayInSector(game.deps, limits, { playerId: await player.playerId(), text, clientId }, game.clock());
const codeOf = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => 'said',
    (error: { code: string }) => error.code,
  );
const recent = async (player: TestPlayer): Promise<string[]> =>
  (await player.ok('listRecentChat', { params: { channel: 'sector' } })).items.map(({ text }) => text);

it('mutes whoever says the same thrice, and says so again until the mute ends', async () => {
  limits = createChatLimits(1, localLimiters);
  const player = await game.join('Spammer');
  for (const _ of [1, 2]) await say(player, 'buy ore');
  expect(await codeOf(say(player, 'buy ore'))).toBe('muted');
  expect(await codeOf(say(player, 'something else'))).toBe('muted');
  game.clock.advance(5 * 60_000);
  expect(await codeOf(say(player, 'something else'))).toBe('said');
});

it('is not for suspended accounts, even over a socket that was open before', async () => {
  limits = createChatLimits(1, localLimiters);
  const player = await game.join('Suspended');
  const until = new Date(game.clock() + 1_000);
  await game.database
    .sql`UPDATE users SET status = 'suspended', suspended_until = ${until} WHERE id = ${player.userId}`;
  expect(await codeOf(say(player, 'hello'))).toBe('account_suspended');
  game.clock.advance(1_001);
  expect(await codeOf(say(player, 'hello'))).toBe('said');
});

it('refuses a line that grows beyond 300 characters when it is normalised', async () => {
  limits = createChatLimits(1, localLimiters);
  const player = await game.join('Grower');
  expect(await codeOf(say(player, '\ufdfa'.repeat(20)))).toBe('validation_failed');
});

it('shows who comes in only what is said from then on', async () => {
  limits = createChatLimits(100, localLimiters);
  const [local, guest] = [await game.join('Local'), await game.join('Guest')];
  await local.undock();
  const to = (await local.ok('listMoves')).moves[0]?.to ?? 0;
  await local.ok('move', { body: { to } });
  await say(local, 'before');
  game.clock.advance(1_000);
  await guest.undock();
  await guest.ok('move', { body: { to } });
  await say(local, 'after');
  expect(await recent(guest)).toEqual(['after']);
  expect(await recent(local)).toEqual(['before', 'after']);
});

it('shows the last fifty lines, oldest first', async () => {
  limits = createChatLimits(100, localLimiters);
  const player = await game.join('Chatterbox');
  for (let index = 0; index < 55; index += 1) {
    game.clock.advance(1);
    await say(player, `line ${index}`);
  }
  const lines = await recent(player);
  expect(lines).toHaveLength(50);
  expect([lines[0], lines.at(-1)]).toEqual(['line 5', 'line 54']);
});
