import { ApiProblem, NetworkError } from '@sw/api-client';
import type { I18n } from '@sw/i18n';
import { errorText } from '@sw/i18n';

/** A failed request as a person reads it. */
export interface Refusal {
  readonly code: string;
  readonly text: string;
  /** To copy into a report; absent when nobody answered. */
  readonly requestId: string | undefined;
  /** Problem code by field name. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Any failure of a request in words. */
export function refusalOf(i18n: I18n, error: unknown): Refusal {
  if (error instanceof ApiProblem) {
    const { code, requestId, errors, ...members } = error.problem;
    const text = errorText(i18n, code, { ...members, retryAfterS: error.retryAfterS });
    const fields = Object.fromEntries(
      (errors ?? []).map((each) => [each.path.replace(/^\//, ''), each.code]),
    );
    return { code, text, requestId, fields };
  }
  const code = error instanceof NetworkError ? 'offline' : 'internal';
  return { code, text: errorText(i18n, code), requestId: undefined, fields: {} };
}
