import { describe, expect, it } from 'vitest';
import { ERROR_CODES, ERRORS, isErrorCode } from './errors.ts';
import { ALL_ENDPOINTS } from './testing/all-endpoints.ts';

/** Statuses an answer may have (rule book, platform 2.1); 402, 410, 422, 423 and 425 are not used. */
const STATUSES = new Set([400, 401, 403, 404, 409, 412, 413, 415, 428, 429, 500, 503]);

describe('the registry of error codes', () => {
  it('is changed on purpose only: a code that clients know stays', () => {
    expect(ERROR_CODES).toHaveLength(145);
    expect(new Set(ERROR_CODES).size).toBe(ERROR_CODES.length);
  });

  it('writes codes in lower snake case', () => {
    expect(ERROR_CODES.filter((code) => !/^[a-z]+(?:_[a-z]+)*$/.test(code))).toEqual([]);
  });

  it('uses only the statuses of the rule book', () => {
    expect(ERROR_CODES.filter((code) => !STATUSES.has(ERRORS[code].status))).toEqual([]);
  });

  it('gives every code a title and a whole sentence', () => {
    const incomplete = ERROR_CODES.filter((code) => {
      const { title, detail } = ERRORS[code];
      return title.length === 0 || title.endsWith('.') || !/^[A-Z].*\.$/.test(detail);
    });
    expect(incomplete).toEqual([]);
  });

  it('answers refusals of the rules with 409, and with 503 what is out of the hands of the player', () => {
    const refusals = ['insufficient_turns', 'cargo_full', 'price_changed', 'no_route', 'muted'] as const;
    expect(refusals.map((code) => ERRORS[code].status)).toEqual([409, 409, 409, 409, 409]);
    const outages = ['busy', 'maintenance', 'dependency_unavailable', 'economy_read_only'] as const;
    expect(outages.map((code) => ERRORS[code].status)).toEqual([503, 503, 503, 503]);
  });

  it('does not tell what must not be known from what does not exist', () => {
    expect(ERROR_CODES.filter((code) => ERRORS[code].status === 404)).toEqual(['not_found']);
  });

  it('recognises its own codes and no member of Object', () => {
    expect(ERROR_CODES.every(isErrorCode)).toBe(true);
    expect(['toString', '__proto__', 'constructor', ''].filter(isErrorCode)).toEqual([]);
  });
});

describe('errors of endpoints', () => {
  it.each(ALL_ENDPOINTS.map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s lists registered codes, each once',
    (_id, { errors }) => {
      expect(errors.filter((code) => !isErrorCode(code))).toEqual([]);
      expect(new Set(errors).size).toBe(errors.length);
    },
  );

  it('can say busy wherever a key is required', () => {
    const silent = ALL_ENDPOINTS.filter(
      ({ idempotency, errors }) => idempotency === 'required' && !errors.includes('busy'),
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });
});
