import type { Database } from '@sw/db';
import { createMetrics, createSilentLogger } from '@sw/service-kit';
import { fixedClock } from '@sw/test-kit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Fleet } from './fleet.ts';
import type { Hub } from './hub.ts';
import type { OutboxEvent } from './outbox.ts';
import type { Relay } from './relay.ts';
import { createRelay } from './relay.ts';

interface Row {
  readonly id: bigint;
  readonly events: readonly OutboxEvent[] | null;
  readonly createdAt: Date;
}

const clock = fixedClock();
const told = (text: string): OutboxEvent => ({ channel: 'global', type: 'chat.message', data: text });
const row = (id: number, text: string): Row => ({
  id: BigInt(id),
  events: [told(text)],
  createdAt: new Date(clock()),
});

let delivered: unknown[];
let resyncs: number;
let steps: string[];
let answers: (Row[] | Error)[];
let queries: number;
let hasCompany: boolean;
let relay: Relay;
const metrics = createMetrics();
const logger = createSilentLogger();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate'] });
  delivered = [];
  resyncs = 0;
  steps = [];
  answers = [];
  queries = 0;
  hasCompany = true;
  const hub = {
    deliver: (events: readonly OutboxEvent[]) => {
      for (const event of events) {
        if (event.data === 'poison') throw new Error('cannot be delivered');
        delivered.push(event.data);
      }
    },
    requireResync: () => {
      resyncs += 1;
      steps.push('resync');
    },
  } as unknown as Hub;
  const fleet = {
    beat: async () => {},
    leave: async () => {},
    hasCompany: () => hasCompany,
  } as unknown as Fleet;
  const db = {
    sql: async () => {
      queries += 1;
      const answer = answers.shift() ?? [];
      if (answer instanceof Error) throw answer;
      return answer;
    },
  } as unknown as Database;
  const catchUp = async () => {
    steps.push('catch up');
  };
  relay = createRelay({ db, hub, fleet, processId: 'me', clock, logger, metrics, catchUp });
});
afterEach(async () => {
  await relay.stop();
  vi.useRealTimers();
});

const poll = (times = 1): Promise<unknown> => vi.advanceTimersByTimeAsync(50 * times);

describe('events of this process', () => {
  it('arrive in the order of their commits, after the command has gone on', async () => {
    relay.committed([told('one'), told('two')]);
    relay.committed([told('three')]);
    expect(delivered).toEqual([]);
    await vi.runOnlyPendingTimersAsync();
    expect(delivered).toEqual(['one', 'two', 'three']);
  });

  it('that cannot be delivered do not keep later ones back', async () => {
    relay.committed([told('poison')]);
    await vi.runOnlyPendingTimersAsync();
    relay.committed([told('sound')]);
    await vi.runOnlyPendingTimersAsync();
    expect(delivered).toEqual(['sound']);
  });

  it('still waiting are delivered when the process stops', async () => {
    relay.committed([told('last words')]);
    await relay.stop();
    expect(delivered).toEqual(['last words']);
  });

  it('in doubt make everybody look again, this process first', async () => {
    relay.doubted();
    await vi.runOnlyPendingTimersAsync();
    expect(steps).toEqual(['catch up', 'resync']);
  });
});

describe('events of other processes', () => {
  beforeEach(async () => {
    await relay.start();
    expect(steps).toEqual(['catch up']);
    steps = [];
    queries = 0;
  });

  it('are asked for while there is company, and not while there is none', async () => {
    await poll(3);
    expect(queries).toBe(3);
    hasCompany = false;
    await poll(3);
    expect(queries).toBe(3);
  });

  it('are delivered once each', async () => {
    answers = [[row(1, 'a'), row(2, 'b')], [row(3, 'c')]];
    await poll(2);
    expect(delivered).toEqual(['a', 'b', 'c']);
  });

  it('are read on at once when a batch was full', async () => {
    answers = [Array.from({ length: 500 }, (_, index) => row(index + 1, 'x')), [row(501, 'y')]];
    await poll();
    expect(delivered).toHaveLength(501);
  });

  it('are asked for again after a failure', async () => {
    answers = [new Error('no database'), [row(1, 'a')]];
    await poll(2);
    expect(delivered).toEqual(['a']);
  });

  it('that may have been deleted unread make everybody look again', async () => {
    answers = [new Error('no database')];
    await poll();
    clock.advance(61_000);
    await poll();
    expect(steps).toEqual(['catch up', 'resync']);
    await poll();
    expect(resyncs).toBe(1);
  });

  it('show how late they are', async () => {
    answers = [[{ ...row(1, 'a'), createdAt: new Date(clock() - 2_500) }]];
    await poll();
    const values = async (name: string) =>
      (await metrics.registry.getSingleMetric(name)?.get())?.values[0]?.value;
    expect(await values('sw_outbox_lag_seconds')).toBe(2.5);
    expect(await values('sw_outbox_rows')).toBe(1);
    await poll();
    expect(await values('sw_outbox_lag_seconds')).toBe(0);
  });

  it('are no longer asked for after the stop', async () => {
    await relay.stop();
    await poll(5);
    expect(queries).toBe(0);
  });
});
