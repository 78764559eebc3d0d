import { CLOSE_CODES } from '@sw/contracts';
import type { Connection } from './connection.ts';
import type { Hub } from './hub.ts';
import { membership } from './outbox.ts';
import type { SocketGame } from './socket-game.ts';

/** Questions that are under way at once. */
const AT_ONCE = 20;

/**
 * Looks up for every socket what may have been told to nobody here: that its session ended, that its player
 * is elsewhere now, that an operator lost a scope.
 */
export const recheckSockets = async (
  hub: Hub,
  game: Pick<SocketGame, 'findPlace' | 'findScopes'>,
): Promise<void> => {
  /** What is true now, or that the session is over. */
  const recheck = async (connection: Connection): Promise<'ended' | undefined> => {
    const { owner } = connection;
    if (owner.audience === 'admin') {
      const scopes = await game.findScopes(owner);
      if (scopes === 'ended') return 'ended';
      hub.allow(connection, scopes);
      return undefined;
    }
    const place = await game.findPlace(owner);
    if (place === 'ended') return 'ended';
    if (place === null) return undefined;
    const { sinceMs: _since, ...at } = place;
    hub.deliver([membership(owner.playerId, at)]);
    return undefined;
  };

  const open = [...hub.connections()];
  for (let from = 0; from < open.length; from += AT_ONCE) {
    await Promise.all(
      open.slice(from, from + AT_ONCE).map(async (connection) => {
        if ((await recheck(connection)) === 'ended') {
          connection.close(CLOSE_CODES.sessionEnded, 'session ended');
        }
      }),
    );
  }
};
