import type { ClientMessage } from '@sw/contracts';
import type { AdminOwner, Connection, PlayerOwner, SocketOwner } from './connection.ts';
import type { FoundPlace } from './hub.ts';

export type ChatLine = Extract<ClientMessage, { type: 'chat.send' }>['data'];

/** What became of a ticket: nothing for one that is unknown, used, expired, or of an ended session. */
export type TakenTicket =
  | { readonly kind: 'taken'; readonly owner: SocketOwner }
  | { readonly kind: 'not_valid' | 'not_allowed' | 'no_player' };

/** The door a socket came to. */
export type Audience = SocketOwner['audience'];

/** What the sockets ask of the game. */
export interface SocketGame {
  /** Opens the door of one audience; a ticket of another is used up and opens nothing. */
  takeTicket(ticket: string, audience: Audience, nowMs: number): Promise<TakenTicket>;
  /** Where the owner is now: null before his first login, `ended` when his session is over. */
  findPlace(owner: PlayerOwner): Promise<FoundPlace | 'ended' | null>;
  /** What an operator may do now; `ended` when his session is over. */
  findScopes(owner: AdminOwner): Promise<ReadonlySet<string> | 'ended'>;
  /** A socket was welcomed or is gone: what operators see of it. */
  socketOpened(connection: Connection, ip: string): Promise<void>;
  socketClosed(connectionId: string): Promise<void>;
  /** A socket of the player came or went. */
  socketsChanged(playerId: string): Promise<void>;
  maySubscribe(owner: PlayerOwner, channel: string): Promise<boolean>;
  listPresence(owner: PlayerOwner): Promise<unknown>;
  sendChat(owner: PlayerOwner, chat: ChatLine, nowMs: number): Promise<unknown>;
}
