import { seededBytes } from '@sw/test-kit';
import { describe, expect, it } from 'vitest';
import { createDeviceCookie, isOwnDevice } from './device-cookie.ts';

const KEY = Buffer.alloc(32, 7);
const DAY = 86_400_000;
const MADE = 1000 * DAY + 5;
const cookie = createDeviceCookie(KEY, seededBytes('device'), 'user-1', MADE);

describe('the device cookie', () => {
  it('speaks for one account', () => {
    expect(isOwnDevice(KEY, cookie, 'user-1', MADE)).toBe(true);
    expect(isOwnDevice(KEY, cookie, 'user-2', MADE)).toBe(false);
    expect(isOwnDevice(Buffer.alloc(32, 8), cookie, 'user-1', MADE)).toBe(false);
  });

  it('lasts 180 days', () => {
    expect(isOwnDevice(KEY, cookie, 'user-1', MADE + 180 * DAY)).toBe(true);
    expect(isOwnDevice(KEY, cookie, 'user-1', MADE + 181 * DAY)).toBe(false);
  });

  it('cannot be made younger or made up', () => {
    const [device, , seal] = cookie.split('.');
    expect(isOwnDevice(KEY, `${device}.1100.${seal}`, 'user-1', 1100 * DAY)).toBe(false);
    for (const text of [undefined, '', '..', 'a.b.c', `${device}.x.${seal}`]) {
      expect(isOwnDevice(KEY, text, 'user-1', MADE)).toBe(false);
    }
  });
});
