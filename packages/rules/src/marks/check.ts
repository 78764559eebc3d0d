import type { KnowledgeLevel } from '../navigation/types.ts';
import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import { MAX_AVOIDED, MAX_BOOKMARKS, MAX_NOTES } from './constants.ts';

export type MarkKind = 'bookmark' | 'note' | 'avoid';

/** What a mark is decided on. */
export interface MarkState {
  /** What the player knows of the sector. */
  readonly level: KnowledgeLevel;
  /** Marks of the kind he has, this sector's among them. */
  readonly count: number;
  /** The sector carries a mark of the kind already: it is changed, none is added. */
  readonly isMarked: boolean;
}

const LIMITS: Readonly<Record<MarkKind, number>> = {
  bookmark: MAX_BOOKMARKS,
  note: MAX_NOTES,
  avoid: MAX_AVOIDED,
};

/**
 * Refuses a bookmark, a note or an entry of the avoid list (rule book, world 12.3): `not_found` for a sector the
 * player does not know, so that marks cannot probe the map, `marks_full` `{max}` where one more would be too many.
 */
export function checkMark(kind: MarkKind, { level, count, isMarked }: MarkState): Refusal | null {
  if (level === 0) {
    return refuse('not_found');
  }
  const max = LIMITS[kind];
  return !isMarked && count >= max ? refuse('marks_full', { max }) : null;
}
