import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { chatChannel } from '../enums.ts';
import { id, moment } from '../primitives.ts';

export const chatMessage = z.object({
  id,
  channel: chatChannel,
  clientId: z.string().nullable(),
  sender: z.object({ playerId: id, name: z.string() }),
  text: z.string(),
  ts: moment,
});

export const listRecentChat = endpoint({
  id: 'chat.recent',
  method: 'GET',
  path: '/chat/{channel}/recent',
  summary: 'The last lines of a channel since you joined it, oldest first.',
  auth: 'player',
  rateClass: 'read',
  idempotency: 'none',
  status: 200,
  tag: 'chat',
  params: z.strictObject({ channel: chatChannel }),
  reply: z.object({ items: z.array(chatMessage) }),
  errors: [],
});
