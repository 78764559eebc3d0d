import { CLOSE_CODES } from '@sw/contracts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
import type { Connection } from './connection.ts';
import { createConnection } from './connection.ts';

class FakeSocket {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  readonly sent: string[] = [];
  readonly closes: number[] = [];
  pings = 0;
  send(text: string): void {
    this.sent.push(text);
  }
  close(code: number): void {
    this.closes.push(code);
    this.readyState = 2;
  }
  ping(): void {
    this.pings += 1;
  }
}

const KIB = 1024;
let socket: FakeSocket;
let connection: Connection;
let closings: number;

beforeEach(() => {
  vi.useFakeTimers();
  socket = new FakeSocket();
  closings = 0;
  const owner = {
    audience: 'player' as const,
    userId: 'u',
    sessionId: 's',
    playerId: 'p',
    callsign: null,
    sessionEndsAtMs: 0,
  };
  connection = createConnection(socket as unknown as WebSocket, { id: 'c', owner, openedAtMs: 0 }, () => {
    closings += 1;
  });
});
afterEach(() => vi.useRealTimers());

const frame = (text: string, coalesceKey?: string) => ({ seq: 1, atMs: 0, text, coalesceKey });

it('sends at once while the other side keeps up', () => {
  connection.sendFrame(frame('one', 'k'), 'sector:1');
  connection.sendFrame(frame('two', 'k'), 'sector:1');
  expect(socket.sent).toEqual(['one', 'two']);
});

it('keeps only the latest of a key while much is waiting, and sends it later', () => {
  socket.bufferedAmount = 256 * KIB + 1;
  connection.sendFrame(frame('old', 'k'), 'sector:1');
  connection.sendFrame(frame('new', 'k'), 'sector:1');
  connection.sendFrame(frame('elsewhere', 'k'), 'sector:2');
  connection.sendFrame(frame('must arrive'), 'sector:1');
  expect(socket.sent).toEqual(['must arrive']);
  vi.advanceTimersByTime(250);
  expect(socket.sent).toEqual(['must arrive']);
  socket.bufferedAmount = 0;
  vi.advanceTimersByTime(250);
  expect(socket.sent).toEqual(['must arrive', 'new', 'elsewhere']);
});

it('never sends an older event of a key behind a newer one', () => {
  socket.bufferedAmount = 300 * KIB;
  connection.sendFrame(frame('old', 'k'), 'sector:1');
  socket.bufferedAmount = 0;
  connection.sendFrame(frame('new', 'k'), 'sector:1');
  vi.advanceTimersByTime(1_000);
  expect(socket.sent).toEqual(['new']);
});

it('closes a consumer that lets a mebibyte pile up', () => {
  socket.bufferedAmount = 1024 * KIB + 1;
  connection.send('x');
  expect(socket.closes).toEqual([CLOSE_CODES.slowConsumer]);
  expect(closings).toBe(1);
  connection.send('y');
  expect(socket.sent).toEqual([]);
});

it('waits for nobody after the socket is gone', () => {
  socket.bufferedAmount = 300 * KIB;
  connection.sendFrame(frame('x', 'k'), 'sector:1');
  socket.readyState = 3;
  vi.advanceTimersByTime(10_000);
  expect(vi.getTimerCount()).toBe(0);
  connection.ping();
  expect(socket.pings).toBe(0);
});
