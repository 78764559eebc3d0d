import type { ErrorCode } from '@sw/contracts/errors';
import { AppError, isAppError } from './app-error.ts';

/** Errors the HTTP kernel raises by itself, by the code it gives them. */
const KERNEL_CODES: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed_json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed_json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed_json',
  FST_ERR_NOT_FOUND: 'not_found',
  // A path such as `//` under the folder of a web app.
  FST_STATIC_FORBIDDEN_PATH: 'not_found',
};

/**
 * Any thrown value as an answer. Answers stay what they are; what the HTTP kernel refuses gets its
 * registered code; all else is a defect and becomes `internal` with the original as cause, so that
 * nothing of it can reach a client.
 */
export const toAppError = (thrown: unknown): AppError => {
  if (isAppError(thrown)) return thrown;
  const code = KERNEL_CODES[kernelCode(thrown)];
  return code === undefined
    ? new AppError('internal', {}, { cause: thrown })
    : new AppError(code, {}, { cause: thrown });
};

const kernelCode = (thrown: unknown): string => {
  if (thrown instanceof SyntaxError && 'statusCode' in thrown) return 'FST_ERR_CTP_INVALID_JSON_BODY';
  if (!(thrown instanceof Error) || !('code' in thrown)) return '';
  return typeof thrown.code === 'string' ? thrown.code : '';
};
