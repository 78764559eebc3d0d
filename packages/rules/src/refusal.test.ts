import { describe, expect, it } from 'vitest';
import { isRefusal, refuse, refuseField } from './refusal.ts';

describe('refusal', () => {
  it('carries a code and details', () => {
    expect(refuse('insufficient_turns', { need: 3 })).toEqual({
      code: 'insufficient_turns',
      details: { need: 3 },
    });
    expect(refuse('no_warp')).toEqual({ code: 'no_warp', details: {} });
  });

  it('points at the malformed field', () => {
    expect(refuseField('/callsign', 'too_short')).toEqual({
      code: 'validation_failed',
      details: { errors: [{ path: '/callsign', code: 'too_short' }] },
    });
  });

  it.each([
    [refuse('x'), true],
    [null, false],
    [undefined, false],
    ['not_found', false],
    [{ code: 'TER' }, false],
    [{ code: 1, details: {} }, false],
    [{ code: 'x', details: null }, false],
  ])('recognises %j: %s', (value, expected) => {
    expect(isRefusal(value)).toBe(expected);
  });
});
