import { queryKeys, SocketRefusal, uuidV7 } from '@sw/api-client';
import type { getPlayerState, listRecentChat, ReplyOf } from '@sw/contracts';
import { errorText } from '@sw/i18n';
import type { GameServices } from '../../app/game-services.ts';
import type { Outcome } from '../../courses/navigation-commands.ts';

type Recent = ReplyOf<typeof listRecentChat>;
type StateView = ReplyOf<typeof getPlayerState>;

/** Ids of own lines that nobody has confirmed yet, and of those that were refused, begin like this. */
export const PENDING_PREFIX = 'pending:';
export const FAILED_PREFIX = 'failed:';

const isConfirmed = (id: string): boolean => !id.startsWith(PENDING_PREFIX) && !id.startsWith(FAILED_PREFIX);

/**
 * Says something in the sector. The line is shown at once and confirmed by its event; a refused one
 * stays, marked, so that nothing typed is lost; sent again under its `clientId` it replaces itself.
 */
export async function sendChat(
  services: GameServices,
  text: string,
  clientId: string = crypto.randomUUID(),
): Promise<Outcome> {
  const { queries, clock, i18n } = services;
  const key = queryKeys.chat.recent('sector');
  const self = queries.getQueryData<StateView>(queryKeys.player.state())?.player;
  const put = (prefix: string) =>
    queries.setQueryData<Recent>(key, (recent) => {
      if (recent === undefined) return undefined;
      if (recent.items.some((item) => item.clientId === clientId && isConfirmed(item.id))) return recent;
      const line = {
        id: prefix + uuidV7(clock.nowMs()),
        channel: 'sector' as const,
        clientId,
        sender: { playerId: self?.id ?? '', name: self?.callsign ?? '' },
        text,
        ts: new Date(clock.nowMs()).toISOString(),
      };
      const items = recent.items.filter((item) => item.clientId !== clientId);
      return { ...recent, items: [...items, line] };
    });
  put(PENDING_PREFIX);
  try {
    await services.request('chat.send', { channel: 'sector', text, clientId });
    return { ok: true, text: i18n.t('game:line.said', { text }) };
  } catch (error) {
    put(FAILED_PREFIX);
    return { ok: false, text: errorText(i18n, error instanceof SocketRefusal ? error.code : 'offline') };
  }
}
