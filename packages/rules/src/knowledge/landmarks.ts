import type { FormationKind } from '../universe/types.ts';
import type { SectorBitmap } from './bitmap.ts';
import { hasSector } from './bitmap.ts';

/** A formation as far as finding it goes; numbers are those of its region. */
export interface Landmark {
  readonly kind: FormationKind;
  readonly memberNumbers: readonly number[];
}

/**
 * Whether a player has found a landmark (rule book, world 4.6): by one member of a pocket, a dead end or crossroads, by
 * half of a bubble or a corridor, by both ends of a backdoor. As nobody forgets a visit, it is found once.
 */
export function isFound({ kind, memberNumbers }: Landmark, visited: SectorBitmap): boolean {
  const seen = memberNumbers.filter((number) => hasSector(visited, number)).length;
  return seen >= needed(kind, memberNumbers.length);
}

/** Whether an arrival completes it: it was not found before and is now. */
export function isFoundBy(landmark: Landmark, before: SectorBitmap, after: SectorBitmap): boolean {
  return !isFound(landmark, before) && isFound(landmark, after);
}

function needed(kind: FormationKind, members: number): number {
  switch (kind) {
    case 'bubble':
    case 'corridor':
      return Math.ceil(members / 2);
    case 'backdoor':
      return members;
    case 'pocket':
    case 'dead_end':
    case 'crossroads':
      return 1;
  }
}
