import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '@sw/service-kit';

const SIGNATURE_LENGTH = 22;

/** Keyset cursor: the last sort key of a list, signed so that nobody composes one or takes it elsewhere. */
export const encodeCursor = (key: Buffer, list: string, value: string): string => {
  const body = Buffer.from(value).toString('base64url');
  return `${body}.${sign(key, list, body)}`;
};

/**
 * @throws AppError `bad_cursor` for anything this server did not give out for this list.
 */
export const decodeCursor = (key: Buffer, list: string, cursor: string): string => {
  const [body = '', signature = ''] = cursor.split('.');
  const expected = Buffer.from(sign(key, list, body));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new AppError('bad_cursor');
  return Buffer.from(body, 'base64url').toString();
};

const sign = (key: Buffer, list: string, body: string): string =>
  createHmac('sha256', key).update(`cursor ${list} ${body}`).digest('base64url').slice(0, SIGNATURE_LENGTH);
