import type { i18n } from 'i18next';
import { messageArguments } from './message-syntax.ts';

/** Data of a refusal: members of the problem document, or `reasonParams` of an action. */
export type RefusalMembers = Readonly<Record<string, unknown>>;

/**
 * The sentence for an error or refusal code. `errors:<code>.detail` says it
 * with numbers and is used when every argument it names is among the members;
 * `errors:<code>` never needs one. A code this build does not know, which a
 * newer server may send, reads as the general text with the code in it.
 *
 * Members are shown as they are: format moments and credits before.
 */
export function errorText(instance: i18n, code: string, members: RefusalMembers = {}): string {
  const detail = template(instance, `${code}.detail`);
  if (detail !== undefined && messageArguments(detail).every((name) => isPresent(members[name])))
    return translate(instance, `${code}.detail`, members);
  if (template(instance, code) !== undefined) return translate(instance, code, members);
  return translate(instance, 'unknown', { ...members, code });
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Raw text in the first language of the fallback chain that has it. */
function template(instance: i18n, key: string): string | undefined {
  for (const language of instance.languages) {
    const text: unknown = instance.getResource(language, 'errors', key);
    if (typeof text === 'string') return text;
  }
  return undefined;
}

/** Codes arrive at run time, so these keys cannot be checked by their type. */
function translate(instance: i18n, key: string, members: RefusalMembers): string {
  const t = instance.t as (key: string, options: Record<string, unknown>) => string;
  return t(key, { ...members, ns: 'errors' });
}
