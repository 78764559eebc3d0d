import type { EventData } from '@sw/contracts';
import type { Cache } from './cache.ts';
import { queryKeys } from './query-keys.ts';

const KEPT_LINES = 200;

/** Appends a line once: a line with the same id, or the local echo with the same client id, is replaced. */
export const appendChat = (message: EventData<'chat.message'>, cache: Cache): void => {
  cache.patch(queryKeys.chat.recent(message.channel), (recent) => {
    const isSame = (other: EventData<'chat.message'>) =>
      other.id === message.id || (message.clientId !== null && other.clientId === message.clientId);
    const at = recent.items.findIndex(isSame);
    const items = at < 0 ? [...recent.items, message] : recent.items.with(at, message);
    return { ...recent, items: items.slice(-KEPT_LINES) };
  });
};
