import type { Verb } from './vocabulary.ts';
import { lookUp, SHORT_FORMS, VERBS } from './vocabulary.ts';

/** Which usage line fits what has been typed: that of the verb, null for none. */
export function hintKeyOf(text: string): Verb | null {
  const trimmed = text.trimStart();
  if (trimmed.startsWith("'")) return 'say';
  const word = trimmed.split(/\s/)[0] ?? '';
  return word === '' ? null : lookUp(word, VERBS, SHORT_FORMS).match;
}
