import type { RawData } from 'ws';
import { WebSocket } from 'ws';
import { TEST_ORIGIN } from './test-app.ts';
import type { TestPlayer } from './test-player.ts';

/** A frame of the server. */
export interface Frame {
  readonly type: string;
  readonly ref?: string;
  readonly code?: string;
  readonly ch?: string;
  readonly epoch?: string;
  readonly seq?: number;
  readonly id?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface SocketOptions {
  readonly origin?: string | null;
  readonly path?: string;
}

const PATIENCE_MS = 10_000;

/** The client's end of a socket: keeps every frame and waits for those a test asks for. */
export class TestSocket {
  readonly #socket: WebSocket;
  readonly #waiting = new Set<() => void>();
  readonly frames: Frame[] = [];
  /** Close code, once it is closed. */
  closeCode: number | undefined;
  closeReason = '';
  #refs = 0;

  constructor(baseUrl: string, { origin = TEST_ORIGIN, path = '/api/v1/ws/connect' }: SocketOptions = {}) {
    const url = `${baseUrl.replace('http', 'ws')}${path}`;
    this.#socket = new WebSocket(url, origin === null ? {} : { headers: { origin } });
    this.#socket.on('message', (data: RawData) => {
      this.frames.push(JSON.parse(String(data)) as Frame);
      this.#wake();
    });
    this.#socket.on('close', (code, reason) => {
      this.closeCode = code;
      this.closeReason = String(reason);
      this.#wake();
    });
    // A refused upgrade arrives as an error; `refused` tells its status.
    this.#socket.on('error', () => {});
  }

  #wake(): void {
    for (const look of [...this.#waiting]) look();
  }

  /** Resolves with the first thing `look` finds, in what is there or comes; a lack of it is told by `what`. */
  until<T>(what: string, look: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const attempt = (): void => {
        const found = look();
        if (found === undefined) return;
        clearTimeout(timer);
        this.#waiting.delete(attempt);
        resolve(found);
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(attempt);
        const seen = this.frames.map(({ type }) => type).join(', ');
        reject(new Error(`no ${what}; close code ${this.closeCode}; frames: ${seen}`));
      }, PATIENCE_MS);
      this.#waiting.add(attempt);
      attempt();
    });
  }

  /** HTTP status of a refused upgrade. */
  refused(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
      this.#socket.on('open', () => reject(new Error('the upgrade was not refused')));
    });
  }

  opened(): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#socket.readyState === WebSocket.OPEN) resolve();
      this.#socket.on('open', () => resolve());
      this.#socket.on('unexpected-response', (_request, response) =>
        reject(new Error(`refused ${response.statusCode}`)),
      );
    });
  }

  closed(): Promise<number> {
    return this.until('close', () => this.closeCode);
  }

  /** The first frame of a type that is accepted, there already or still to come. */
  frame(type: string, accept: (frame: Frame) => boolean = () => true): Promise<Frame> {
    return this.until(`frame ${type}`, () =>
      this.frames.find((frame) => frame.type === type && accept(frame)),
    );
  }

  all(type: string): Frame[] {
    return this.frames.filter((frame) => frame.type === type);
  }

  sendRaw(data: string | Buffer): void {
    this.#socket.send(data);
  }

  /** Sends a message; the answer to it. */
  async ask(type: string, data: unknown = {}): Promise<Frame> {
    this.#refs += 1;
    const ref = `r${this.#refs}`;
    this.sendRaw(JSON.stringify({ v: 1, type, ref, data }));
    return this.until(`answer to ${type}`, () => this.frames.find((frame) => frame.ref === ref));
  }

  /** Everything told on this socket before has arrived: an answer comes after it. */
  async settled(): Promise<void> {
    await this.ask('heartbeat');
  }

  close(): void {
    this.#socket.close();
  }

  /** Gone without a word, as after a lost network. */
  cut(): void {
    this.#socket.terminate();
  }
}

export const ticketOf = async (player: TestPlayer): Promise<string> =>
  (await player.ok('createSocketTicket')).ticket;

/** A welcomed socket of a player. */
export const connectSocket = async (
  baseUrl: string,
  player: TestPlayer,
  options?: SocketOptions,
): Promise<TestSocket> => {
  const ticket = await ticketOf(player);
  const socket = new TestSocket(baseUrl, options);
  await socket.opened();
  socket.sendRaw(JSON.stringify({ v: 1, type: 'auth', ref: 'auth', data: { ticket } }));
  await socket.frame('session.welcome');
  return socket;
};
