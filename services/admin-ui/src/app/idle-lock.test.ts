import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IdleLock } from './idle-lock.ts';
import { IDLE_MS, startIdleLock } from './idle-lock.ts';

let lock: IdleLock;
let locks = 0;
let isSignedIn = true;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  locks = 0;
  isSignedIn = true;
  lock = startIdleLock(window, {
    isSignedIn: () => isSignedIn,
    lock: () => {
      locks += 1;
      isSignedIn = false;
    },
  });
});
afterEach(() => {
  lock.stop();
  vi.useRealTimers();
});

const press = () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));

describe('the idle lock', () => {
  it('signs out after thirty minutes without use', () => {
    vi.advanceTimersByTime(IDLE_MS - 60_000);
    expect(locks).toBe(0);
    vi.advanceTimersByTime(120_000);
    expect(locks).toBe(1);
    expect(lock.wasLocked()).toBe(true);
  });

  it('starts again with every use', () => {
    vi.advanceTimersByTime(IDLE_MS - 60_000);
    press();
    vi.advanceTimersByTime(IDLE_MS - 60_000);
    expect(locks).toBe(0);
    vi.advanceTimersByTime(120_000);
    expect(locks).toBe(1);
  });

  it('counts use in another tab', () => {
    vi.advanceTimersByTime(IDLE_MS - 60_000);
    localStorage.setItem('sw.console.used-at', String(Date.now()));
    vi.advanceTimersByTime(120_000);
    expect(locks).toBe(0);
  });

  it('leaves nobody locked who signed in again', () => {
    vi.advanceTimersByTime(IDLE_MS + 60_000);
    isSignedIn = true;
    press();
    expect(lock.wasLocked()).toBe(false);
  });

  it('locks nothing while nobody is signed in', () => {
    isSignedIn = false;
    vi.advanceTimersByTime(2 * IDLE_MS);
    expect(locks).toBe(0);
  });
});
