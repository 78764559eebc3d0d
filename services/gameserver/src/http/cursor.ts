import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '@sw/service-kit';

/** Keyset cursor: the last sort key, signed so that nobody composes one. */
export const encodeCursor = (key: Buffer, value: string): string => {
  const body = Buffer.from(value).toString('base64url');
  return `${body}.${sign(key, body)}`;
};

/**
 * @throws AppError `bad_cursor` for anything this server did not give out.
 */
export const decodeCursor = (key: Buffer, cursor: string): string => {
  const [body = '', signature = ''] = cursor.split('.');
  const expected = Buffer.from(sign(key, body));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new AppError('bad_cursor');
  return Buffer.from(body, 'base64url').toString();
};

const sign = (key: Buffer, body: string): string =>
  createHmac('sha256', key).update(`cursor ${body}`).digest('base64url').slice(0, 22);
