import type { ClientMessage } from '@sw/contracts';
import type { SocketOwner } from './connection.ts';
import type { FoundPlace } from './hub.ts';

export type ChatLine = Extract<ClientMessage, { type: 'chat.send' }>['data'];

/** What became of a ticket: nothing for one that is unknown, used, expired, or of an ended session. */
export type TakenTicket =
  | { readonly kind: 'taken'; readonly owner: SocketOwner }
  | { readonly kind: 'not_valid' | 'not_a_player' | 'no_player' };

/** What the sockets ask of the game. */
export interface SocketGame {
  takeTicket(ticket: string, nowMs: number): Promise<TakenTicket>;
  /** Where the owner is now: null before his first login, `ended` when his session is over. */
  findPlace(owner: SocketOwner): Promise<FoundPlace | 'ended' | null>;
  /** A socket of the player came or went. */
  socketsChanged(playerId: string): Promise<void>;
  maySubscribe(owner: SocketOwner, channel: string): Promise<boolean>;
  listPresence(owner: SocketOwner): Promise<unknown>;
  sendChat(owner: SocketOwner, chat: ChatLine, nowMs: number): Promise<unknown>;
}
