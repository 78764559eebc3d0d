/** What the link chip shows. */
export type SocketStatus =
  | { readonly kind: 'idle' }
  | { readonly kind: 'connecting'; readonly attempt: number }
  | { readonly kind: 'live'; readonly degraded: boolean }
  | {
      readonly kind: 'offline';
      readonly attempt: number;
      /** Clock time of the next attempt; null when there will be none. */
      readonly retryAtMs: number | null;
      readonly closeCode: number | null;
    };

/** The server refused something that was sent over the socket. */
export class SocketRefusal extends Error {
  override readonly name = 'SocketRefusal';
  readonly code: string;
  /** Server's sentence for a person. */
  readonly detail: string;

  constructor(code: string, detail: string) {
    super(`${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
  }
}
