import { describe, expect, it } from 'vitest';
import { booleanValue, integerValue, listValue, portValue } from './env-values.ts';

describe('values of an environment', () => {
  it.each([
    ['0', true],
    ['65535', true],
    ['65536', false],
    ['-1', false],
    ['80.5', false],
    ['8e3', false],
    ['', false],
  ])('port %j is accepted: %s', (text, accepted) => {
    expect(portValue().safeParse(text).success).toBe(accepted);
  });

  it('keeps both bounds of an integer', () => {
    expect(integerValue(-2, 2).parse('-2')).toBe(-2);
    expect(integerValue(-2, 2).parse('2')).toBe(2);
    expect(integerValue(-2, 2).safeParse('3').success).toBe(false);
  });

  it.each([
    ['true', true],
    ['YES', true],
    ['1', true],
    ['off', false],
    ['False', false],
  ])('reads %j as %s', (text, expected) => {
    expect(booleanValue().parse(text)).toBe(expected);
  });

  it('refuses what is neither yes nor no', () => {
    expect(booleanValue().safeParse('maybe').success).toBe(false);
  });

  it('splits lists and drops blanks', () => {
    expect(listValue().parse(' a, b ,,c ')).toEqual(['a', 'b', 'c']);
    expect(listValue().parse(',')).toEqual([]);
  });
});
