/** The part of the native WebSocket that is used; browsers, Node 24 and the test double all have it. */
export interface SocketLike {
  readonly readyState: number;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: { readonly data: unknown } & never) => void) | null;
  onclose: ((event: { readonly code: number; readonly reason: string } & never) => void) | null;
  onerror: ((event: never) => void) | null;
  send(text: string): void;
  close(code?: number, reason?: string): void;
}

export type OpenSocket = (url: string) => SocketLike;

interface SocketGlobals {
  readonly WebSocket: new (url: string) => SocketLike;
}

/** Opens the WebSocket this platform has. */
export const openNativeSocket: OpenSocket = (url) =>
  new (globalThis as unknown as SocketGlobals).WebSocket(url);
