import { describe, expect, it } from 'vitest';
import { formatCounts, lastCounts } from './counts.ts';
import type { Part } from './part.ts';
import { countsOf, runParts } from './part.ts';
import { vitestCounts } from './vitest-counts.ts';

const part = (exitCode: number, counts?: { passed: number; failed: number }): Part => ({
  name: `exit ${exitCode}`,
  limitMs: 1000,
  run: () => Promise.resolve({ exitCode, output: '' }),
  count: () => counts,
});

describe('counts', () => {
  it('are read from the last line that has them', () => {
    expect(lastCounts('journey 1: 3 passed, 1 failed\nmore\n12 passed, 0 failed\n')).toEqual({
      passed: 12,
      failed: 0,
    });
    expect(lastCounts('nothing')).toBeUndefined();
    expect(lastCounts(formatCounts({ passed: 4, failed: 2 }))).toEqual({ passed: 4, failed: 2 });
  });

  it('of the test runner include files that could not be loaded', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [{}] },
        { status: 'failed', assertionResults: [] },
        { status: 'passed', assertionResults: [{}] },
      ],
    };
    expect(vitestCounts(JSON.stringify(report))).toEqual({ passed: 5, failed: 2 });
  });

  it('never look better than the exit code', () => {
    expect(countsOf(part(1), { exitCode: 1, output: '' })).toEqual({ passed: 0, failed: 1 });
    expect(countsOf(part(1, { passed: 9, failed: 0 }), { exitCode: 1, output: '' })).toEqual({
      passed: 9,
      failed: 1,
    });
    expect(countsOf(part(1, { passed: 9, failed: 3 }), { exitCode: 1, output: '' }).failed).toBe(3);
    expect(countsOf(part(0), { exitCode: 0, output: '' })).toEqual({ passed: 0, failed: 0 });
  });
});

describe('runParts', () => {
  it('goes through all parts and sums up', async () => {
    const parts = [part(1), part(0, { passed: 7, failed: 0 }), part(1, { passed: 1, failed: 2 })];
    expect(await runParts(parts, 10_000, () => {})).toEqual({ passed: 8, failed: 3 });
  });

  it('says why it skips', async () => {
    const lines: string[] = [];
    await runParts([{ ...part(1), name: 'journeys', skip: 'there are none' }], 10_000, (line) =>
      lines.push(line),
    );
    expect(lines).toEqual(['── journeys: skipped: there are none']);
  });

  it('shares one budget among the parts', async () => {
    let nowMs = 0;
    const limits: number[] = [];
    const slow = (limitMs: number): Part => ({
      name: 'slow',
      limitMs,
      run: (granted) => {
        limits.push(granted);
        nowMs += granted;
        return Promise.resolve({ exitCode: 0, output: '' });
      },
    });
    await runParts(
      [slow(600), slow(600), slow(600)],
      1000,
      () => {},
      () => nowMs,
    );
    expect(limits).toEqual([600, 400, 1]);
  });
});
