import { expect, it } from 'vitest';
import type { ChannelStore } from './channel-store.ts';
import { createChannelStore } from './channel-store.ts';

const ALWAYS = { seq: 0, atMs: 0 };
const store = (budget: number): ChannelStore => {
  let ids = 0;
  return createChannelStore(() => `epoch-${++ids}`, budget);
};
const say = (channels: ChannelStore, name: string, text = 'x'.repeat(10)): void => {
  channels.append(name, () => text, 0, undefined);
};

it('gives every channel an epoch of its own and keeps it', () => {
  const channels = store(1_000);
  expect(channels.get('sector:1').epoch).toBe('epoch-1');
  expect(channels.get('sector:2').epoch).toBe('epoch-2');
  expect(channels.get('sector:1').epoch).toBe('epoch-1');
});

it('takes the replay of the longest silent channels when all keep too much', () => {
  const channels = store(40);
  for (const name of ['sector:1', 'sector:2', 'sector:3']) say(channels, name);
  say(channels, 'sector:1');
  say(channels, 'sector:4');
  expect(channels.size()).toBe(40);
  expect(channels.get('sector:2').since(0, ALWAYS, 0)).toBeNull();
  expect(channels.get('sector:1').since(0, ALWAYS, 0)).toHaveLength(2);
  expect(channels.get('sector:2').seq).toBe(1);
});

it('lets a single channel outgrow the budget by nothing', () => {
  const channels = store(5);
  say(channels, 'sector:1');
  expect(channels.size()).toBe(0);
});

it('forgets channels nobody hears once nothing of them can be replayed', () => {
  const channels = store(1_000);
  say(channels, 'sector:1');
  say(channels, 'sector:2');
  channels.sweep((name) => name === 'sector:1', 900_000);
  expect(channels.get('sector:2').epoch).toBe('epoch-2');
  channels.sweep((name) => name === 'sector:1', 900_001);
  expect(channels.get('sector:1').epoch).toBe('epoch-1');
  expect(channels.get('sector:2').epoch).toBe('epoch-3');
  expect(channels.size()).toBe(0);
});
