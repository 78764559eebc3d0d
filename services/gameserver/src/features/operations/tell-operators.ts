import type { Deps } from '../../deps.ts';
import { commitAndTell } from '../../realtime/commit-and-tell.ts';
import type { ChannelEvent } from '../../realtime/outbox.ts';
import { adminEvent, insertOutboxRow } from '../../realtime/outbox.ts';
import type { FeedPosition } from './feed.service.ts';
import { readFeed } from './feed.service.ts';
import { readLiveStats } from './live-stats.ts';

/** Events that belong to no command: kept and told by themselves. */
export const tellOperators = async (
  deps: Pick<Deps, 'db' | 'outbox' | 'processId' | 'clock'>,
  events: readonly ChannelEvent[],
): Promise<void> => {
  if (events.length === 0) return;
  await commitAndTell(deps, events, () =>
    deps.db.write((sql) => [insertOutboxRow(sql, deps.processId, deps.clock(), events)]),
  );
};

/** One round of what operators see live; while nobody of them listens anywhere it only keeps its place. */
export const createLiveRound = (deps: Deps): ((nowMs: number) => Promise<void>) => {
  let position: FeedPosition | null = null;
  return async (nowMs) => {
    const stats = await readLiveStats(deps, nowMs);
    if (stats === null || stats.sockets.admin === 0) {
      position = null;
      return;
    }
    const isFirst = position === null;
    const feed = await readFeed(deps, position, nowMs);
    position = feed.position;
    await tellOperators(deps, [
      adminEvent('system', 'admin.stats', stats, 'stats'),
      ...(isFirst || feed.items.length === 0
        ? []
        : [adminEvent('system', 'admin.feed', { items: feed.items })]),
    ]);
  };
};
