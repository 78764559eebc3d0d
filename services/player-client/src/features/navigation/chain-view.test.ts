import { describe, expect, it } from 'vitest';
import { goalPercent } from './chain-view.ts';

const goal = (credits: bigint, need: bigint) => goalPercent({ shipType: 'cargo_hauler', credits, need });

describe('goal bar', () => {
  it('rounds down, so that it is full only when the goal is reached', () => {
    expect(goal(49_999n, 50_000n)).toBe(99);
    expect(goal(50_000n, 50_000n)).toBe(100);
    expect(goal(0n, 50_000n)).toBe(0);
    expect(goal(5n, 0n)).toBe(100);
  });
});
