import { describe, expect, it } from 'vitest';
import { FakeGame } from '../../testing/fake-game.ts';
import type { ChainTask } from './chain-task.ts';
import { chainTaskAt } from './chain-task.ts';

type Chain = NonNullable<Parameters<typeof chainTaskAt>[0]>;

const chain = (part: Partial<Chain> = {}): Chain => {
  const { goal, reward, ...rest } = new FakeGame().chain();
  return {
    ...rest,
    reward: BigInt(reward),
    goal: { ...goal, credits: BigInt(goal.credits), need: BigInt(goal.need) },
    ...part,
  };
};

describe('what the chain wants here', () => {
  const target = chain().target;
  const here = target.stationId ?? '';

  it('is what is left of the step at its own station', () => {
    const left: ChainTask = { side: 'sell', commodity: 'organics', quantity: 12 };
    expect(chainTaskAt(chain(), here)).toEqual(left);
    expect(chainTaskAt(chain({ kind: 'buy' }), here)).toEqual({ ...left, side: 'buy' });
  });

  it('is nothing elsewhere, without a chain, when it is done, and when the step is no trade', () => {
    expect(chainTaskAt(chain(), 'elsewhere')).toBeNull();
    expect(chainTaskAt(null, here)).toBeNull();
    expect(chainTaskAt(undefined, here)).toBeNull();
    expect(chainTaskAt(chain({ kind: 'dock' }), here)).toBeNull();
    expect(chainTaskAt(chain({ target: { ...target, progress: target.need } }), here)).toBeNull();
  });
});
