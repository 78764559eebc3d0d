import type { BodyOf, EndpointDeclaration, ParamsOf, ReplyOf } from '@sw/contracts';
import { isErrorCode } from '@sw/contracts/errors';
import type { ServiceSigner } from '@sw/service-kit';
import { AppError } from '@sw/service-kit';
import { z } from 'zod';

/** Another server did not answer, or could not: the same call may be made again. */
export class UnreachableError extends Error {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'UnreachableError';
  }
}

type Part<K extends string, V> = V extends undefined
  ? { readonly [P in K]?: undefined }
  : { readonly [P in K]: V };
export type InternalRequest<E extends EndpointDeclaration> = Part<'params', ParamsOf<E>> &
  Part<'body', BodyOf<E>>;

/** Calls internal endpoints of other servers of the installation. */
export type CallInternal = <E extends EndpointDeclaration>(
  baseUrl: string,
  endpoint: E,
  request: InternalRequest<E>,
) => Promise<ReplyOf<E>>;

const LIMIT_MS = 10_000;

/**
 * Each call carries a service token of its own (rule book, platform 8.4). A refusal of the other side is thrown as the
 * `AppError` it is; whatever may pass by itself is an `UnreachableError`.
 */
export const createInternalCall =
  (signer: ServiceSigner, send: typeof fetch = fetch): CallInternal =>
  async (baseUrl, endpoint, request) => {
    const params = (request.params ?? {}) as Readonly<Record<string, unknown>>;
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(String(params[name])),
    );
    const body =
      endpoint.body === undefined ? undefined : JSON.stringify(z.encode(endpoint.body, request.body));
    const { status, text } = await exchange(send, `${baseUrl}/api/v1${path}`, {
      method: endpoint.method,
      redirect: 'error',
      signal: AbortSignal.timeout(LIMIT_MS),
      headers: {
        authorization: `Bearer ${await signer.mint('internal')}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
    });
    if (status === endpoint.status) {
      return (
        endpoint.reply === undefined ? undefined : z.decode(endpoint.reply, parse(text) as never)
      ) as never;
    }
    throw refusalOf(status, parse(text));
  };

const exchange = async (
  send: typeof fetch,
  url: string,
  init: RequestInit,
): Promise<{ status: number; text: string }> => {
  try {
    const response = await send(url, init);
    return { status: response.status, text: await response.text() };
  } catch (cause) {
    throw new UnreachableError('the other server does not answer', { cause });
  }
};

const parse = (text: string): unknown => {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Overload and outages pass; so does a clock that made a token look old. A refusal of the rules stays one. */
const refusalOf = (status: number, answer: unknown): Error => {
  const problem = z.looseObject({ code: z.string() }).safeParse(answer).data;
  const isPassing = status >= 500 || status === 429 || status === 401;
  if (isPassing || problem === undefined || !isErrorCode(problem.code)) {
    return new UnreachableError(`the other server answered ${status} ${problem?.code ?? ''}`.trim());
  }
  const {
    code,
    type: _t,
    title: _n,
    status: _s,
    detail: _d,
    instance: _i,
    requestId: _r,
    ...members
  } = problem;
  return new AppError(problem.code, members as never);
};
