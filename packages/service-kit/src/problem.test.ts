import { describe, expect, it } from 'vitest';
import { AppError } from './app-error.ts';
import { presentProblem } from './problem.ts';

const request = { path: '/api/v1/nav/move?ticket=abc', requestId: 'r1' };

describe('presentProblem', () => {
  it('has the members of RFC 9457 and ours', () => {
    expect(presentProblem(new AppError('insufficient_turns', { need: 3, have: 1 }), request)).toEqual({
      type: 'https://sectorwars2102/errors/insufficient_turns',
      title: 'Not enough turns',
      status: 409,
      detail: 'Wait until enough turns have regenerated.',
      instance: '/api/v1/nav/move',
      code: 'insufficient_turns',
      requestId: 'r1',
      need: 3,
      have: 1,
    });
  });

  it('writes amounts as numbers at any depth', () => {
    const error = new AppError('insufficient_credits', {
      need: 9_000_000_000_000_000n,
      legs: [{ amount: 5n }],
    });
    expect(JSON.parse(JSON.stringify(presentProblem(error, request)))).toMatchObject({
      need: 9_000_000_000_000_000,
      legs: [{ amount: 5 }],
    });
  });

  it('carries field errors and the time to wait', () => {
    const errors = [{ path: '/quantity', code: 'too_small', message: 'at least 1' }];
    expect(presentProblem(new AppError('validation_failed', {}, { errors }), request).errors).toEqual(errors);
    expect(presentProblem(new AppError('rate_limited', {}, { retryAfterS: 7 }), request).retryAfterS).toBe(7);
  });

  it('lets no member replace a fixed one', () => {
    const error = new AppError('not_found', { status: 200, type: 'x', code: 'ok', requestId: 'forged' });
    expect(presentProblem(error, request)).toMatchObject({ status: 404, code: 'not_found', requestId: 'r1' });
  });

  it('tells nothing of a defect', () => {
    const error = new AppError('internal', {}, { cause: new Error('relation "players" does not exist') });
    expect(JSON.stringify(presentProblem(error, request))).not.toContain('players');
  });
});
