/**
 * An expected "no" of the rules: a stable code in lower snake_case and the data needed to correct the command.
 * Moments in `details` (`until`, `availableAt`, `nextAt`) are milliseconds since the epoch, credits are `bigint`.
 */
export interface Refusal {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Builds a refusal. */
export function refuse(code: string, details: Readonly<Record<string, unknown>> = {}): Refusal {
  return { code, details };
}

/** True when a rule answered with a refusal instead of a result. */
export function isRefusal(value: unknown): value is Refusal {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const candidate = value as Partial<Refusal>;
  return (
    typeof candidate.code === 'string' && typeof candidate.details === 'object' && candidate.details !== null
  );
}

/** The refusal of one malformed field: 400 `validation_failed` with a JSON pointer (rule book, platform 2.1). */
export function refuseField(path: string, code: string): Refusal {
  return refuse('validation_failed', { errors: [{ path, code }] });
}
