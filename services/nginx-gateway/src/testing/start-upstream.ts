import { once } from 'node:events';
import type { IncomingHttpHeaders, Server } from 'node:http';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A server behind the gateway that answers with its name and remembers what reached it. */
export interface Upstream {
  readonly port: number;
  readonly address: string;
  readonly seen: SeenRequest[];
  /** The last request that came. */
  last(): SeenRequest | undefined;
  stop(): Promise<void>;
}

export interface UpstreamOptions {
  readonly name: string;
  readonly host?: string;
  readonly port?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export const startUpstream = async (options: UpstreamOptions): Promise<Upstream> => {
  const seen: SeenRequest[] = [];
  const server: Server = createServer((request, response) => {
    text(request).then(
      (body) => {
        seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
        const status = Number(new URL(request.url ?? '/', 'http://x').searchParams.get('status') ?? 200);
        response.writeHead(status, { 'content-type': 'application/json', ...options.headers });
        response.end(JSON.stringify({ from: options.name, filler: 'x'.repeat(2048) }));
      },
      () => response.destroy(),
    );
  });
  server.on('upgrade', (request, socket) => {
    seen.push({ method: 'UPGRADE', url: request.url ?? '', headers: request.headers, body: '' });
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\nx-from: ${options.name}\r\n\r\n`,
    );
    socket.on('data', (chunk) => socket.write(chunk));
    socket.on('end', () => socket.end());
    socket.on('error', () => socket.destroy());
  });
  server.listen(options.port ?? 0, options.host ?? '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    port,
    address: `${options.host ?? '127.0.0.1'}:${port}`,
    seen,
    last: () => seen.at(-1),
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
