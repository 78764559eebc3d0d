import { describe, expect, it } from 'vitest';
import { PublicProblem } from '../../app/public-api.ts';
import { formProblemOf } from './form-problem.ts';

describe('form problem', () => {
  it('ties every listed problem to its field', () => {
    const problem = formProblemOf(
      new PublicProblem('validation_failed', {
        problem: {
          requestId: 'r-1',
          errors: [
            { path: '/password', code: 'too_small', message: '' },
            { path: '/email', code: 'invalid_format', message: '' },
          ],
        },
      }),
    );
    expect(Object.keys(problem.fields)).toEqual(['password', 'email']);
    expect(problem.requestId).toBe('r-1');
  });

  it('puts a taken name on the name', () => {
    const problem = formProblemOf(new PublicProblem('already_exists', { problem: { field: 'username' } }));
    expect(problem.fields['username']).toBeDefined();
  });

  it('names a code it does not know instead of hiding it', () => {
    expect(formProblemOf(new PublicProblem('brand_new_code')).message).toContain('brand_new_code');
  });

  it('keeps the time to wait', () => {
    expect(
      formProblemOf(new PublicProblem('login_throttled', { problem: { retryAfterS: 30 } })).retryAfterS,
    ).toBe(30);
  });
});
