import type { SocketLike } from '../socket/socket-like.ts';

export interface SentFrame {
  readonly type: string;
  readonly ref: string;
  readonly data: Record<string, unknown>;
}

/** The client's end of a socket whose server is the test. */
export class FakeSocket implements SocketLike {
  readyState = 0;
  onopen: SocketLike['onopen'] = null;
  onmessage: SocketLike['onmessage'] = null;
  onclose: SocketLike['onclose'] = null;
  onerror: SocketLike['onerror'] = null;
  readonly sent: SentFrame[] = [];
  isClosedByClient = false;

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(): void {
    this.isClosedByClient = true;
  }

  open(): void {
    this.onopen?.({} as never);
  }

  receive(message: unknown): void {
    this.onmessage?.({ data: JSON.stringify(message) } as never);
  }

  drop(code: number): void {
    this.onclose?.({ code, reason: '' } as never);
  }

  lastSent(type: string): SentFrame {
    const frame = this.sent.findLast((sent) => sent.type === type);
    if (frame === undefined) throw new Error(`No ${type} was sent`);
    return frame;
  }
}

let count = 0;

/** An envelope with an id of its own. */
export const envelope = (type: string, data: unknown, at?: { ch: string; epoch: string; seq: number }) => {
  count += 1;
  return { v: 1 as const, type, id: `event-${count}`, ts: '2102-01-01T00:00:00.000Z', data, ...at };
};

/** The welcome of a connection that holds `channels`. */
export const welcome = (...channels: { name: string; epoch: string; seq: number }[]) =>
  envelope('session.welcome', {
    connectionId: 'c1',
    serverTime: '2102-01-01T00:00:00.000Z',
    heartbeatS: 25,
    resumeWindowS: 900,
    channels,
  });
