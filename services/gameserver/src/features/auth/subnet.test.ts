import { describe, expect, it } from 'vitest';
import { subnetOf } from './subnet.ts';

describe('subnetOf', () => {
  it('joins addresses of one IPv4 /24', () => {
    expect(subnetOf('203.0.113.7')).toBe(subnetOf('203.0.113.250'));
    expect(subnetOf('203.0.113.7')).not.toBe(subnetOf('203.0.114.7'));
  });

  it('joins addresses of one IPv6 /56, however they are written', () => {
    expect(subnetOf('2001:db8:0:12ff::1')).toBe(subnetOf('2001:db8:0:1200:9:8:7:6'));
    expect(subnetOf('2001:db8:0:1200::1')).not.toBe(subnetOf('2001:db8:0:1300::1'));
    expect(subnetOf('2001:db8::1')).toBe(subnetOf('2001:0db8:0000:0000:0000:0000:0000:0002'));
  });
});
