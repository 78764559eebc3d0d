import { Pool } from 'undici';

/** A signed-in caller of the server under load. */
export interface Caller {
  get(path: string, token: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  post(path: string, token: string | null, body: unknown, key?: string): Promise<Answer>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

const BASE = '/api/v1';

/** Opens keep-alive connections, one request at a time on each; anything but success is thrown by its code. */
export const openCaller = (origin: string, connections: number): Caller => {
  const pool = new Pool(origin, { connections, pipelining: 1 });

  const send = async (
    method: 'GET' | 'POST',
    path: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<Answer> => {
    const response = await pool.request({
      method,
      path: BASE + path,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.body.text();
    if (response.statusCode >= 400) throw new Error(codeOf(text) ?? `status ${response.statusCode}`);
    return { status: response.statusCode, headers: response.headers, text };
  };

  return {
    get: (path, token, headers = {}) => send('GET', path, { authorization: `Bearer ${token}`, ...headers }),
    post: (path, token, body, key) =>
      send(
        'POST',
        path,
        {
          'content-type': 'application/json',
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        JSON.stringify(body),
      ),
    close: () => pool.close(),
  };
};

const codeOf = (text: string): string | undefined => {
  try {
    return (JSON.parse(text) as { code?: string }).code;
  } catch {
    return undefined;
  }
};
