import type { listSessions, mfaChallenge, ReplyOf, signedIn } from '@sw/contracts';
import type { z } from 'zod';
import { toMoment } from '../../platform/clock.ts';
import type { IssuedSession, ProvenSession } from './issue-session.ts';
import type { MfaChallenge } from './mfa-sign-in.service.ts';
import type { SessionRow } from './session.repository.ts';

/** The answer of every sign-in; the refresh token stands in it only for clients that keep it themselves. */
export const presentSignedIn = (
  issued: IssuedSession,
  expiresIn: number,
  delivery: 'cookie' | 'body',
): z.output<typeof signedIn> => ({
  ...presentProven(issued, expiresIn),
  ...(delivery === 'body' ? { refreshToken: issued.refreshToken } : {}),
});

/** The same where the refresh token stays what it is. */
export const presentProven = (issued: ProvenSession, expiresIn: number): z.output<typeof signedIn> => ({
  user: {
    id: issued.user.id,
    username: issued.user.username,
    email: issued.user.email,
    locale: issued.user.locale,
    createdAt: toMoment(issued.user.createdAt.getTime()),
  },
  accessToken: issued.accessToken,
  expiresIn,
  mustChangePassword: issued.user.mustChangePassword,
  ...(issued.mustEnrollMfa ? { mustEnrollMfa: true as const } : {}),
});

/** The answer of a sign-in that still needs a code. */
export const presentChallenge = (challenge: MfaChallenge): z.output<typeof mfaChallenge> => ({
  mfaRequired: true,
  mfaToken: challenge.mfaToken,
  methods: ['totp', 'backup'],
});

/** The signed-in devices as their owner sees them. */
export const presentSessions = (
  sessions: readonly SessionRow[],
  currentId: string,
): ReplyOf<typeof listSessions> => ({
  items: sessions.map((session) => ({
    id: session.id,
    createdAt: toMoment(session.createdAt.getTime()),
    lastSeenAt: toMoment(session.lastSeenAt.getTime()),
    ip: session.ip,
    userAgent: session.userAgent,
    current: session.id === currentId,
  })),
});
