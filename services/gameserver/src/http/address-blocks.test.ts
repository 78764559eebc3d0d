import { expect, it } from 'vitest';
import { holdsAddress } from './address-blocks.ts';

it('knows which addresses a network holds, in both families', () => {
  expect(holdsAddress('203.0.113.0/24', '203.0.113.7')).toBe(true);
  expect(holdsAddress('203.0.113.7/32', '203.0.113.8')).toBe(false);
  expect(holdsAddress('2001:db8::/32', '2001:db8:1::9')).toBe(true);
  expect(holdsAddress('2001:db8::/32', '203.0.113.7')).toBe(false);
  expect(holdsAddress('203.0.113.0/24', '::ffff:203.0.113.7')).toBe(true);
});
