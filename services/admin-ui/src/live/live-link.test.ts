import type { SocketLike } from '@sw/api-client';
import { beforeEach, expect, it, vi } from 'vitest';
import { createLiveLink } from './live-link.ts';

class Wire implements SocketLike {
  readyState = 1;
  onopen: SocketLike['onopen'] = null;
  onmessage: SocketLike['onmessage'] = null;
  onclose: SocketLike['onclose'] = null;
  onerror: SocketLike['onerror'] = null;
  send = vi.fn();
  close = vi.fn();
  receive(message: object): void {
    this.onmessage?.({
      data: JSON.stringify({ v: 1, id: crypto.randomUUID(), ts: AT, ...message }),
    } as never);
  }
}

const AT = '2102-01-01T00:00:00.000Z';
const JOB = { job: 'cleanup', state: 'completed', durationMs: 12, at: AT };
let wire: Wire;
const onResync = vi.fn();

beforeEach(() => onResync.mockClear());

const goLive = async () => {
  const link = createLiveLink({
    url: 'ws://console.test/api/v1/ws/admin',
    ticket: async () => 'one',
    session: { accessToken: async () => 'a', renew: async () => 'b' },
    onResync,
    open: () => {
      wire = new Wire();
      return wire;
    },
  });
  link.start();
  await vi.waitFor(() => expect(wire).toBeDefined());
  wire.onopen?.(undefined as never);
  const welcome = { connectionId: 'c', serverTime: AT, heartbeatS: 25, resumeWindowS: 900, channels: [] };
  wire.receive({ type: 'session.welcome', data: welcome });
  return link;
};

it('tells what it hears to those who listen, and nothing to those who stopped', async () => {
  const link = await goLive();
  const heard = vi.fn();
  const stop = link.on('admin.job', heard);
  wire.receive({ type: 'admin.job', data: JOB });
  stop();
  wire.receive({ type: 'admin.job', data: JOB });
  expect(heard.mock.calls).toEqual([[JOB]]);
  expect(link.state()).toEqual({ link: 'live', isPaused: false });
});

it('tells nothing while it is paused, and has everything asked again after it', async () => {
  const link = await goLive();
  const heard = vi.fn();
  link.on('admin.job', heard);
  link.setPaused(true);
  wire.receive({ type: 'admin.job', data: JOB });
  expect([heard.mock.calls.length, onResync.mock.calls.length]).toEqual([0, 0]);
  link.setPaused(false);
  expect(onResync).toHaveBeenCalledOnce();
});

it('asks again instead of believing what it cannot read, and ignores what it does not know', async () => {
  const link = await goLive();
  const heard = vi.fn();
  link.on('admin.job', heard);
  wire.receive({ type: 'admin.of_the_future', data: {} });
  wire.receive({ type: 'admin.job', data: { job: 7 } });
  expect([heard.mock.calls.length, onResync.mock.calls.length]).toEqual([0, 1]);
});
