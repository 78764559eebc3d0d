import { describe, expect, it } from 'vitest';
import { createOwnActs } from './own-acts.ts';

describe('own acts', () => {
  it('takes the event of a running or just finished act for its echo, and a later one for news', () => {
    let now = 0;
    const acts = createOwnActs(() => now);
    expect(acts.isEcho('player.moved')).toBe(false);
    const end = acts.begin(['player.moved']);
    expect(acts.isEcho('player.moved')).toBe(true);
    expect(acts.isEcho('trade.completed')).toBe(false);
    end();
    now = 3_000;
    expect(acts.isEcho('player.moved')).toBe(true);
    now = 10_000;
    expect(acts.isEcho('player.moved')).toBe(false);
  });
});
