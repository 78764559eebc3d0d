import { ApiProblem, NetworkError } from '@sw/api-client';
import type { I18n } from '@sw/i18n';
import { errorText } from '@sw/i18n';
import { formatDuration, formatInteger } from '@sw/ui';

const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** Members of a refusal or an alert as a person reads them: numbers grouped, moments as the time until then. */
export function shownMembers(
  members: Readonly<Record<string, unknown>>,
  locale: string,
  nowMs: number,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(members).map(([name, value]) => {
      if (typeof value === 'string' && MOMENT.test(value))
        return [name, formatDuration(Date.parse(value) - nowMs, locale)];
      // retryAfterS is counted by the message itself.
      if (typeof value === 'number' && name !== 'retryAfterS') return [name, formatInteger(value, locale)];
      return [name, value];
    }),
  );
}

/** The sentence for the `reason` of an action that is not possible now. */
export function reasonText(
  i18n: I18n,
  code: string,
  members: Readonly<Record<string, unknown>>,
  nowMs: number,
): string {
  return errorText(i18n, code, shownMembers(members, i18n.language, nowMs));
}

export interface Refusal {
  readonly code: string;
  readonly text: string;
  /** To copy into a report; absent when nobody answered. */
  readonly requestId: string | undefined;
}

/** A part of this program that could not be fetched; every engine has its own words for it. */
const MISSING_CHUNK = /dynamically imported module|importing a module script failed/i;

const isMissingChunk = (error: unknown): boolean =>
  error instanceof TypeError && MISSING_CHUNK.test(error.message);

/** Any failure of a request in words. */
export function refusalOf(i18n: I18n, error: unknown, nowMs: number): Refusal {
  if (error instanceof ApiProblem) {
    const { code, requestId, ...members } = error.problem;
    return { code, requestId, text: reasonText(i18n, code, members, nowMs) };
  }
  const code = error instanceof NetworkError || isMissingChunk(error) ? 'offline' : 'internal';
  return { code, requestId: undefined, text: reasonText(i18n, code, {}, nowMs) };
}
