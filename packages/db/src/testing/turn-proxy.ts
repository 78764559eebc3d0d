import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';

/** A man in the middle that counts how often client and server take turns. */
export interface TurnProxy {
  readonly url: string;
  /** Turns since the last reset: a run of bytes from the client that follows bytes from the server. */
  turns(): number;
  reset(): void;
  /** Everything the client sent since the last reset. */
  sent(): string;
  /** Breaks all connections the next time the client has sent `text`, without passing that on. */
  breakAt(text: string): void;
  close(): Promise<void>;
}

/** Puts a proxy in front of the server that `url` names. */
export async function startTurnProxy(url: string): Promise<TurnProxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  const chunks: Buffer[] = [];
  let turns = 0;
  let breakText: string | undefined;

  const server = createServer((client) => {
    const upstream = connect({ host: target.hostname, port: Number(target.port), noDelay: true });
    client.setNoDelay(true);
    let isClientsTurn = false;
    const both = [client, upstream];
    const destroy = (): void => {
      for (const socket of both) socket.destroy();
    };
    for (const socket of both) {
      sockets.add(socket);
      socket.on('error', destroy);
      socket.on('close', destroy);
    }
    client.on('data', (chunk: Buffer) => {
      if (!isClientsTurn) turns += 1;
      isClientsTurn = true;
      chunks.push(chunk);
      if (breakText !== undefined && chunk.includes(breakText)) {
        breakText = undefined;
        destroy();
      } else {
        upstream.write(chunk);
      }
    });
    upstream.on('data', (chunk: Buffer) => {
      isClientsTurn = false;
      client.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  const proxied = new URL(url);
  proxied.port = String(address.port);

  return {
    url: proxied.href,
    turns: () => turns,
    reset() {
      turns = 0;
      chunks.length = 0;
    },
    sent: () => Buffer.concat(chunks).toString('latin1'),
    breakAt(text) {
      breakText = text;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
