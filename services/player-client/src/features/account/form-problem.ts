import { PublicProblem } from '../../app/public-api.ts';
import type { PublicKey } from '../../app/public-text.ts';
import { hasText, text } from '../../app/public-text.ts';

/** What went wrong with a form, split into what belongs to a field and what to the whole. */
export interface FormProblem {
  readonly message: string;
  readonly requestId: string | null;
  readonly fields: Readonly<Record<string, string>>;
  /** Seconds until the next try may succeed, when the server named them. */
  readonly retryAfterS: number | null;
}

const FIELD_OF_PATH = /^\/?(\w+)/;

function fieldText(field: string, code: string): string {
  for (const key of [`field_error.${field}.${code}`, `field_error.${field}`, `field_error.${code}`]) {
    if (hasText(key)) return text(key as PublicKey);
  }
  return text('field_error.other');
}

/** Reads a refusal of a form; fields whose problems the server listed are named by the field. */
export function formProblemOf(error: unknown): FormProblem {
  const known = error instanceof PublicProblem ? error : new PublicProblem('unknown');
  const { problem } = known;
  const fields: Record<string, string> = {};
  for (const { path, code } of problem.errors ?? []) {
    const field = FIELD_OF_PATH.exec(path)?.[1];
    if (field !== undefined) fields[field] = fieldText(field, code);
  }
  if (known.code === 'already_exists')
    fields[String(problem['field'] ?? 'username')] = text('field_error.taken');
  const key = `error.${known.code}`;
  return {
    message: hasText(key) ? text(key as PublicKey) : text('error.unknown', { code: known.code }),
    requestId: problem.requestId ?? null,
    fields,
    retryAfterS: problem.retryAfterS ?? null,
  };
}
