import { giveCredits } from './arrange.ts';
import type { TestGame } from './test-game.ts';
import type { TestPlayer } from './test-player.ts';

/** A player docked where everybody begins, with credits for any ship. */
export const joinRich = async (game: TestGame, name: string, credits = 1_000_000): Promise<TestPlayer> => {
  const player = await game.join(name);
  await giveCredits(game.db, await player.playerId(), BigInt(credits), game.clock());
  return player;
};

/** Buys a ship at the dealer; its id. */
export const buyShip = async (
  player: TestPlayer,
  type: 'scout_ship' | 'cargo_hauler',
  name: string,
): Promise<string> => (await player.ok('purchaseShip', { body: { type, name } })).shipId;

/** The refusals among several answers. */
export const codesOf = (answers: readonly { readonly code: string | undefined }[]): string[] =>
  answers.flatMap(({ code }) => (code === undefined ? [] : [code]));
