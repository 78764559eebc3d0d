import { ERROR_CODES, ERRORS } from '@sw/contracts/errors';
import { describe, expect, it } from 'vitest';
import { AppError, isAppError } from './app-error.ts';
import { toAppError } from './error-mapping.ts';

describe('AppError', () => {
  it.each(ERROR_CODES)('takes status and texts of %s from the registry', (code) => {
    expect(new AppError(code)).toMatchObject(ERRORS[code]);
  });
});

describe('toAppError', () => {
  const kernelError = (code: string) => Object.assign(new Error('kernel'), { code });

  it('keeps an answer as it is', () => {
    const error = new AppError('not_found');
    expect(toAppError(error)).toBe(error);
  });

  it.each([
    [kernelError('FST_ERR_CTP_BODY_TOO_LARGE'), 'too_large'],
    [kernelError('FST_ERR_CTP_INVALID_MEDIA_TYPE'), 'unsupported_media_type'],
    [kernelError('FST_ERR_CTP_EMPTY_JSON_BODY'), 'malformed_json'],
    [kernelError('FST_STATIC_FORBIDDEN_PATH'), 'not_found'],
    [Object.assign(new SyntaxError('Unexpected token'), { statusCode: 400 }), 'malformed_json'],
    [new SyntaxError('a defect of ours'), 'internal'],
    [kernelError('ECONNREFUSED'), 'internal'],
    [new TypeError('x is not a function'), 'internal'],
    ['a string', 'internal'],
    [undefined, 'internal'],
  ])('answers %s with %s', (thrown, code) => {
    const error = toAppError(thrown);
    expect(isAppError(error) && error.code).toBe(code);
    expect(error.cause).toBe(thrown);
  });
});
