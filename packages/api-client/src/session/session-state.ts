import type { ReplyOf, refresh } from '@sw/contracts';

/** What every sign-in and every refresh answers. */
export type SignedIn = ReplyOf<typeof refresh>;

export type EndReason = 'signed_out' | 'revoked' | 'expired';

/**
 * `unknown` until the first refresh of a page tells whether the cookie is still good.
 * The token itself is not part of it: views have no use for it.
 */
export type SessionState =
  | { readonly status: 'unknown' }
  | { readonly status: 'signed_out'; readonly reason: EndReason | null }
  | {
      readonly status: 'signed_in';
      readonly user: SignedIn['user'];
      readonly mustChangePassword: boolean;
      /** An operator who must enrol a second factor before anything else. */
      readonly mustEnrollMfa?: true;
    };

/** The secret half, kept in memory only. */
export interface Tokens {
  readonly accessToken: string;
  readonly issuedAtMs: number;
  readonly expiresAtMs: number;
}

const PROACTIVE_SHARE = 0.8;

export const tokensOf = (reply: SignedIn, nowMs: number): Tokens => ({
  accessToken: reply.accessToken,
  issuedAtMs: nowMs,
  expiresAtMs: nowMs + reply.expiresIn * 1000,
});

/** When four fifths of the token's life are over: from then on it is renewed before it is used. */
export const renewAtMs = (tokens: Tokens): number =>
  tokens.issuedAtMs + (tokens.expiresAtMs - tokens.issuedAtMs) * PROACTIVE_SHARE;
