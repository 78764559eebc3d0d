import type { RequestType, SocketEvent } from './frames.ts';
import type { SocketStatus } from './socket-status.ts';

/** What the tab that holds the socket and the others say to each other. */
export type TabSocketMessage =
  | { readonly kind: 'hello' }
  | { readonly kind: 'wake' }
  | { readonly kind: 'status'; readonly status: SocketStatus }
  | { readonly kind: 'event'; readonly event: SocketEvent }
  | { readonly kind: 'resync'; readonly channel: string | null }
  | { readonly kind: 'request'; readonly ref: string; readonly type: RequestType; readonly data: unknown }
  | { readonly kind: 'ack'; readonly ref: string; readonly data: unknown }
  | { readonly kind: 'error'; readonly ref: string; readonly code: string; readonly detail: string };

const KINDS: readonly string[] = ['hello', 'wake', 'status', 'event', 'resync', 'request', 'ack', 'error'];

/** The channel is our own origin's, but another tab may run another build. */
export const isTabSocketMessage = (message: unknown): message is TabSocketMessage =>
  typeof message === 'object' &&
  message !== null &&
  'kind' in message &&
  typeof message.kind === 'string' &&
  KINDS.includes(message.kind);
