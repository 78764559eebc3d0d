/** The total the player has looked at, and for which lines. */
export interface Review {
  readonly lines: string;
  readonly net: bigint | null;
}

export const NOTHING_REVIEWED: Review = { lines: '', net: null };

/**
 * What is accepted once a quote for `lines` says `net`: a change of the lines accepts the new total,
 * because the player made it; the same lines keep the total that was looked at.
 */
export function reviewed(review: Review, lines: string, net: bigint): Review {
  return review.lines === lines && review.net !== null ? review : { lines, net };
}

/** True when the total changed under the finger: the button must not send what nobody has seen. */
export function hasMoved(review: Review, lines: string, net: bigint): boolean {
  return review.lines === lines && review.net !== null && review.net !== net;
}
