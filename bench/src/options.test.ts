import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

describe('arguments', () => {
  it('measure five rounds of 32 connections and a crowd of 1,000 unless told to be quick', () => {
    expect(readOptions([])).toMatchObject({ isQuick: false, rounds: 5, connections: 32, crowd: 1_000 });
    expect(readOptions(['--quick'])).toMatchObject({ isQuick: true, connections: 32 });
  });

  it('are refused when nobody knows them', () => {
    expect(() => readOptions(['--quick', '--fast'])).toThrow('--fast');
  });
});
