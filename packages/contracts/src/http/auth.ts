import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, moment } from '../primitives.ts';

const USERNAME = /^[A-Za-z0-9_-]+$/;

export const username = z.string().min(3).max(20).regex(USERNAME);
/** Length is checked after NFKC by the server; 128 also bounds the work of hashing. */
export const password = z.string().min(10).max(128);

/** What a registration must be; the server adds what it knows of names and weak passwords. */
export const registration = z.strictObject({ username, email: z.email().max(254).optional(), password });

export const userView = z.object({
  id,
  username: z.string(),
  email: z.string().nullable(),
  locale: z.string(),
  createdAt: moment,
});

/** What every sign-in answers; the refresh token is in the cookie unless the body was asked for. */
export const signedIn = z.object({
  user: userView,
  accessToken: z.string(),
  expiresIn: z.int(),
  mustChangePassword: z.boolean(),
  /** An operator without the second factor this server asks for: he may enrol one and nothing else. */
  mustEnrollMfa: z.literal(true).optional(),
  refreshToken: z.string().optional(),
});

/** Browsers get the refresh token in a cookie, other clients in the body. */
export const delivery = z.enum(['cookie', 'body']).default('cookie');

/** The password was right and a code of the second factor is still due, within five minutes. */
export const mfaChallenge = z.object({
  mfaRequired: z.literal(true),
  mfaToken: z.string(),
  /** What may be shown: `totp`, `backup`. */
  methods: z.array(z.string()),
});

const loginBody = z.strictObject({
  login: z.string().min(1).max(254),
  password: z.string().min(1).max(128),
  delivery,
});

const refreshBody = z.strictObject({ refreshToken: z.string().max(200).optional() }).default({});

const signIn = {
  method: 'POST',
  rateClass: 'action',
  idempotency: 'none',
  tag: 'auth',
} as const;

export const register = endpoint({
  ...signIn,
  id: 'auth.register',
  path: '/auth/register',
  summary: 'Create an account and sign in.',
  auth: 'public',
  status: 201,
  // Wider than `registration`, so that one answer can name every wrong field, weak passwords included.
  body: z.strictObject({
    username: z.string().max(100),
    email: z.string().max(254).optional(),
    password: z.string().max(256),
    locale: z.string().min(2).max(35).optional(),
    delivery,
  }),
  reply: signedIn,
  errors: ['already_exists', 'dependency_unavailable'],
});

export const login = endpoint({
  ...signIn,
  id: 'auth.login',
  path: '/auth/login',
  summary: 'Sign in as a player.',
  auth: 'public',
  status: 200,
  body: loginBody,
  reply: z.union([signedIn, mfaChallenge]),
  errors: ['invalid_credentials', 'account_suspended', 'login_throttled', 'dependency_unavailable'],
});

export const usernameAvailable = endpoint({
  id: 'auth.usernameAvailable',
  method: 'GET',
  path: '/auth/username-available',
  summary: 'Whether a name is free, over usernames, callsigns and reserved names.',
  auth: 'public',
  rateClass: 'read',
  idempotency: 'none',
  status: 200,
  tag: 'auth',
  query: z.strictObject({ u: z.string().min(1).max(40) }),
  reply: z.object({ available: z.boolean(), reason: z.enum(['format', 'reserved', 'taken']).nullable() }),
  errors: [],
});

export const refresh = endpoint({
  ...signIn,
  id: 'auth.refresh',
  path: '/auth/refresh',
  summary: 'Exchange the refresh token for a new pair.',
  auth: 'cookie',
  status: 200,
  body: refreshBody,
  reply: signedIn,
  errors: ['refresh_in_flight', 'session_revoked', 'csrf_rejected', 'token_expired', 'unauthenticated'],
});

export const logout = endpoint({
  ...signIn,
  id: 'auth.logout',
  path: '/auth/logout',
  summary: 'End the session of the refresh token; repeating it is harmless.',
  auth: 'cookie',
  status: 204,
  body: refreshBody,
  errors: ['csrf_rejected'],
});

export const logoutAll = endpoint({
  ...signIn,
  id: 'auth.logoutAll',
  path: '/auth/logout-all',
  summary: 'End every session of the account at once.',
  auth: 'user',
  status: 204,
  errors: [],
});

export const listSessions = endpoint({
  id: 'auth.sessions',
  method: 'GET',
  path: '/auth/sessions',
  summary: 'The devices that are signed in.',
  auth: 'user',
  rateClass: 'read',
  idempotency: 'none',
  status: 200,
  tag: 'auth',
  reply: z.object({
    items: z.array(
      z.object({
        id,
        createdAt: moment,
        lastSeenAt: moment,
        ip: z.string(),
        userAgent: z.string(),
        current: z.boolean(),
      }),
    ),
  }),
  errors: [],
});

export const revokeSession = endpoint({
  id: 'auth.revokeSession',
  method: 'DELETE',
  path: '/auth/sessions/{id}',
  summary: 'Sign one device out.',
  auth: 'user',
  rateClass: 'action',
  idempotency: 'none',
  status: 204,
  tag: 'auth',
  params: z.strictObject({ id }),
  errors: [],
});

export const changePassword = endpoint({
  id: 'auth.changePassword',
  method: 'PUT',
  path: '/auth/password',
  summary: 'Change the password; every other session ends.',
  auth: 'user',
  rateClass: 'action',
  idempotency: 'none',
  status: 204,
  tag: 'auth',
  body: z.strictObject({ currentPassword: z.string().min(1).max(128), newPassword: password }),
  errors: ['invalid_credentials', 'dependency_unavailable'],
});

export const stepUp = endpoint({
  ...signIn,
  id: 'auth.stepUp',
  path: '/auth/step-up',
  summary: 'Prove anew who you are; dangerous calls are open for 15 minutes after it.',
  auth: 'user',
  status: 200,
  body: z.strictObject({
    password: z.string().min(1).max(128).optional(),
    code: z.string().min(1).max(20).optional(),
  }),
  /** The token in it carries the proof; the refresh token stays what it is. */
  reply: signedIn,
  errors: ['invalid_credentials', 'login_throttled', 'dependency_unavailable'],
});

export const createSocketTicket = endpoint({
  ...signIn,
  id: 'auth.wsTicket',
  path: '/auth/ws-ticket',
  // The only sign-in route of a regional server: its sockets are opened there (rule book, platform 6.1).
  home: 'everywhere',
  summary: 'A one-time ticket, good for 30 s, that opens the socket.',
  auth: 'user',
  status: 201,
  reply: z.object({ ticket: z.string(), expiresIn: z.int() }),
  errors: [],
});

/* The console signs in at its own paths with its own cookie. */

export const adminLogin = endpoint({
  ...signIn,
  id: 'admin.auth.login',
  path: '/admin/auth/login',
  summary: 'Sign in to the console.',
  auth: 'public',
  status: 200,
  body: loginBody,
  reply: z.union([signedIn, mfaChallenge]),
  errors: ['invalid_credentials', 'account_suspended', 'login_throttled', 'dependency_unavailable'],
});

export const adminRefresh = endpoint({
  ...signIn,
  id: 'admin.auth.refresh',
  path: '/admin/auth/refresh',
  summary: 'Exchange the console refresh token for a new pair.',
  auth: 'cookie',
  status: 200,
  body: refreshBody,
  reply: signedIn,
  errors: ['refresh_in_flight', 'session_revoked', 'csrf_rejected', 'token_expired', 'unauthenticated'],
});

export const adminLogout = endpoint({
  ...signIn,
  id: 'admin.auth.logout',
  path: '/admin/auth/logout',
  summary: 'End the console session.',
  auth: 'cookie',
  status: 204,
  body: refreshBody,
  errors: ['csrf_rejected'],
});
