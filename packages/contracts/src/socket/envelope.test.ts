import { describe, expect, it } from 'vitest';
import { CLOSE_CODES, NO_RECONNECT, serverEnvelope } from './envelope.ts';

const reply = { v: 1, type: 'ack', id: '1', ts: '2102-01-01T00:00:00.000Z', data: {} };

describe('envelope', () => {
  it('carries a place in a channel, or none on direct replies', () => {
    expect(serverEnvelope.parse(reply)).toEqual(reply);
    const placed = { ...reply, ch: 'sector:1', epoch: 'e', seq: 4 };
    expect(serverEnvelope.parse(placed)).toEqual(placed);
  });

  it('is refused in another version', () => {
    expect(serverEnvelope.safeParse({ ...reply, v: 2 }).success).toBe(false);
  });
});

describe('close codes', () => {
  it('are those of the rule book and distinct', () => {
    expect(Object.values(CLOSE_CODES)).toEqual([4400, 4401, 4403, 4404, 4408, 4409, 4413, 4429, 4503, 4508]);
  });

  it('let a client come back but after a refusal or a newer tab', () => {
    expect([...NO_RECONNECT].sort()).toEqual([4403, 4404, 4409]);
  });
});
