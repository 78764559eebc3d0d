import type { JourneyState } from '@sw/rules';
import type { OutboxEvent } from '../../realtime/outbox.ts';
import { event, playerChannel } from '../../realtime/outbox.ts';
import type { JourneyRow } from './journey.repository.ts';
import type { RegionAddress } from './region-address.ts';

/** What the player hears of a journey; with the address once the other server holds him. */
export const journeyNews = (
  journey: Pick<JourneyRow, 'id' | 'playerId' | 'toRegion'>,
  state: JourneyState,
  more: { readonly reason?: string | null; readonly place?: RegionAddress } = {},
): OutboxEvent =>
  event(playerChannel(journey.playerId), 'journey.state', {
    journeyId: journey.id,
    state,
    regionName: journey.toRegion,
    reason: more.reason ?? null,
    ...(more.place === undefined ? {} : { apiBase: more.place.apiBase, wsUrl: more.place.wsUrl }),
  });

/** Every process asks anew whether it may play him. */
export const holdingChanged = (userId: string): OutboxEvent => ({
  channel: 'control',
  type: 'holding_changed',
  data: { userId },
});
