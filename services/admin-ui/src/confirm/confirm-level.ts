/**
 * How surely an operator must mean it (rule book, front ends 6.2): C1 a dialog with what it does, C2 a reason
 * as well, C3 the target's name typed as well (and a fresh step-up, which the server asks for). C0 has no
 * dialog: apply, and offer `undo` with `useTell`.
 */
export type ConfirmLevel = 'C1' | 'C2' | 'C3';

export const MIN_REASON = 10;
export const MAX_REASON = 500;

export interface ConfirmDraft {
  readonly reason: string;
  readonly typedName: string;
}

/** What still keeps an act of this level from being confirmed; null: nothing. */
export const missingFrom = (
  level: ConfirmLevel,
  draft: ConfirmDraft,
  target: string,
): 'reason_short' | 'name' | null => {
  if (level !== 'C1' && draft.reason.trim().length < MIN_REASON) return 'reason_short';
  if (level === 'C3' && draft.typedName.trim() !== target) return 'name';
  return null;
};
