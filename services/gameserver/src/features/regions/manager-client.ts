import type { BodyOf, EndpointDeclaration, ReplyOf } from '@sw/contracts';
import { isErrorCode } from '@sw/contracts/errors';
import {
  REGION_MANAGER_AUDIENCE,
  REGION_MANAGER_ENDPOINTS,
  REGION_MANAGER_SCOPE,
} from '@sw/contracts/region-manager';
import { AppError } from '@sw/service-kit';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';

type Endpoints = typeof REGION_MANAGER_ENDPOINTS;
type Name = keyof Endpoints;

/** The parts of a call besides its endpoint. */
interface Call<E extends EndpointDeclaration> {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: BodyOf<E>;
}

const LIMIT_MS = 10_000;

/**
 * Calls the region-manager with a token for this call (rule book, platform 9). What it refuses is refused by the same
 * code; where it cannot be reached, or there is none, `dependency_unavailable`.
 */
export const callManager = async <N extends Name>(
  deps: Deps,
  name: N,
  call: Call<Endpoints[N]> = {},
): Promise<ReplyOf<Endpoints[N]>> => {
  const endpoint: EndpointDeclaration = REGION_MANAGER_ENDPOINTS[name];
  const { regionManagerUrl } = deps.config;
  if (regionManagerUrl === undefined)
    throw new AppError('dependency_unavailable', { dependency: 'region-manager' });
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(call.params?.[key] ?? ''),
  );
  const query = call.query === undefined ? '' : `?${new URLSearchParams(call.query)}`;
  const token = await deps.identity.signer.mint(REGION_MANAGER_AUDIENCE, { scope: REGION_MANAGER_SCOPE });
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(`${regionManagerUrl.replace(/\/+$/, '')}${path}${query}`, {
      method: endpoint.method,
      redirect: 'error',
      signal: AbortSignal.timeout(LIMIT_MS),
      headers: {
        authorization: `Bearer ${token}`,
        ...(endpoint.method === 'GET' ? {} : { 'idempotency-key': deps.newId() }),
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    });
    answer = await response.json().catch(() => null);
  } catch (cause) {
    throw new AppError('dependency_unavailable', { dependency: 'region-manager' }, { cause });
  }
  if (response.status === endpoint.status) {
    const reply = (endpoint.reply ?? z.undefined()).safeParse(answer);
    if (reply.success) return reply.data as ReplyOf<Endpoints[N]>;
  }
  const code = z.looseObject({ code: z.string() }).safeParse(answer).data?.code ?? '';
  const isOurs = response.status === 404 || response.status === 409 || response.status === 400;
  if (isOurs && isErrorCode(code)) throw new AppError(code);
  throw new AppError(
    'dependency_unavailable',
    { dependency: 'region-manager' },
    { cause: new Error(`${response.status} ${code}`) },
  );
};
