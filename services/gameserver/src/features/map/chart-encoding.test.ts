import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { compress, encodingFor } from './chart-encoding.ts';

it.each([
  ['', 'identity'],
  ['gzip', 'gzip'],
  ['gzip, deflate, br', 'br'],
  ['GZIP;q=1.0, BR;q=0.5', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['br; q=0.0 , gzip;q=0', 'identity'],
  ['brotli, zebra', 'identity'],
])('of %j the best is %s', (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding);
});

it('can be undone', async () => {
  const body = 'sector '.repeat(500);
  expect(brotliDecompressSync((await compress(body, 'br')) as Buffer).toString()).toBe(body);
  expect(gunzipSync((await compress(body, 'gzip')) as Buffer).toString()).toBe(body);
  expect(await compress(body, 'identity')).toBe(body);
});
