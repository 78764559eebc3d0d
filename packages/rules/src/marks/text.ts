import type { Refusal } from '../refusal.ts';
import { refuseField } from '../refusal.ts';
import { BOOKMARK_LABEL_MAX, NOTE_MAX } from './constants.ts';

/** A label as it is stored: one line without space around it. */
export function normaliseLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ');
}

/** Refuses a note of no or more than 500 characters: `validation_failed` at `/text`. */
export function checkNote(text: string): Refusal | null {
  return checkLength('/text', text.trim(), NOTE_MAX);
}

/** Refuses a label of no or more than 32 characters after normalising: `validation_failed` at `/label`. */
export function checkLabel(label: string): Refusal | null {
  return checkLength('/label', normaliseLabel(label), BOOKMARK_LABEL_MAX);
}

function checkLength(path: string, text: string, max: number): Refusal | null {
  const length = [...text].length;
  if (length === 0) {
    return refuseField(path, 'too_short');
  }
  return length > max ? refuseField(path, 'too_long') : null;
}
