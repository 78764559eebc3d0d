import type { OutboxEvent } from '../../realtime/outbox.ts';
import { event, sectorChannel } from '../../realtime/outbox.ts';
import { presentNpc } from '../presence/index.ts';
import type { Atlas, AtlasSector } from '../universe/index.ts';
import { visibleWarp } from './npc-course.ts';
import type { NpcRow } from './npc-row.ts';

/** What the two sectors of a warp see of a ship that flies it: like of a player's. */
export const hopEvents = (
  atlas: Atlas,
  npc: NpcRow,
  here: AtlasSector,
  target: AtlasSector,
): OutboxEvent[] => [
  event(sectorChannel(here.id), 'presence.left', {
    playerId: npc.id,
    shipId: npc.id,
    name: npc.name,
    to: target.code,
  }),
  event(sectorChannel(target.id), 'presence.entered', {
    ...presentNpc(npc, 'in_space'),
    via: visibleWarp(atlas, target, here.id) === undefined ? null : here.code,
  }),
];
