import type { Cache } from './cache.ts';
import type { QueryKey } from './query-keys.ts';
import { queryKeys } from './query-keys.ts';

const KEYS_BY_KIND: Readonly<Record<string, readonly QueryKey<unknown>[]>> = {
  player: [
    queryKeys.player.all(),
    queryKeys.sector.all(),
    queryKeys.map.all(),
    queryKeys.market.all(),
    queryKeys.ships.all(),
    queryKeys.firstLogin(),
  ],
  sector: [queryKeys.sector.all(), queryKeys.chat.all()],
  station: [queryKeys.market.all(), queryKeys.station.all()],
  region: [queryKeys.map.all()],
  global: [],
};

/** Something of a channel was missed: fetch again what it keeps fresh. Null: of every channel. */
export const applyResync = (channel: string | null, cache: Cache): void => {
  const kind = channel?.split(':')[0];
  const keys = kind === undefined ? Object.values(KEYS_BY_KIND).flat() : (KEYS_BY_KIND[kind] ?? []);
  for (const key of keys) cache.invalidate(key);
};
