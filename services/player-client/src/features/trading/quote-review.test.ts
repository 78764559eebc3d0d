import { describe, expect, it } from 'vitest';
import { hasMoved, NOTHING_REVIEWED, reviewed } from './quote-review.ts';

describe('review of a quote', () => {
  it('accepts what the player asked for, and notices what the market changed', () => {
    const first = reviewed(NOTHING_REVIEWED, 'sell fuel 8', 356n);
    expect(hasMoved(first, 'sell fuel 8', 356n)).toBe(false);
    expect(hasMoved(first, 'sell fuel 8', 340n)).toBe(true);
    expect(reviewed(first, 'sell fuel 8', 340n)).toBe(first);
  });

  it('accepts the new total of new lines', () => {
    const first = reviewed(NOTHING_REVIEWED, 'sell fuel 8', 356n);
    const second = reviewed(first, 'sell fuel 4', 180n);
    expect(hasMoved(second, 'sell fuel 4', 180n)).toBe(false);
  });
});
