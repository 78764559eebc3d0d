import { describe, expect, it } from 'vitest';
import { withTemporaryTree } from '../tree/temporary-tree.ts';
import { formatCounts, lastCounts } from './counts.ts';
import type { Part } from './part.ts';
import { countsOf, runParts, summaryOf, totalOf } from './part.ts';
import { countingPart } from './part-kinds.ts';
import { CI_COUNTS, LOCAL_COUNTS, proofVariables } from './proofs.ts';
import { readSoakOptions } from './soak-options.ts';
import { soakParts } from './soak-parts.ts';
import { testParts } from './test-parts.ts';
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
    const reports = await runParts(parts, 10_000, () => {});
    expect(totalOf(reports)).toEqual({ passed: 8, failed: 3 });
    expect(summaryOf(reports).replace(/\d+\.\d/g, '0.0')).toBe(
      [
        'FAILED     0.0 s  exit 1: 0 passed, 1 failed',
        'ok         0.0 s  exit 0: 7 passed, 0 failed',
        'FAILED     0.0 s  exit 1: 1 passed, 2 failed',
      ].join('\n'),
    );
  });

  it('runs a part beside another and shows its output afterwards', async () => {
    const said: string[] = [];
    const meeting = Promise.withResolvers<void>();
    const named = (name: string, run: () => Promise<void>): Part => ({
      name,
      limitMs: 1000,
      run: async () => {
        await run();
        return { exitCode: 0, output: `output of ${name}` };
      },
      count: () => ({ passed: 1, failed: 0 }),
    });
    // Neither ends without the other being under way.
    const servers = named('servers', async () => meeting.resolve());
    const crash = { ...named('crash', () => meeting.promise), beside: servers };
    const reports = await runParts([crash], 10_000, (line) => said.push(line));
    expect(totalOf(reports)).toEqual({ passed: 2, failed: 0 });
    expect(said.filter((line) => line.startsWith('output'))).toEqual(['output of servers']);
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

describe('npm test', () => {
  it('fails for a part that is not there', async () => {
    const missing = await withTemporaryTree({}, (root) =>
      runParts(
        testParts({ root, env: {} }).filter(({ name }) => name !== 'unit and integration tests'),
        60_000,
        () => {},
      ),
    );
    expect(missing.map(({ name, counts }) => `${name}: ${counts.failed}`)).toEqual([
      'check: 1',
      'build: 1',
      'browser journeys: 1',
      'crash test: 1',
      'contract fuzz: 1',
    ]);
  });

  it('tests real servers beside the crash test where they are installed', () => {
    const besides = (hasServers: boolean) =>
      testParts({ root: '/', env: {} }, hasServers).map(({ name, beside }) => [name, beside?.name]);
    expect(besides(true)).toContainEqual(['crash test', 'tests against real servers']);
    expect(besides(false).every(([, beside]) => beside === undefined)).toBe(true);
  });

  it('tries as often as agreed in CI, less at a desk, and otherwise as often as told', () => {
    expect(proofVariables(CI_COUNTS)).toEqual({
      SW_TERRAN_SEEDS: '200',
      SW_NEXUS_SEEDS: '10',
      SW_KILLS: '50',
      SW_FUZZ_CALLS: '5000',
    });
    expect(proofVariables(LOCAL_COUNTS, { SW_KILLS: '1' })).toMatchObject({
      SW_KILLS: '1',
      SW_FUZZ_CALLS: '600',
    });
  });

  it('takes the counts of a script from its last line, or from how it ended', async () => {
    const tree = {
      'line.mjs': "console.log('1 passed, 2 failed'); console.log('4 passed, 0 failed');",
      'silent.mjs': '',
      'broken.mjs': "console.log('3 passed, 0 failed'); process.exitCode = 1;",
    };
    const reports = await withTemporaryTree(tree, (root) =>
      runParts(
        Object.keys(tree).map((name) => countingPart({ root, env: {} }, name, { name, limitMs: 30_000 })),
        60_000,
        () => {},
      ),
    );
    expect(reports.map(({ counts }) => counts)).toEqual([
      { passed: 4, failed: 0 },
      { passed: 1, failed: 0 },
      { passed: 3, failed: 1 },
    ]);
  });
});

describe('npm run soak', () => {
  it('does what continuous integration does, or as much as told', () => {
    expect(readSoakOptions([])).toEqual({ counts: CI_COUNTS, minutes: 60 });
    const told = readSoakOptions(['--kills', '3', '--fuzz=0', '--minutes', '5']);
    expect(told).toEqual({ counts: { ...CI_COUNTS, kills: 3, fuzz: 0 }, minutes: 5 });
  });

  it.each([
    ['--kills', '-1', '--kills must be a whole number from 0'],
    ['--minutes', '0', '--minutes must be a whole number from 1'],
    ['--fuzz', 'many', '--fuzz must be a whole number'],
  ])('refuses %s %s in one sentence', (option, text, sentence) => {
    expect(() => readSoakOptions([`${option}=${text}`])).toThrow(sentence);
  });

  it('leaves out what is wanted zero times', () => {
    const names = (args: readonly string[]) =>
      soakParts({ root: '/', env: {} }, readSoakOptions(args).counts).map(({ name }) => name);
    expect(names([])).toEqual([
      'generator, 200 × Terran Space and 10 × Nexus',
      'crash test, 50 kills',
      'contract fuzz, 5000 calls',
    ]);
    expect(names(['--kills', '0', '--fuzz', '0', '--terran', '0', '--nexus', '1'])).toEqual([
      'generator, 0 × Terran Space and 1 × Nexus',
    ]);
    expect(names(['--terran', '0', '--nexus', '0', '--kills', '0', '--fuzz', '0'])).toEqual([]);
  });
});
