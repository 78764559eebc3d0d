import { describe, expect, it } from 'vitest';
import { readSimulateOptions } from './options.ts';

describe('options of the simulation', () => {
  it('has what the report was made with', () => {
    expect(readSimulateOptions([])).toEqual({
      players: 100,
      days: 60,
      seed: 'ledger',
      regions: [1, 10, 100, 500],
      samples: 2,
      isReport: false,
    });
  });

  it('takes what is told', () => {
    const args = ['--players', '7', '--days', '3', '--seed', 'x', '--regions', '1,5', '--report'];
    expect(readSimulateOptions(args)).toMatchObject({ players: 7, days: 3, regions: [1, 5], isReport: true });
  });

  it('leaves the regions out when none are named', () => {
    expect(readSimulateOptions(['--regions', '']).regions).toEqual([]);
  });

  it.each([
    [['--players', '0'], '--players must be a whole number from 1 to 2000, not "0".'],
    [['--players=-5'], '--players must be a whole number from 1 to 2000, not "-5".'],
    [['--players', '1.5'], '--players must be a whole number from 1 to 2000, not "1.5".'],
    [['--players', 'many'], '--players must be a whole number from 1 to 2000, not "many".'],
    [['--days', '1e99'], '--days must be a whole number from 1 to 3650, not "1e99".'],
    [['--samples', 'Infinity'], '--samples must be a whole number from 1 to 20, not "Infinity".'],
    [['--regions', '10,,20'], '--regions must be a whole number from 1 to 2000, not "".'],
    [['--seed', ''], '--seed must have 1 to 40 characters.'],
    [['--seed', 'x'.repeat(41)], '--seed must have 1 to 40 characters.'],
  ])('refuses %j with one sentence', (args, sentence) => {
    expect(() => readSimulateOptions(args)).toThrow(sentence);
  });

  it('refuses what it does not know', () => {
    expect(() => readSimulateOptions(['--galaxies', '3'])).toThrow();
  });
});
