import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '@sw/service-kit';

/** Keyset cursors of the list of regions: the last name, signed so that nobody composes one. */
export interface Cursors {
  encode(name: string): string;
  /** @throws AppError `bad_cursor` for anything this manager did not give out. */
  decode(cursor: string | undefined): string;
}

export const createCursors = (encryptionKey: Buffer): Cursors => {
  const key = createHmac('sha256', encryptionKey).update('cursors').digest();
  const sign = (body: string): string => createHmac('sha256', key).update(body).digest('base64url');
  return {
    encode: (name) => {
      const body = Buffer.from(name).toString('base64url');
      return `${body}.${sign(body)}`;
    },
    decode: (cursor) => {
      if (cursor === undefined) return '';
      const [body = '', signature = ''] = cursor.split('.');
      const expected = Buffer.from(sign(body));
      const given = Buffer.from(signature);
      if (given.length !== expected.length || !timingSafeEqual(given, expected))
        throw new AppError('bad_cursor');
      return Buffer.from(body, 'base64url').toString();
    },
  };
};
