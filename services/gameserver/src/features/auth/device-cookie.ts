import { timingSafeEqual } from 'node:crypto';
import { keyedHash } from '../../platform/keys.ts';
import type { RandomBytes } from '../../platform/random.ts';

export const DEVICE_COOKIE = 'sw_dev';
export const DEVICE_DAYS = 180;
const DAY_MS = 86_400_000;

const seal = (key: Buffer, userId: string, device: string, day: string): string =>
  keyedHash(key, `device|${userId}|${device}|${day}`);

/**
 * What a browser gets when a sign-in succeeded there, so that strangers who fail at this account cannot
 * lock its owner out (rule book, platform 3.4): a random device id and the day, sealed for one account.
 */
export const createDeviceCookie = (
  key: Buffer,
  random: RandomBytes,
  userId: string,
  nowMs: number,
): string => {
  const device = Buffer.from(random(16)).toString('base64url');
  const day = String(Math.floor(nowMs / DAY_MS));
  return `${device}.${day}.${seal(key, userId, device, day)}`;
};

/** True when the cookie was given to this account at most 180 days ago. */
export const isOwnDevice = (
  key: Buffer,
  cookie: string | undefined,
  userId: string,
  nowMs: number,
): boolean => {
  const [device = '', day = '', given = ''] = (cookie ?? '').split('.');
  const ageDays = Math.floor(nowMs / DAY_MS) - Number(day);
  if (!(ageDays >= 0 && ageDays <= DEVICE_DAYS)) return false;
  const expected = Buffer.from(seal(key, userId, device, day));
  const actual = Buffer.from(given);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
};
