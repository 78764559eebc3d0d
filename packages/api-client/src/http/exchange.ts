import type { EndpointDeclaration } from '@sw/contracts';
import { NetworkError, toApiProblem, UnexpectedReply } from './api-problem.ts';

export interface HttpRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly credentials: 'include' | 'same-origin';
  readonly signal?: AbortSignal | undefined;
}

export interface HttpAnswer {
  readonly response: Response;
  /** Parsed JSON; undefined for an empty body. */
  readonly json: unknown;
}

export interface ExchangeOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly timeoutMs: number;
}

const parseBody = (text: string): unknown => {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * One request, one answer. Throws `ApiProblem` for any refusal, `NetworkError` when none arrived;
 * an abort by the caller keeps its own reason. 304 is an answer.
 */
export const exchange = async (request: HttpRequest, options: ExchangeOptions): Promise<HttpAnswer> => {
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const signal = request.signal === undefined ? timeout : AbortSignal.any([request.signal, timeout]);
  let response: Response;
  let text: string;
  try {
    response = await options.fetch(request.url, {
      method: request.method,
      headers: request.headers,
      credentials: request.credentials,
      redirect: 'error',
      signal,
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    text = await response.text();
  } catch (error) {
    if (request.signal?.aborted) throw request.signal.reason;
    throw new NetworkError(`No answer to ${request.method} ${request.url}`, { cause: error });
  }
  const json = parseBody(text);
  if (!response.ok && response.status !== 304) throw toApiProblem(response, json);
  return { response, json };
};

/** Wire reply → decoded reply. Throws `UnexpectedReply` when it does not fit the contract. */
export const decodeReply = (declaration: EndpointDeclaration, json: unknown): unknown => {
  if (declaration.reply === undefined) return undefined;
  try {
    return declaration.reply.decode(json);
  } catch (error) {
    throw new UnexpectedReply(`The answer of ${declaration.id} does not fit its contract`, { cause: error });
  }
};
