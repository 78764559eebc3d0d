import { describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../courses/navigation-commands.ts';
import { createTypeAhead } from './type-ahead.ts';

const DONE: Outcome = { ok: true, text: '' };
const REFUSED: Outcome = { ok: false, text: 'no' };

const setUp = (answers: Readonly<Record<string, Outcome | null>> = {}) => {
  const ran: string[] = [];
  const dropped: (readonly string[])[] = [];
  const busy: boolean[] = [];
  const gates: (() => void)[] = [];
  const ahead = createTypeAhead({
    idle: () =>
      new Promise((resolve) => {
        gates.push(resolve);
      }),
    run: (line) => {
      ran.push(line);
      return Promise.resolve(answers[line] === undefined ? DONE : answers[line]);
    },
    onBusy: (isBusy) => busy.push(isBusy),
    onDropped: (lines) => dropped.push(lines),
  });
  /** The ship comes to rest. */
  const rest = () => vi.waitFor(() => (gates.shift() ?? expect.fail('nobody waits'))());
  return { ahead, ran, dropped, busy, rest };
};

describe('lines typed ahead', () => {
  it('run in the order of typing, each when the ship is idle', async () => {
    const { ahead, ran, busy, rest } = setUp();
    expect(ahead.add('auto on')).toBe(true);
    expect(ahead.add('dock')).toBe(true);
    expect(ran).toEqual([]);
    await rest();
    await vi.waitFor(() => expect(ran).toEqual(['auto on']));
    await rest();
    await vi.waitFor(() => expect(ran).toEqual(['auto on', 'dock']));
    await vi.waitFor(() => expect(busy).toEqual([true, false]));
  });

  it('are dropped behind a refusal, and the next one typed runs', async () => {
    const { ahead, ran, dropped, rest } = setUp({ 'auto on': REFUSED });
    for (const line of ['auto on', 'dock', 'sell all ore']) ahead.add(line);
    await rest();
    await vi.waitFor(() => expect(dropped).toEqual([['dock', 'sell all ore']]));
    ahead.add('turns');
    await rest();
    await vi.waitFor(() => expect(ran).toEqual(['auto on', 'turns']));
  });

  it('says nothing of dropped lines when none waited', async () => {
    const { ahead, ran, dropped, busy, rest } = setUp({ dock: REFUSED });
    ahead.add('dock');
    await rest();
    await vi.waitFor(() => expect(busy).toEqual([true, false]));
    expect(ran).toEqual(['dock']);
    expect(dropped).toEqual([]);
  });

  it('are not taken without end', () => {
    const { ahead } = setUp();
    const taken = Array.from({ length: 20 }, (_, index) => ahead.add(`move ${index}`));
    expect(taken.filter(Boolean)).toHaveLength(9);
    expect(taken.at(-1)).toBe(false);
  });
});
