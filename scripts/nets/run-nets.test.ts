import { describe, expect, it } from 'vitest';
import type { Net } from './net.ts';
import { reportFindings } from './net.ts';
import { runNets } from './run-nets.ts';

const quiet: Net = { name: 'quiet', run: () => ({ ok: true, output: '' }) };
const broken: Net = {
  name: 'broken',
  run: () => {
    throw new Error('the net itself tore');
  },
};

describe('runNets', () => {
  it('runs all nets, whatever the others caught, and counts a torn net as a catch', async () => {
    const reports = await runNets([broken, quiet], 1, () => {});
    expect(reports.map(({ name, result }) => [name, result.ok])).toEqual([
      ['broken', false],
      ['quiet', true],
    ]);
    expect(reports[0]?.result.output).toContain('the net itself tore');
  });

  it('never runs more at once than allowed', async () => {
    let running = 0;
    let most = 0;
    const net: Net = {
      name: 'net',
      run: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise(setImmediate);
        running -= 1;
        return { ok: true, output: '' };
      },
    };
    await runNets(
      Array.from({ length: 6 }, () => net),
      2,
      () => {},
    );
    expect(most).toBe(2);
  });

  it('measures each net on the given clock', async () => {
    let nowMs = 0;
    const seconds: number[] = [];
    await runNets(
      [quiet, quiet],
      1,
      (entry) => seconds.push(entry.seconds),
      () => (nowMs += 500),
    );
    expect(seconds).toEqual([0.5, 0.5]);
  });
});

describe('reportFindings', () => {
  it('is one line a finding, in the order of the files', () => {
    const findings = [
      { rule: 'orphan', file: 'b.ts', message: 'alone' },
      { rule: 'import-table', file: 'a.ts', target: 'c.ts', message: 'not allowed' },
    ];
    expect(reportFindings(findings)).toEqual({
      ok: false,
      output: 'a.ts → c.ts: not allowed [import-table]\nb.ts: alone [orphan]',
    });
    expect(reportFindings([]).ok).toBe(true);
  });
});
