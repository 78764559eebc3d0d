import { describe, expect, it } from 'vitest';
import { authMessage, clientMessage } from './client-messages.ts';

const CLIENT_ID = '03c95b80-d000-7000-8000-000000000001';

/** One valid message of every type. */
const MESSAGES = [
  { v: 1, type: 'auth', ref: '1', data: { ticket: 'abc' } },
  { v: 1, type: 'heartbeat', ref: '2', data: {} },
  { v: 1, type: 'resume', ref: '3', data: { channels: { global: { epoch: 'e', seq: 0 } } } },
  { v: 1, type: 'subscribe', ref: '4', data: { channels: ['station:x'] } },
  { v: 1, type: 'unsubscribe', ref: '5', data: { channels: [] } },
  { v: 1, type: 'presence.list', ref: '6', data: { scope: 'sector' } },
  {
    v: 1,
    type: 'chat.send',
    ref: '7',
    data: { channel: 'sector', text: 'Hello', clientId: CLIENT_ID },
  },
];

const accepts = (message: unknown): boolean => clientMessage.safeParse(message).success;

describe('messages of a client', () => {
  it('are exactly these', () => {
    const known = clientMessage.options.map((option) => option.shape.type.value);
    expect(known).toEqual(MESSAGES.map(({ type }) => type));
  });

  it.each(MESSAGES)('$type is taken as it is', (message) => {
    expect(clientMessage.parse(message)).toEqual(message);
  });

  it.each(MESSAGES)('$type is refused with an unknown member, outside and inside', (message) => {
    expect(accepts({ ...message, token: 'x' })).toBe(false);
    expect(accepts({ ...message, data: { ...message.data, surprise: 1 } })).toBe(false);
  });

  it.each(MESSAGES)('$type is refused without version, reference or data', (message) => {
    expect(accepts({ ...message, v: 2 })).toBe(false);
    expect(accepts({ ...message, ref: '' })).toBe(false);
    expect(accepts({ ...message, data: undefined })).toBe(false);
  });

  it('never change the state of the game', () => {
    expect(accepts({ v: 1, type: 'nav.move', ref: '1', data: { to: 2 } })).toBe(false);
    expect(accepts([])).toBe(false);
    expect(accepts('heartbeat')).toBe(false);
  });
});

describe('bounds', () => {
  const say = (text: string): unknown => ({
    v: 1,
    type: 'chat.send',
    ref: '1',
    data: { channel: 'sector', text, clientId: CLIENT_ID },
  });

  it('takes 1 to 300 characters of chat', () => {
    expect([say(''), say('x'.repeat(301))].some(accepts)).toBe(false);
    expect([say('x'), say('x'.repeat(300))].every(accepts)).toBe(true);
  });

  it('takes at most 20 channels in one subscription', () => {
    const subscribe = (count: number): unknown => ({
      v: 1,
      type: 'subscribe',
      ref: '1',
      data: { channels: Array.from({ length: count }, (_, index) => `station:${index}`) },
    });
    expect([20, 21].map((count) => accepts(subscribe(count)))).toEqual([true, false]);
  });

  it('fits the first frame into 1 KiB', () => {
    const longest = { v: 1, type: 'auth', ref: 'r'.repeat(60), data: { ticket: 't'.repeat(200) } };
    expect(authMessage.safeParse(longest).success).toBe(true);
    expect(JSON.stringify(longest).length).toBeLessThan(1_024);
  });
});
