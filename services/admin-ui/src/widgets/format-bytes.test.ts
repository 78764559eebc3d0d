import { expect, it } from 'vitest';
import { formatBytes } from './format-bytes.ts';

it.each([
  [0, '0.0 kB'],
  [999, '1.0 kB'],
  [147_300_000, '147.3 MB'],
  [11_400_000_000, '11.4 GB'],
  [5_000_000_000_000_000, '5,000.0 TB'],
])('%d bytes', (bytes, text) => {
  expect(formatBytes(bytes, 'en')).toBe(text);
});
