import type { Connection } from '../realtime/connection.ts';

export interface FakeConnection extends Connection {
  readonly sent: {
    readonly type: string;
    readonly id?: string;
    readonly ch?: string;
    readonly epoch?: string;
    readonly seq?: number;
    readonly data: unknown;
  }[];
  readonly closes: number[];
}

/** A connection that writes down what it is sent. */
export const fakeConnection = (id: string, playerId = `player of ${id}`): FakeConnection => {
  const sent: FakeConnection['sent'] = [];
  const closes: number[] = [];
  return {
    id,
    owner: {
      audience: 'player',
      userId: `user of ${playerId}`,
      sessionId: `session of ${id}`,
      playerId,
      callsign: null,
      sessionEndsAtMs: 1e15,
    },
    openedAtMs: 0,
    channels: new Map(),
    place: undefined,
    scopes: new Set(),
    scopeQuestions: 0,
    isOpen: false,
    lastSeenMs: 0,
    send: (text) => {
      sent.push(JSON.parse(text));
    },
    sendFrame: (frame) => {
      sent.push(JSON.parse(frame.text));
    },
    close: (code) => {
      closes.push(code);
    },
    ping: () => {},
    bufferedBytes: () => 0,
    sent,
    closes,
  };
};
