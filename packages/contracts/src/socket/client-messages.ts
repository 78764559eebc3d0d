import { z } from 'zod';
import { chatChannel } from '../enums.ts';

const channelName = z.string().max(120);
const position = z.object({ epoch: z.string().max(60), seq: z.int().min(0) });
const message = <T extends string, D extends z.ZodType>(type: T, data: D) =>
  z.strictObject({ v: z.literal(1), type: z.literal(type), ref: z.string().min(1).max(60), data });

export const authMessage = message('auth', z.strictObject({ ticket: z.string().max(200) }));

/** Client → server. Each is answered by an ack or an error with the same `ref`. */
export const clientMessage = z.discriminatedUnion('type', [
  authMessage,
  message('heartbeat', z.strictObject({})),
  message('resume', z.strictObject({ channels: z.record(channelName, position) })),
  message('subscribe', z.strictObject({ channels: z.array(channelName).max(20) })),
  message('unsubscribe', z.strictObject({ channels: z.array(channelName).max(20) })),
  message('presence.list', z.strictObject({ scope: z.literal('sector') })),
  message(
    'chat.send',
    z.strictObject({ channel: chatChannel, text: z.string().min(1).max(300), clientId: z.uuid() }),
  ),
]);

export type ClientMessage = z.output<typeof clientMessage>;
