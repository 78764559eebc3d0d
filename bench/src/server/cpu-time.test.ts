import { describe, expect, it } from 'vitest';
import { familyTime, ownTime, parentOf, totalCpuMs } from './cpu-time.ts';

/** pid (name) state ppid … utime stime cutime cstime */
const STAT = '42 (postgres: a) b) S 7 42 42 0 -1 4194304 1 2 3 4 150 50 20 5 20 0 1 0 100';

describe('accounting of a process', () => {
  it('is read behind a name with brackets and blanks, in milliseconds', () => {
    expect([parentOf(STAT), ownTime(STAT), familyTime(STAT)]).toEqual([7, 2_000, 2_250]);
  });

  it('is nothing where nothing can be read', () => {
    const read = (): string => {
      throw new Error('no such process');
    };
    expect(totalCpuMs(1, 2, read)).toBeNaN();
  });
});
