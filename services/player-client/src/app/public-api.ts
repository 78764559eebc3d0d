import type {
  getPlayersOnline,
  getStatus,
  login,
  Problem,
  ReplyOf,
  register,
  usernameAvailable,
  verifyEmail,
  verifyMfa,
  WireBodyOf,
} from '@sw/contracts';

/**
 * The calls of the pages before the game. They use the contracts as types only: schemas and
 * the full client are more code than the landing page may carry (rule book, front ends 5.2), and none of
 * these answers holds credits, so there is nothing to decode.
 */
const BASE = '/api/v1';
const TIMEOUT_MS = 15_000;

/** A refusal, or the lack of an answer (`code: 'offline'`). */
export class PublicProblem extends Error {
  override readonly name = 'PublicProblem';
  readonly code: string;
  readonly problem: Partial<Problem>;

  constructor(code: string, options: ErrorOptions & { readonly problem?: Partial<Problem> } = {}) {
    super(code, options);
    this.code = code;
    this.problem = options.problem ?? {};
  }
}

async function answerOf<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(BASE + path, {
      ...init,
      headers: { accept: 'application/json', 'content-type': 'application/json', 'x-sw-client': 'web' },
      credentials: 'same-origin',
      signal: init.signal ?? AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new PublicProblem('offline', { cause: error });
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && (body !== null || response.status === 204)) return body as T;
  const problem = (body ?? {}) as Partial<Problem>;
  // A proxy in front of a stopped server answers without a problem document.
  throw new PublicProblem(problem.code ?? (response.status >= 502 ? 'offline' : 'unknown'), { problem });
}

const get = <T>(path: string, signal?: AbortSignal): Promise<T> =>
  answerOf<T>(path, { method: 'GET', ...(signal === undefined ? {} : { signal }) });

const post = <T>(path: string, body: unknown): Promise<T> =>
  answerOf<T>(path, { method: 'POST', body: JSON.stringify(body) });

const put = <T>(path: string, body: unknown): Promise<T> =>
  answerOf<T>(path, { method: 'PUT', body: JSON.stringify(body) });

export type SignInReply = ReplyOf<typeof register>;
export type LoginReply = ReplyOf<typeof login>;

export const publicApi = {
  status: (signal?: AbortSignal) => get<ReplyOf<typeof getStatus>>('/status', signal),
  players: (signal?: AbortSignal) => get<ReplyOf<typeof getPlayersOnline>>('/status/players', signal),
  usernameAvailable: (name: string, signal?: AbortSignal) =>
    get<ReplyOf<typeof usernameAvailable>>(`/auth/username-available?u=${encodeURIComponent(name)}`, signal),
  login: (body: WireBodyOf<typeof login>) => post<LoginReply>('/auth/login', body),
  verifyMfa: (body: WireBodyOf<typeof verifyMfa>) => post<SignInReply>('/auth/mfa/verify', body),
  requestPasswordReset: (email: string) => post<unknown>('/auth/password-resets', { email }),
  resetPassword: (token: string, password: string) =>
    put<unknown>(`/auth/password-resets/${encodeURIComponent(token)}`, { password }),
  verifyEmail: (token: string) =>
    put<ReplyOf<typeof verifyEmail>>(`/auth/email-verifications/${encodeURIComponent(token)}`, {}),
  register: (body: WireBodyOf<typeof register>) => post<SignInReply>('/auth/register', body),
};
