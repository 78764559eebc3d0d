import type { EventData } from '@sw/contracts';
import type { Cache } from './cache.ts';
import { queryKeys } from './query-keys.ts';

/** Drops members that are undefined, so that spreading never overwrites a value with nothing. */
const given = <T extends object>(changes: T): Partial<T> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<T>;

/**
 * Patches the player's state when the change is the next one, ignores one already seen, and
 * fetches anew when one is missing in between.
 */
export const patchPlayerState = (data: EventData<'player.state_changed'>, cache: Cache): void => {
  // What can be done about a job depends on where the ship lies and what is aboard.
  if (data.location !== undefined || data.cargo !== undefined) cache.invalidate(queryKeys.contracts.all());
  const key = queryKeys.player.state();
  const known = cache.read(key);
  if (known === undefined || data.rev <= known.rev) return;
  if (data.rev !== known.rev + 1) {
    cache.invalidate(key);
    return;
  }
  cache.patch(key, (state) => ({ ...state, ...given(data) }) as typeof state);
};

/** Turns are part of the state and a view of their own. */
export const patchTurns = (turns: EventData<'player.turns'>, cache: Cache): void => {
  cache.patch(queryKeys.player.state(), (state) => ({ ...state, turns }));
  cache.patch(queryKeys.player.turns(), () => turns);
};

/** Everything seen from the old sector is stale in the new one. */
export const enterSector = (cache: Cache): void => {
  cache.invalidate(queryKeys.player.state());
  cache.invalidate(queryKeys.sector.all());
  cache.invalidate(queryKeys.station.all());
  cache.invalidate(queryKeys.market.all());
  cache.invalidate(queryKeys.chat.all());
};
