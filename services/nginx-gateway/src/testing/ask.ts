import type { IncomingHttpHeaders } from 'node:http';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { connect as connectTls } from 'node:tls';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  json(): Record<string, unknown>;
}

export interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string;
  /** A name instead of `localhost`. */
  readonly host?: string;
  readonly tls?: boolean;
}

/** Asks the gateway for a path exactly as it is written; self-signed certificates are accepted. */
export const ask = async (port: number, path: string, question: Question = {}): Promise<Answer> => {
  const options = {
    host: '127.0.0.1',
    port,
    path,
    method: question.method ?? 'GET',
    headers: { host: question.host ?? 'localhost', ...question.headers },
    agent: false,
    rejectUnauthorized: false,
  } as const;
  return new Promise((resolve, reject) => {
    const request = question.tls === false ? httpRequest(options) : httpsRequest(options);
    request.on('error', reject);
    request.on('response', (response) => {
      text(response).then(
        (body) =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body,
            json: () => JSON.parse(body) as Record<string, unknown>,
          }),
        reject,
      );
    });
    request.end(question.body);
  });
};

/** Sends bytes as they are and reads until the other end closes, or for at most a second of silence. */
export const askRaw = (port: number, bytes: string, tls = true): Promise<string> =>
  new Promise((resolve) => {
    const socket = tls
      ? connectTls({ host: '127.0.0.1', port, rejectUnauthorized: false, ALPNProtocols: ['http/1.1'] })
      : connect(port, '127.0.0.1');
    let read = '';
    const finish = (): void => {
      socket.destroy();
      resolve(read);
    };
    socket.on('data', (chunk: Buffer) => {
      read += chunk.toString('latin1');
    });
    socket.setTimeout(1_000, finish);
    socket.on('error', finish);
    socket.on('close', finish);
    socket.write(bytes, 'latin1');
  });
