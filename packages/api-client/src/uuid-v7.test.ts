import { expect, it } from 'vitest';
import { uuidV7 } from './uuid-v7.ts';

it('carries the time in its first 48 bits, then version and variant', () => {
  const id = uuidV7(0x0123_4567_89ab);
  expect(id).toMatch(/^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it('differs within one millisecond and sorts by time', () => {
  expect(uuidV7(5)).not.toBe(uuidV7(5));
  expect(uuidV7(1_000) < uuidV7(1_001)).toBe(true);
});
