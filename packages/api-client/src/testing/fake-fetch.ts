export interface SeenRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly credentials: RequestInit['credentials'];
  readonly body: unknown;
}

type Answer = Response | Error | ((request: SeenRequest) => Response | Error | Promise<Response>);

/** Answers in the order given; an `Error` is a broken connection. */
export const createFakeFetch = (...answers: Answer[]) => {
  const seen: SeenRequest[] = [];
  const fetch = async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const request = {
      url: String(url),
      method: init.method ?? 'GET',
      headers: new Headers(init.headers),
      credentials: init.credentials,
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
    };
    seen.push(request);
    const answer = answers.shift();
    if (answer === undefined) throw new Error(`No answer left for ${request.method} ${request.url}`);
    const result = await (typeof answer === 'function' ? answer(request) : answer);
    if (result instanceof Error) throw result;
    return result;
  };
  return { fetch: fetch as typeof globalThis.fetch, seen, answers };
};

/** A JSON answer. */
export const json = (body: unknown, headers: Record<string, string> = {}, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

/** A problem document. */
export const refuse = (status: number, code: string, members: Record<string, unknown> = {}): Response =>
  json(
    {
      type: `https://sectorwars2102/errors/${code}`,
      title: code,
      status,
      detail: 'A sentence.',
      instance: '/x',
      code,
      requestId: 'req-1',
      ...members,
    },
    { 'content-type': 'application/problem+json' },
    status,
  );
