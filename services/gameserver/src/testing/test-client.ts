import type { FastifyInstance } from 'fastify';
import { TEST_ORIGIN } from './test-app.ts';

export interface TestAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface TestRequest {
  readonly body?: unknown;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Cookie {
  readonly value: string;
  readonly path: string;
  readonly attributes: string;
}

/**
 * A browser as far as signing in is concerned: it keeps cookies and sends them to their paths, names its
 * page and its client. `headers` replaces any of what it says.
 */
export class TestClient {
  readonly #app: FastifyInstance;
  readonly #ip: string;
  readonly cookies = new Map<string, Cookie>();

  constructor(app: FastifyInstance, ip = '203.0.113.10') {
    this.#app = app;
    this.#ip = ip;
  }

  async send(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, request: TestRequest = {}) {
    const url = `/api/v1${path}`;
    const cookies = [...this.cookies].filter(([, cookie]) => url.startsWith(`${cookie.path}/`));
    const response = await this.#app.inject({
      method,
      url,
      remoteAddress: this.#ip,
      headers: {
        origin: TEST_ORIGIN,
        'x-sw-client': 'web',
        ...(request.token === undefined ? {} : { authorization: `Bearer ${request.token}` }),
        ...(cookies.length === 0
          ? {}
          : { cookie: cookies.map(([name, { value }]) => `${name}=${value}`).join('; ') }),
        ...request.headers,
      },
      ...(request.body === undefined ? {} : { payload: request.body as object }),
    });
    this.#keep(response.headers['set-cookie']);
    const answer: TestAnswer = {
      status: response.statusCode,
      body: response.body === '' ? {} : (response.json() as Record<string, unknown>),
      headers: response.headers,
    };
    return answer;
  }

  get(path: string, request?: TestRequest) {
    return this.send('GET', path, request);
  }

  post(path: string, request?: TestRequest) {
    return this.send('POST', path, request);
  }

  #keep(header: string | string[] | undefined): void {
    for (const line of header === undefined ? [] : [header].flat()) {
      const [, name = '', value = '', attributes = ''] = /^([^=]+)=([^;]*)(.*)$/.exec(line) ?? [];
      const path = /; Path=([^;]+)/.exec(attributes)?.[1] ?? '/';
      if (/Max-Age=0/.test(attributes)) this.cookies.delete(name);
      else this.cookies.set(name, { value, path, attributes });
    }
  }
}
