import type { GameSocket, SocketStatus } from '@sw/api-client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLink } from './link-store.ts';
import { POLL_MS, pollWithoutSocket } from './poll-without-socket.ts';

let tell: (status: SocketStatus) => void;
let asked: number;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
  const link = createLink(() => 0);
  let status: SocketStatus = { kind: 'idle' };
  let listener = () => {};
  link.follow({
    status: () => status,
    subscribe: (next: () => void) => {
      listener = next;
      return () => {};
    },
  } as unknown as GameSocket);
  tell = (next) => {
    status = next;
    listener();
  };
  stop = pollWithoutSocket(link, () => {
    asked += 1;
  });
  tell({ kind: 'live', degraded: false });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

it('asks at once and every 15 s while the server says that events do not arrive', () => {
  tell({ kind: 'live', degraded: true });
  expect(asked).toBe(1);
  vi.advanceTimersByTime(3 * POLL_MS);
  expect(asked).toBe(4);
  tell({ kind: 'live', degraded: false });
  vi.advanceTimersByTime(3 * POLL_MS);
  expect(asked).toBe(4);
});

it('asks nothing while the socket lives', () => {
  vi.advanceTimersByTime(10 * POLL_MS);
  expect(asked).toBe(0);
});

it('ends with the socket', () => {
  tell({ kind: 'live', degraded: true });
  stop();
  vi.advanceTimersByTime(3 * POLL_MS);
  expect(asked).toBe(1);
});
