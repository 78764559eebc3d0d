import { describe, expect, it } from 'vitest';
import { createServerClock } from './server-clock.ts';

describe('server clock', () => {
  it('follows the server, not the device', () => {
    let device = 1_000_000;
    const clock = createServerClock(() => device);
    clock.observe(5_000_000);
    device += 250;
    expect(clock.nowMs()).toBe(5_000_250);
  });

  it('does not jump with the whole seconds of the header', () => {
    const clock = createServerClock(() => 1_000_000);
    clock.observe(5_000_900);
    clock.observe(5_000_000);
    expect(clock.nowMs()).toBe(5_000_900);
    clock.observe(5_060_000);
    expect(clock.nowMs()).toBe(5_060_000);
  });
});
